import type { Emulator } from '..';
import { createEmulator } from '..';
import type { Api } from '../caller';
import { apiOf } from '../caller';

describe('controls of a running meeting', () => {
	let emulator: Emulator;
	let api: Api;

	beforeAll(async () => {
		emulator = await createEmulator();
	});
	beforeEach(() => {
		emulator.reset();
		api = apiOf(emulator);
	});
	afterAll(() => emulator.close());

	const send = async (method: string, params?: object, id = 8_912_345_678) => {
		const { status, body } = await api('PATCH', `/live_meetings/${id}/events`, { method, params });
		return status === 202 ? 'accepted' : [status, body.code, body.message];
	};
	const settings = () => emulator.store.users.get('OliviaOrtiz-Owner00000')!.settings;

	it('are accepted, with nothing in the answer', async () => {
		const { status, text } = await api('PATCH', '/live_meetings/8912345678/events', {
			method: 'recording.start',
		});
		expect([status, text]).toEqual([202, '']);
	});

	it('need a meeting that runs, except to call somebody', async () => {
		const call = { phone_number: '+49 30 123456' };
		expect(await send('recording.stop', {}, 81_234_567_890)).toEqual([
			400,
			300,
			'Meeting does not exist.',
		]);
		expect(await send('participant.invite.callout', call, 81_234_567_890)).toBe('accepted');
		expect(await send('recording.stop', {}, 1)).toEqual([
			404,
			3001,
			'Meeting 1 is not found or has expired.',
		]);
	});

	it('say whom or what they are about', async () => {
		for (const [method, params] of [
			['participant.invite', {}],
			['participant.invite.callout', {}],
			['participant.invite.room_system_callout', { call_type: 'sip' }],
			['participant.invite.room_system_callout', { call_type: 'fax', device_ip: '10.0.0.1' }],
			['participant.remove', {}],
		] as const)
			expect(await send(method, params)).toEqual([400, 300, 'Validation Failed.']);
		expect((await api('PATCH', '/live_meetings/8912345678/events', { params: {} })).body.code).toBe(
			300,
		);
	});

	it('invite people of the account', async () => {
		const invite = (...contacts: object[]) => send('participant.invite', { contacts });
		expect(await invite({ email: 'hana.hayashi@example.com' }, { id: 'x' })).toBe('accepted');
		const [status, code, message] = await invite({ email: 'stranger@example.org' });
		expect([status, code]).toEqual([400, 300]);
		expect(message).toMatch(/^No valid contacts were found/);
	});

	it('record where the host may record in the cloud', async () => {
		settings().recording.cloud_recording = false;
		expect(await send('recording.start')).toEqual([400, 300, 'No permission.']);
	});

	it('start of AI Companion what the host has', async () => {
		const starting = async (ai_companion_mode?: string) => {
			const answer = await send('ai_companion.start', { ai_companion_mode });
			return answer === 'accepted' ? answer : answer.slice(0, 2);
		};
		settings().in_meeting.ai_companion_questions = { enable: false };
		expect(await starting()).toBe('accepted');
		expect(await starting('summary')).toBe('accepted');
		expect(await starting('questions')).toEqual([403, 2314]);
		settings().in_meeting.meeting_summary_with_ai_companion = { enable: false };
		expect(await starting()).toEqual([403, 2314]);
	});
});
