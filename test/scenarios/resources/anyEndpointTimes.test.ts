import type { TestEnvironment } from '../../support/engine/testEnvironment';
import { createTestEnvironment } from '../../support/engine/testEnvironment';

let environment: TestEnvironment;
beforeAll(async () => {
	environment = await createTestEnvironment();
});
beforeEach(() => {
	environment.reset();
});
afterAll(async () => {
	await environment.close();
});

/** What Zoom is sent when a workflow in Berlin has these in the form, and more. */
async function sent(endpoint: string, values: Record<string, unknown>, more = {}) {
	const parameters = { mappingMode: 'defineBelow', value: values, schema: [] };
	await environment.run(
		'serverToServer',
		'api.request',
		{ endpoint: { __rl: true, mode: 'path', value: endpoint }, parameters, ...more } as never,
		{ timezone: 'Europe/Berlin' },
	);
	return environment.emulator.requests.to('* /**').at(-1)!;
}

const START = '2026-08-05T10:00:00';
const meeting = { userId: 'me', topic: 'Standup', type: 2, start_time: START };
const create = 'POST /users/{userId}/meetings';
const newYork = { timezone: 'America/New_York' };

describe('A wall time', () => {
	test('is one in the zone that goes with it, from the form', async () => {
		const { body } = await sent(create, { ...meeting, ...newYork });
		expect(body).toMatchObject({ start_time: START, ...newYork });
	});

	test('is one in the zone that goes with it, from JSON', async () => {
		const { body } = await sent(create, meeting, { body: newYork });
		expect(body).toMatchObject({ start_time: START, ...newYork });
	});

	test('without a zone is one of the workflow', async () => {
		const { body } = await sent(create, meeting);
		expect(body).toMatchObject({ start_time: '2026-08-05T08:00:00Z' });
	});
});

test('A moment stays the moment it is, whatever zone goes with it', async () => {
	const moment = { start_time: '2026-08-05T10:00:00+02:00' };
	const { body } = await sent(create, { ...meeting, ...moment, ...newYork });
	expect(body).toMatchObject({ start_time: '2026-08-05T08:00:00Z', ...newYork });
});

describe('A day', () => {
	const evening = { from: '2026-07-04T23:00:00Z' };

	test.each([
		['the zone that goes with it', newYork, '2026-07-04'],
		['the workflow', {}, '2026-07-05'],
	])('of a moment is that in %s, where the endpoint takes a zone', async (_, zone, from) => {
		const { query } = await sent('GET /users/{userId}/meetings', {
			userId: 'me',
			...evening,
			...zone,
		});
		expect(query).toMatchObject({ from });
	});

	test('of a moment is that in UTC elsewhere', async () => {
		const { query } = await sent('GET /users/{userId}/recordings', { userId: 'me', ...evening });
		expect(query).toMatchObject({ from: '2026-07-04' });
	});
});

describe('What may be a day or a time', () => {
	test.each([
		['a moment', '2026-07-04T23:00:00.000Z', '2026-07-04T23:00:00Z'],
		['a wall time', '2026-07-05T01:00:00', '2026-07-04T23:00:00Z'],
		['a day', '2026-07-05', '2026-07-05'],
	])('is sent as %s where it is one', async (_, from, expected) => {
		const { query } = await sent('GET /phone/call_history', { from });
		expect(query).toMatchObject({ from: expected });
	});
});
