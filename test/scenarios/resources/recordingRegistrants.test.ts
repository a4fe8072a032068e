import { manualClock } from '../../emulator';
import type { TestEnvironment } from '../../support/engine/testEnvironment';
import { byId, createTestEnvironment } from '../../support/engine/testEnvironment';

let environment: TestEnvironment;
beforeAll(async () => {
	environment = await createTestEnvironment({ clock: manualClock('2026-07-15T09:00:00Z') });
});
afterAll(async () => {
	await environment.close();
});

const run = (operation: string, parameters: Record<string, unknown> = {}) =>
	environment.run('serverToServer', operation, {
		meetingId: byId('84567890123'),
		...parameters,
	} as never);

test('People register to watch a recording, and are approved or denied', async () => {
	await run('recording.updateSettings', { additionalFields: { onDemand: true, approvalType: 1 } });
	const ids: unknown[] = [];
	for (const name of ['Jane', 'John']) {
		const { items, error } = await run('recordingRegistrant.create', {
			email: `${name}@example.com`,
			firstName: name,
			additionalFields: { org: 'Cooking', noOfEmployees: '101-250' },
		});
		expect(error).toBeUndefined();
		ids.push(items[0].registrant_id);
	}
	const names = async (status: string) =>
		(await run('recordingRegistrant.getAll', { filters: { status } })).items.map(
			({ first_name }) => first_name,
		);
	expect(await names('pending')).toEqual(['Jane', 'John']);
	for (const [action, id] of [
		['approve', ids[0]],
		['deny', ids[1]],
	]) {
		const changed = await run('recordingRegistrant.updateStatus', { action, registrants: id });
		expect(changed.error).toBeUndefined();
	}
	expect([await names('approved'), await names('denied')]).toEqual([['Jane'], ['John']]);
});

test('The questions they are asked are changed and read', async () => {
	const question = [{ title: 'Why?', type: 'single', answers: ['Work', 'Fun'], required: true }];
	const { error } = await run('recordingRegistrant.updateQuestions', {
		additionalFields: {
			customQuestions: { question },
			questions: { question: [{ fieldName: 'last_name', required: true }] },
		},
	});
	expect(error).toBeUndefined();
	expect((await run('recordingRegistrant.getQuestions')).items[0]).toMatchObject({
		custom_questions: question,
		questions: [{ field_name: 'last_name', required: true }],
	});
});
