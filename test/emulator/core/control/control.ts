import { eventControls } from '../../events/controls';
import { joinMeeting, leaveMeeting, startMeeting } from '../../history/running/running';
import type { App } from '../../oauth/apps';
import type { GivenRecording } from '../../recordings/library';
import type { SummaryRecord } from '../../summaries/records';
import { putMeeting, putRecording, putSummary, putUser, putWebinar } from '../additions';
import type { Desk } from '../context';
import { faultFromJson } from '../faults/faults';
import type { Answer } from '../http/answers';
import type { RecordedRequest } from '../http/requests';
import type { MeetingRecord, UserRecord, WebinarRecord } from '../records';
import { handlers } from '../routes';
import { resetDesk } from '../seed';
import type { Controls } from './controls';
import { assignKnown, found } from './controls';
import { n8nFields } from './n8nFields';

/** What each control endpoint does, `*` standing for an ID. */
const controls: Controls = {
	'GET /': (desk) => ({
		about: 'An emulator of Zoom: OAuth under /oauth, the REST API under /v2. See README.md.',
		url: desk.url,
		filesUrl: desk.filesUrl,
		credentials: n8nFields(desk),
		operations: Object.keys(handlers),
		controls: Object.keys(controls),
	}),
	'GET /requests': (desk) => desk.requests,
	'DELETE /requests': (desk) => desk.requests.reset(),
	'POST /reset': (desk) => resetDesk(desk),
	'GET /faults': (desk) =>
		desk.faults.list.map((fault) => ({ ...fault, match: String(fault.match) })),
	'POST /faults': (desk, body) => desk.faults.add(faultFromJson(body)),
	'DELETE /faults': (desk) => desk.faults.clear(),
	'GET /clock': (desk) => ({ now: new Date(desk.clock.now()).toISOString() }),
	'POST /clock': (desk, { advanceMs, set }) => {
		if (typeof set === 'string' && !isNaN(Date.parse(set))) desk.clock.set(set);
		else if (typeof advanceMs === 'number') desk.clock.advance(advanceMs);
		else throw new Error('Give advanceMs (a number) or set (a date-time)');
		return { now: new Date(desk.clock.now()).toISOString() };
	},
	'GET /settings': (desk) => desk.settings,
	'PATCH /settings': (desk, body) => assignKnown(desk.settings, body),
	'GET /apps': (desk) => desk.apps.all,
	'POST /apps': (desk, body) => desk.apps.add(body as Partial<App>),
	'PATCH /apps/*': (desk, body, id) => assignKnown(found(desk.apps.find(id), 'app', id), body),
	'GET /seed': (desk) => desk.store.snapshot(),
	'POST /seed': (desk, { users, meetings, webinars, recordings, summaries }) => ({
		users: listed<UserRecord>(users).map((user) => putUser(desk, user)),
		meetings: listed<MeetingRecord>(meetings).map((meeting) => putMeeting(desk, meeting)),
		webinars: listed<WebinarRecord>(webinars).map((webinar) => putWebinar(desk, webinar)),
		recordings: listed<GivenRecording>(recordings).map((each) => putRecording(desk, each)),
		summaries: listed<SummaryRecord>(summaries).map((summary) => putSummary(desk, summary)),
	}),
	'POST /meetings/*/start': (desk, _body, id) =>
		startMeeting(desk, found(desk.store.meetings.get(id), 'meeting', id)),
	'POST /meetings/*/join': (desk, { name, email }, id) =>
		joinMeeting(desk, running(desk, id), { name: String(name), email: email as string }),
	'POST /meetings/*/leave': (desk, { name }, id) =>
		leaveMeeting(desk, running(desk, id), String(name)),
	'POST /webinars/*/start': (desk, _body, id) =>
		startMeeting(desk, found(desk.store.webinars.get(id), 'webinar', id)),
	...eventControls,
};

/** Answers a call to a control endpoint; such calls are not recorded and no fault hits them. */
export async function controlAnswer(
	desk: Desk,
	{ method, body }: RecordedRequest,
	path: string,
): Promise<Answer> {
	const [name = '', id, ...rest] = path.split('/').filter(Boolean);
	const key = `${method} /${[name, ...(id ? ['*'] : []), ...rest].join('/')}`;
	const run = Object.hasOwn(controls, key) ? controls[key] : undefined;
	if (!run)
		return { status: 404, body: { error: `There is no ${key}`, controls: Object.keys(controls) } };
	try {
		const result = await run(
			desk,
			(body ?? {}) as Record<string, unknown>,
			decodeURIComponent(id ?? ''),
		);
		return result === undefined ? { status: 204 } : { status: 200, body: result };
	} catch (error) {
		return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } };
	}
}

function listed<T>(value: unknown): T[] {
	return (value ?? []) as T[];
}

function running(desk: Desk, id: string): MeetingRecord | WebinarRecord {
	const meeting = found(
		desk.store.meetings.get(id) ?? desk.store.webinars.get(id),
		'meeting or webinar',
		id,
	);
	if (meeting.status !== 'started') throw new Error(`${id} does not run`);
	return meeting;
}
