import type { IDataObject } from 'n8n-workflow';
import type { TestEnvironment } from '../../support/engine/testEnvironment';
import { byId, createTestEnvironment } from '../../support/engine/testEnvironment';

const meetingId = 87_000_000_001;
const BATCH = 'POST /v2/meetings/{meetingId}/batch_registrants';
const STATUS = 'PUT /v2/meetings/{meetingId}/registrants/status';

let environment: TestEnvironment;
beforeAll(async () => {
	environment = await createTestEnvironment();
});
beforeEach(() => {
	environment.reset();
	environment.emulator.addMeeting({
		id: meetingId,
		host_id: 'HenrikHolm-Host_000000',
		settings: { approval_type: 1 },
	});
});
afterAll(async () => await environment.close());

const run = async (operation: string, parameters: object, more = {}) =>
	await environment.run(
		'serverToServer',
		`meetingRegistrant.${operation}`,
		{ meetingId: byId(String(meetingId)), ...parameters },
		more,
	);

const people = Array.from({ length: 65 }, (_, index) => ({
	email: `guest${index}@customer.example`,
	firstName: `Guest ${index}`,
}));

test('A person registers with answers to the questions of the form, and gets a link', async () => {
	const { items, error } = await environment.run('serverToServer', 'meetingRegistrant.create', {
		meetingId: byId('85789012345'),
		email: 'nina@customer.example',
		firstName: 'Nina',
		additionalFields: {
			org: 'Customer Inc.',
			customQuestions: {
				answer: [
					{ title: 'What would you like to learn?', value: 'Workflows' },
					{ title: 'How well do you know the product?', value: 'Well' },
				],
			},
		},
	});
	expect(error?.message).toBeUndefined();
	expect(items[0]).toMatchObject({ registrant_id: expect.any(String) });
	const [call] = environment.emulator.requests.to('POST /v2/meetings/{meetingId}/registrants');
	expect(call.body).toMatchObject({
		custom_questions: [
			{ title: 'What would you like to learn?', value: 'Workflows' },
			{ title: 'How well do you know the product?', value: 'Well' },
		],
	});
});

test('Many are registered in calls of thirty, and their answers come as one, in order', async () => {
	const { items, error } = await run('createBatch', { registrants: { registrant: people } });
	expect(error).toBeUndefined();
	const sizes = environment.emulator.requests
		.to(BATCH)
		.map(({ body }) => ((body as IDataObject).registrants as unknown[]).length);
	expect(sizes).toEqual([30, 30, 5]);
	const [{ registrants }] = items as unknown as [{ registrants: { email: string }[] }];
	expect(registrants.map(({ email }) => email)).toEqual(people.map(({ email }) => email));
});

test('What entries have besides their fields is left out, and a hint says so once', async () => {
	const rows = people.slice(0, 3).map((person) => ({ ...person, Last_Name: 'Doe', row: 7 }));
	const hintsOf = ({ run: { data } }: Awaited<ReturnType<typeof run>>) =>
		(data.resultData.runData.Zoom[0].hints ?? []).map(({ message }) => message);
	expect(hintsOf(await run('createBatch', { registrantsJson: rows }))).toEqual([
		'Registrants: unknown fields of entries were left out: "Last_Name", "row".',
	]);
	const [call] = environment.emulator.requests.to(BATCH);
	expect(JSON.stringify(call.body)).not.toMatch(/Doe|row/);
	const known = people.slice(3, 6).map(({ email, firstName }) => ({
		email,
		first_name: firstName,
		lastName: 'Doe',
	}));
	expect(hintsOf(await run('createBatch', { registrantsJson: known }))).toEqual([]);
});

test('What fails after thirty says how many Zoom accepted', async () => {
	environment.emulator.faults.add({
		match: BATCH,
		skip: 1,
		status: 400,
		body: { code: 300, message: 'No.' },
	});
	const { error } = await run('createBatch', { registrants: { registrant: people } });
	expect(error?.message).toMatch(/Zoom had already accepted the first 30 of 65 entries\.$/);
});

test('The status of many changes in calls of thirty', async () => {
	await run('createBatch', { registrants: { registrant: people } });
	const { items: pending } = await run('getAll', {
		returnAll: true,
		filters: { status: 'pending' },
	});
	expect(pending).toHaveLength(65);
	const registrants = pending.map(({ id, email }) => ({ id, email }));
	const { error } = await run('updateStatus', {
		action: 'approve',
		registrants: { registrant: registrants },
	});
	expect(error).toBeUndefined();
	expect(environment.emulator.requests.to(STATUS)).toHaveLength(3);
	const { items: approved } = await run('getAll', { returnAll: true });
	expect(approved).toHaveLength(65);
});

test('The same person a fourth time in a day is told why not', async () => {
	const items = Array.from({ length: 4 }, () => ({}));
	const { outputs } = await run(
		'create',
		{ email: 'nina@customer.example', firstName: 'Nina' },
		{ items, node: { onError: 'continueErrorOutput' } },
	);
	expect(outputs.map((output) => output.length)).toEqual([3, 1]);
	const [{ json }] = outputs[1];
	expect(json.error).toMatch(/^Zoom's daily limit for this registrant is used up/);
	expect((json.details as IDataObject).hint).toMatch(/three registrations/);
});
