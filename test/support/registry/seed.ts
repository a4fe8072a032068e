import type { Emulator } from '../../emulator';
import { apiOf } from '../../emulator/caller';

export const henrik = 'HenrikHolm-Host_000000';
export const hana = 'HanaHayashi-Host_00000';
export const olivia = 'OliviaOrtiz-Owner00000';

/** Meetings and webinars that the emulator has, or is given here. */
export const running = {
	meeting: { meetingId: '8912345678' },
	webinar: { webinarId: '97000000001' },
};
export const tookPlace = {
	meeting: { meetingId: '84567890123' },
	webinar: { webinarId: '94567890123' },
};
export const openForAll = {
	meeting: { meetingId: '87000000001' },
	webinar: { webinarId: '97000000002' },
};
export const series = {
	meeting: { meetingId: '87000000003' },
	webinar: { webinarId: '97000000003' },
};
export const inTrash = { meeting: { meetingId: '87000000002' } };
export const recorded = { meeting: { meetingId: '87000000004' } };

export const kinds = ['meeting', 'webinar'] as const;
type Kind = (typeof kinds)[number];

export const nextStart = '2026-07-05T12:00:00Z';
export const nextOccurrence = String(Date.parse(nextStart));

export const file = 'c4c0ffee-0000-4000-8000-000000000001';
export const fileInTrash = 'c4c0ffee-0000-4000-8000-000000000002';

export const registrant = (kind: Kind) => ({ id: `Registrant_of_a_${kind}`, ...ada });
const ada = { email: 'ada@customer.example' };
export const viewer = { id: 'Viewer_of_a_recording', ...ada };
export const question = { title: 'Shoe size?', type: 'short', required: false };

/** IDs of the administrators' templates. */
export const template = { meeting: 'DeskTemplate-Meeting00', webinar: 'DeskTemplate-Webinar00' };

/** What only a running emulator knows. */
export interface Links {
	readonly downloadUrl: string;
	readonly downloadToken: string;
}

/** Adds to the emulator's seed what some operations need besides. */
export async function prepareSeed(emulator: Emulator): Promise<Links> {
	addGatherings(emulator);
	addRecording(emulator);
	for (const kind of kinds) addRegistrant(emulator, kind);
	for (const id of [running.meeting.meetingId, running.webinar.webinarId]) {
		const stream = { page_url: 'https://video.example', stream_key: 'k', stream_url: 'rtmp://x' };
		emulator.store.livestreams.insert({ gathering_id: Number(id), ...stream });
	}
	for (const kind of kinds)
		emulator.store.templates.insert({ id: template[kind], name: 'For all', kind });
	addAboutUsers(emulator);
	return await readLinks(emulator);
}

const now = ({ clock }: Emulator) => new Date(clock.now()).toISOString();

function addGatherings(emulator: Emulator): void {
	const next = { host_id: henrik, start_time: nextStart, settings: { approval_type: 0 } };
	const daily = { ...next, recurrence: { type: 1, end_times: 3 } as const };
	const { meetingId: trashId } = inTrash.meeting;
	emulator.addMeeting({ ...next, id: Number(trashId), deleted: { at: now(emulator) } });
	emulator.addMeeting({ ...next, id: Number(openForAll.meeting.meetingId) });
	emulator.addMeeting({ ...daily, id: Number(series.meeting.meetingId), type: 8 });
	emulator.addWebinar({ ...next, id: Number(running.webinar.webinarId), status: 'started' });
	emulator.addWebinar({ ...next, id: Number(openForAll.webinar.webinarId) });
	emulator.addWebinar({ ...daily, id: Number(series.webinar.webinarId), type: 9 });
	const { webinarId: pastId } = tookPlace.webinar;
	const [past] = emulator.store.pastInstances.find(({ id }) => id === Number(pastId));
	past.occurrence_id = nextOccurrence;
}

function addRegistrant(emulator: Emulator, kind: Kind): void {
	const { registrants, registrationForms } = emulator.store;
	const { id, email } = registrant(kind);
	const [gathering] = Object.values(series[kind]).map(Number);
	registrants.insert({
		id,
		gathering_id: gathering,
		status: 'approved',
		create_time: now(emulator),
		pin_code: 123456,
		given: { email, first_name: 'Ada' },
	});
	const custom_questions = [question];
	registrationForms.insert({ gathering_id: gathering, questions: [], custom_questions });
}

function addRecording(emulator: Emulator): void {
	const date_time = now(emulator);
	emulator.addRecording({
		meeting_id: Number(recorded.meeting.meetingId),
		host_id: henrik,
		settings: { on_demand: true },
		recording_files: [
			{ id: file, file_type: 'CHAT' },
			{ id: fileInTrash, file_type: 'M4A', deleted_time: date_time },
		],
		registrants: [{ ...viewer, first_name: 'Ada', status: 'approved' }],
		views: [{ date_time, name: 'Ada', email: viewer.email, duration: 60 }],
	});
}

function addAboutUsers(emulator: Emulator): void {
	const { users, tspAccounts } = emulator.store;
	// So that the ID finds Henrik as the company's own one, too.
	users.get(henrik)!.profile.employee_unique_id = henrik;
	const [account] = tspAccounts.find(({ user_id }) => user_id === henrik);
	tspAccounts.insert({ ...account, id: '2' });
}

async function readLinks(emulator: Emulator): Promise<Links> {
	const path = `/meetings/${recorded.meeting.meetingId}/recordings`;
	const { body } = await apiOf(emulator)('GET', `${path}?include_fields=download_access_token`);
	emulator.requests.reset();
	const [{ download_url: downloadUrl }] = body.recording_files as { download_url: string }[];
	return { downloadUrl, downloadToken: String(body.download_access_token) };
}
