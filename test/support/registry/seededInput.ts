import type { IBinaryKeyData } from 'n8n-workflow';
import type { RestOperation } from '../../../nodes/Zoom/registry/types';
import type { Named } from './registry';
import { allWithin, restOperations } from './registry';
import { changeInput, fullInput } from './sampleInput';
import type { Links } from './seed';
import {
	file,
	fileInTrash,
	hana,
	henrik,
	inTrash,
	nextOccurrence,
	olivia,
	openForAll,
	question,
	recorded,
	registrant,
	running,
	series,
	template,
	tookPlace,
	viewer,
} from './seed';

type Parameters = Record<string, unknown>;

/** When the emulator has to be: in the morning of the day on which sampled times are. */
export const MORNING = '2026-07-05T07:00:00Z';

/** Values by field, wherever the field is: for any operation, for those of a resource, for one; the closest counts. */
type Table = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** IDs of what the emulator has. */
const SEEDED: Table = {
	any: {
		userId: henrik,
		meetingId: '85789012345',
		webinarId: '95678901234',
		groupId: 'DeskGroup-Sales0000000',
		memberId: henrik,
		assistantId: hana,
		fieldId: 'a32CostCenter',
		sourceId: '5516482804110',
		trackingSourceId: '5516482804110',
		tspId: '1',
		occurrenceId: nextOccurrence,
		occurrenceIds: nextOccurrence,
	},
	meeting: series.meeting,
	meetingPoll: { pollId: 'TrainingPoll0000000000' },
	meetingRegistrant: { ...series.meeting, registrantId: registrant('meeting').id },
	meetingSummary: { meetingId: 'KickOff/2hPq5vKzYw2c0A==' },
	pastMeeting: tookPlace.meeting,
	pastWebinar: tookPlace.webinar,
	recording: { ...recorded.meeting, recordingId: file },
	recordingRegistrant: recorded.meeting,
	report: { ...tookPlace.meeting, ...tookPlace.webinar },
	webinar: series.webinar,
	webinarPanelist: { panelistId: 'zoZFiR0pzhAIpe5TLod8GQ' },
	webinarPoll: { pollId: 'CustomerPoll0000000000' },
	webinarRegistrant: { ...series.webinar, registrantId: registrant('webinar').id },
	'meeting.createTemplate': { meetingId: '81234567890' },
	'meeting.end': running.meeting,
	'meeting.getLivestream': running.meeting,
	'meeting.recover': inTrash.meeting,
	'meeting.sendControl': running.meeting,
	'meeting.update': openForAll.meeting,
	'meeting.updateLivestreamStatus': running.meeting,
	'meetingRegistrant.createBatch': openForAll.meeting,
	'recording.delete': { meetingId: '82345678901' },
	'recording.deleteTranscript': tookPlace.meeting,
	'recording.getTranscript': tookPlace.meeting,
	'recording.recover': { meetingUUID: '/StandUp2PqR5vKzYw2c0A==' },
	'recording.recoverFile': { recordingId: fileInTrash },
	'report.getUserMeetings': { userId: olivia },
	// A user has one account of this kind, or two.
	'tsp.create': { userId: hana },
	'tsp.delete': { tspId: '2' },
	'user.getSchedulers': { userId: hana },
	'webinar.end': running.webinar,
	'webinar.getTrackingSources': { webinarId: '95678901234' },
	'webinar.update': openForAll.webinar,
	'webinar.updateLivestreamStatus': running.webinar,
	'webinarRegistrant.createBatch': openForAll.webinar,
};

const answers = { customQuestions: { answer: [{ title: question.title, value: '44' }] } };

/** Values that Zoom takes where it refuses a made-up one, finds nothing for it, or refuses what follows. */
const FITTING: Table = {
	any: {
		binaryPropertyName: 'data',
		conferenceCode: '123456',
		endDateTime: '2026-12-01T10:00:00',
		from: '2026-06-20',
		leaderPin: '654321',
		linkedinUrl: 'https://www.linkedin.com/in/henrik-holm',
		password: 'Pass-w0rd',
		recordFileId: file,
		scheduleFor: 'henrik.holm@example.com',
		to: '2026-07-05',
		trackingFields: { trackingField: [{ field: 'Cost center', value: '4711' }] },
		transferEmail: 'olivia.ortiz@example.com',
	},
	meeting: { templateId: template.meeting },
	webinar: { templateId: template.webinar },
	'group.update': { name: 'Sales and more' },
	'meeting.sendControl': { contacts: { contact: [{ id: hana }] } },
	'meetingRegistrant.create': answers,
	'meetingRegistrant.updateStatus': { registrants: { registrant: [registrant('meeting')] } },
	'recordingRegistrant.create': answers,
	'recordingRegistrant.updateStatus': { registrants: viewer.id },
	'report.getDaily': { year: 2026, month: 7 },
	'trackingField.update': { field: 'Cost unit' },
	'tsp.updateAccount': { tspEnabled: true },
	'user.addAssistants': { assistants: { assistant: [{ id: olivia }] } },
	// "None" goes with users of single sign-on only.
	'user.create': { type: 2 },
	'user.update': { type: 2 },
	'user.updateEmail': { email: 'henrik.holm-hansen@example.com' },
	'webinarRegistrant.create': answers,
	'webinarRegistrant.updateStatus': { registrants: { registrant: [registrant('webinar')] } },
};

/** Fields of which Zoom takes one at a time: each turn has another. */
export const ONE_OF: Readonly<Record<string, readonly string[]>> = {
	'user.update': ['type', 'planUnitedType', 'zoomOneType'],
};

const SELDOM = 'of a single occurrence Zoom changes only time, agenda and few settings';
const NO_SERIES = 'neither series nor instant meetings are made by the add-on of a calendar';

/** Fields that do not go together with the others, and why. */
export const LEFT_OUT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'meeting.create': { preSchedule: NO_SERIES },
	'meeting.update': { occurrenceId: SELDOM, preSchedule: NO_SERIES },
	'webinar.update': { occurrenceId: SELDOM },
};

/** Files of the input item, for who takes one. */
export const ITEM_FILES: IBinaryKeyData = {
	data: {
		data: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
		mimeType: 'image/png',
		fileName: 'picture.png',
	},
};

/** No more than an operation demands, about things the emulator has. */
export const leastInput = (named: Named<RestOperation>, links: Links): Parameters =>
	fitted(changeInput(named.operation), { ...valuesFor(named), ...links });

/**
 * All that goes together, about things the emulator has.
 * @param included fields that would be left out, but are not
 */
export function mostInput(
	named: Named<RestOperation>,
	links: Links,
	turn: number,
	included: readonly string[] = [],
): Parameters {
	const absent = absentFields(named.name, turn).filter((name) => !included.includes(name));
	const input = fullInput(named.operation, turn);
	return fitted(input, { ...valuesFor(named), ...links }, absent);
}

function valuesFor({ name, resource }: Named): Parameters {
	const values = ['any', resource, name].flatMap((scope) => [SEEDED[scope], FITTING[scope]]);
	return Object.assign({}, ...values) as Parameters;
}

function absentFields(name: string, turn: number): string[] {
	const oneOf = ONE_OF[name] ?? [];
	const others = oneOf.filter((_, index) => index !== turn % oneOf.length);
	return [...others, ...Object.keys(LEFT_OUT[name] ?? {})];
}

/** A sample with these values instead of its own, at any depth. */
function fitted(
	sample: Parameters,
	values: Parameters,
	absent: readonly string[] = [],
): Parameters {
	const within = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(within);
		return typeof value === 'object' && value !== null
			? fitted(value as Parameters, values, absent)
			: value;
	};
	const entries = Object.entries(sample)
		.filter(([name]) => !absent.includes(name))
		.map(([name, value]) => [name, name in values ? placed(values[name], value) : within(value)]);
	return Object.fromEntries(entries) as Parameters;
}

/** A value where a sample was, in a resource locator if the sample is one. */
const placed = (value: unknown, sample: unknown): unknown =>
	typeof sample === 'object' && sample !== null && '__rl' in sample ? { ...sample, value } : value;

/** Entries of the tables that no operation has a field for. */
export function idleEntries(): string[] {
	const isField = (scope: string, field: string) =>
		restOperations
			.filter(({ name, resource }) => ['any', resource, name].includes(scope))
			.some(({ operation: { fields, optional = [] } }) =>
				allWithin([...fields, ...optional]).some((placed) => placed.field.name === field),
			);
	return [SEEDED, FITTING]
		.flatMap((table) => Object.entries(table))
		.flatMap(([scope, values]) => Object.keys(values).map((field) => [scope, field]))
		.filter(([scope, field]) => !isField(scope, field))
		.map((entry) => entry.join(': '));
}
