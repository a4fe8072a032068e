import type { IDataObject } from 'n8n-workflow';
import { fieldsOf } from '../../../nodes/Zoom/form/properties';
import { withTwins } from '../../../nodes/Zoom/registry/listTwins';
import { scenarios } from '../../support/engine/scenarios';
import { byId } from '../../support/engine/testEnvironment';
import { allWithin, operations } from '../../support/registry/registry';

const scenario = scenarios();
const { callsTo } = scenario;

type Given = Parameters<typeof scenario.environment.run>[2];

/** What is sent and told of parameters. */
async function run(operation: string, parameters: Given, items: IDataObject[] = [{}]) {
	const { error, run: whole } = await scenario.environment.run(
		'serverToServer',
		operation,
		parameters,
		{
			items,
			node: { onError: 'continueRegularOutput' },
		},
	);
	const data = whole.data.resultData.runData.Zoom?.[0];
	const [item] = data?.data?.main?.[0] ?? [];
	return {
		body: callsTo('*').at(-1)?.body,
		query: callsTo('*').at(-1)?.query,
		message: error?.message ?? (item?.json.error as string | undefined),
		hints: (data?.hints ?? []).map(({ message }) => message),
	};
}

const host = { userId: byId('henrik.holm@example.com') };
const newMeeting = async (additionalFields: Given[string], items?: IDataObject[]) =>
	await run('meeting.create', { ...host, additionalFields }, items);
const meetingId = byId('81234567890');

describe('A member of a collection', () => {
	test.each<[string, Given[string], object]>([
		[
			'has the name of its field',
			{ startTime: '2026-08-01T10:00:00Z' },
			{ start_time: '2026-08-01T10:00:00Z' },
		],
		[
			"has Zoom's name",
			{ start_time: '2026-08-01T10:00:00Z' },
			{ start_time: '2026-08-01T10:00:00Z' },
		],
		[
			'is read as any other',
			{ start_time: '2026-08-01T12:00:00+02:00' },
			{ start_time: '2026-08-01T10:00:00Z' },
		],
		['is further in', { settings: { waiting_room: true } }, { settings: { waiting_room: true } }],
		[
			'is in a rule, under either name',
			{ type: 8, recurrence: { type: 1, repeat_interval: '2', endTimes: 3 } },
			{ type: 8, recurrence: { type: 1, repeat_interval: 2, end_times: 3 } },
		],
		[
			'comes from an expression for all of them',
			'={{ $json }}',
			{ duration: 30, timezone: 'Europe/Berlin' },
		],
		[
			'comes from JSON',
			'={{ JSON.stringify($json) }}',
			{ duration: 30, timezone: 'Europe/Berlin' },
		],
		[
			'is in an entry of a list',
			{
				settings: {
					language_interpretation: {
						interpreters: [{ email: 'a@example.com', interpreter_languages: 'English,French' }],
					},
				},
			},
			{
				settings: {
					language_interpretation: {
						interpreters: [{ email: 'a@example.com', interpreter_languages: 'English,French' }],
					},
				},
			},
		],
	])('%s', async (_, additionalFields, body) => {
		const sent = await newMeeting(additionalFields, [{ duration: 30, timezone: 'Europe/Berlin' }]);
		expect(sent).toMatchObject({ body, hints: [] });
	});

	test("is taken from Zoom's objects that the form does not have", async () => {
		const more = { email: 'new@example.com', action: 'create' };
		const nested = {
			user_info: { first_name: 'Jane', display_name: 'J', feature: { zoom_phone: true }, odd: 1 },
		};
		const { body, hints } = await run('user.create', { ...more, additionalFields: nested });
		expect(body).toMatchObject({
			user_info: { first_name: 'Jane', display_name: 'J', feature: { zoom_phone: true } },
		});
		expect(hints).toEqual(['Additional Fields: unknown fields were left out: "user_info.odd".']);
	});

	test.each<[Given[string], string]>([
		[{ start_time: 'tomorrow' }, 'Start Time: must be a date and time'],
		[{ duration: 'long' }, 'Duration (Minutes): must be a whole number'],
		[{ settings: { jbh_time: 7 } }, 'Settings > Join Before Host Time: must be one of'],
		[{ settings: 'x' }, 'Settings: must be a collection of fields'],
	])('%j is refused under either name', async (additionalFields, message) => {
		expect((await newMeeting(additionalFields)).message).toMatch(message.slice(0, 30));
	});

	test('that no field knows is named', async () => {
		const { hints, body } = await newMeeting({
			start_date: 'x',
			settings: { waitingRooms: true, waiting_room: false },
		});
		expect(body).toMatchObject({ settings: { waiting_room: false } });
		expect(hints).toEqual([
			'Additional Fields: unknown fields were left out: "start_date".',
			'Settings: unknown fields were left out: "waitingRooms".',
		]);
	});

	test("counts under its field's own name where it has both", async () => {
		const { hints, body } = await newMeeting({
			start_time: '2026-09-01T10:00:00Z',
			startTime: '2026-08-01T10:00:00Z',
		});
		expect(body).toMatchObject({ start_time: '2026-08-01T10:00:00Z' });
		expect(hints).toEqual([
			'Additional Fields: "start_time" was left out, because the field is also given under its own name.',
		]);
	});

	test.each([
		['user.update', { ...host, updateFields: { job_title: 'Host' } }, { job_title: 'Host' }],
		[
			'meeting.update',
			{ meetingId, updateFields: { agenda: 'x', settings: { host_video: true } } },
			{ agenda: 'x', settings: { host_video: true } },
		],
	])('of %s', async (operation, parameters, body) => {
		expect(await run(operation, parameters as Given)).toMatchObject({ body, hints: [] });
	});

	test('of filters and options', async () => {
		const { query, hints } = await run('user.getAll', {
			filters: { role_id: '2', include: 'x' },
			options: { retry_mode: 'none', retries: 3 },
		});
		expect(query).toMatchObject({ role_id: '2' });
		expect(hints).toEqual([
			'Filters: unknown fields were left out: "include".',
			'Options: unknown fields were left out: "retries".',
		]);
	});
});

describe("What n8n's own Zoom node holds where nothing was set", () => {
	const untouched = { duration: 0, startTime: '', timeZone: '', scheduleFor: '' };

	test('is left out of a new meeting, and told', async () => {
		const { body, message, hints } = await newMeeting({ ...untouched, type: 2, settings: {} });
		expect(message).toBeUndefined();
		expect(body).toEqual({ type: 2, settings: {} });
		expect([...hints].sort()).toEqual([
			"Duration (Minutes): it is 0, so it was left out, as n8n's own Zoom node does.",
			"Schedule For: it is empty, so it was left out, as n8n's own Zoom node does.",
			"Start Time: it is empty, so it was left out, as n8n's own Zoom node does.",
			"Timezone Name or ID: it is empty, so it was left out, as n8n's own Zoom node does.",
		]);
	});

	test('is left out of a change', async () => {
		const updateFields = { ...untouched, agenda: 'x' };
		expect((await run('meeting.update', { meetingId, updateFields })).body).toEqual({
			agenda: 'x',
		});
	});

	test('is no occurrence', async () => {
		const { query } = await run('meeting.get', {
			meetingId,
			additionalFields: { occurrenceId: '' },
		});
		expect(query).toEqual({});
	});

	test.each<[string, Given[string], string]>([
		[
			'no minutes',
			{ duration: '={{ $json.none }}' },
			'Duration (Minutes): must be a whole number from 1 to 1440',
		],
		[
			'a time that is empty',
			{ startTime: '={{ $json.empty }}' },
			'Start Time: must be a date and time',
		],
		['a host that is empty', { scheduleFor: '={{ $json.empty }}' }, 'Schedule For: must be `me`'],
		[
			'minutes that are not even zero',
			{ duration: -1 },
			'Duration (Minutes): must be a whole number from 1 to 1440',
		],
	])('is refused where an expression comes to it: %s', async (_, additionalFields, message) => {
		const sent = await newMeeting(additionalFields, [{ none: 0, empty: '' }]);
		expect(sent.message).toContain(message);
		expect(sent.body).toBeUndefined();
	});
});

describe('A list', () => {
	const lists = operations.flatMap(({ name, operation }) => {
		const placed = allWithin(fieldsOf(operation));
		return placed
			.filter(({ field }) => field.type === 'fixedCollection')
			.map(({ path, field }) => ({
				path: `${name} ${path}`,
				twin: placed.find((other) => other.path === `${path}Json`),
				field,
			}));
	});

	test('has its entries as JSON, too, wherever it is', () => {
		expect(lists.length).toBeGreaterThan(50);
		expect(lists.filter(({ twin, field }) => twin?.field.appendsTo !== field.name)).toEqual([]);
		expect(withTwins([])).toEqual([]);
	});

	const fields = [{ field: 'Team', value: 'Blue' }];
	test.each<[string, Given[string]]>([
		['an expression', { trackingFields: '={{ $json.fields }}' }],
		[
			'an expression as the form has it',
			{ trackingFields: '={{ ({ trackingField: $json.fields }) }}' },
		],
		['an expression that comes to JSON', { trackingFields: '={{ JSON.stringify($json.fields) }}' }],
		["an expression, under Zoom's name", { tracking_fields: '={{ $json.fields }}' }],
		['a list that somebody wrote', { trackingFields: fields }],
		['JSON', { trackingFieldsJson: '={{ $json.fields }}' }],
		['JSON as text', { trackingFieldsJson: JSON.stringify(fields) }],
		['the form', { trackingFields: { trackingField: fields } }],
	])('may be %s', async (_, additionalFields) => {
		const { body, hints } = await newMeeting(additionalFields, [{ fields }]);
		expect(body).toEqual({ tracking_fields: fields });
		expect(hints).toEqual([]);
	});

	test('may be an expression at the top', async () => {
		const question = { name: 'Why?', type: 'single', answers: ['a', 'b'] };
		const { body } = await run(
			'meetingPoll.create',
			{ meetingId, title: 'T', questions: '={{ [$json] }}' },
			[question],
		);
		expect(body).toEqual({ title: 'T', questions: [question] });
	});

	test('of the form has what n8n takes as set, and nothing that it does not show', async () => {
		const answers = ['a', 'b'];
		const sentOf = async (question: object) => {
			const questions = { question: [question] };
			return (await run('meetingPoll.create', { meetingId, title: 'T', questions } as Given)).body;
		};
		expect(await sentOf({ name: 'Why?', answers })).toEqual({
			title: 'T',
			questions: [{ name: 'Why?', type: 'single', answers }],
		});
		expect(await sentOf({ name: 'Why?', answers, type: 'short_answer' })).toEqual({
			title: 'T',
			questions: [{ name: 'Why?', type: 'short_answer' }],
		});
	});

	test.each<[Given[string]]>([
		[{ trackingFields: '={{ [] }}' }],
		[{ trackingFields: {} }],
		[{ trackingFieldsJson: '[]' }],
	])('that is emptied is told: %j', async (additionalFields) => {
		const { body, hints } = await newMeeting(additionalFields);
		expect(body).toEqual({ tracking_fields: [] });
		expect(hints).toEqual([
			'Tracking Fields: the list has no entries, and is sent as an empty list.',
		]);
	});

	test.each<[Given[string]]>([
		[{ trackingFields: '={{ "none" }}' }],
		[{ trackingFields: '={{ 7 }}' }],
	])('is nothing else: %j', async (additionalFields) => {
		expect((await newMeeting(additionalFields)).message).toBe(
			'Tracking Fields: must be a list of entries',
		);
	});
});

test.each(['8123456789', 'https://zoom.us/j/8123456789?pwd=x', '812 345 6789'])(
	'A meeting to filter by may be given as %s',
	async (given) => {
		const { query } = await run('recording.getAll', { ...host, filters: { meetingId: given } });
		expect(query).toMatchObject({ meeting_id: '8123456789' });
	},
);
