import type { Emulator } from '..';
import { createEmulator, manualClock } from '..';
import type { Api } from '../caller';
import { apiOf } from '../caller';

const kickOff = `/meetings/${encodeURIComponent('KickOff/2hPq5vKzYw2c0A==')}/meeting_summary`;
const standUp = encodeURIComponent(encodeURIComponent('StandUp3//qR5vKzYw2c0A=='));

describe('summaries', () => {
	let emulator: Emulator;
	let api: Api;

	beforeAll(async () => {
		emulator = await createEmulator({ clock: manualClock('2026-07-15T09:00:00Z') });
	});
	beforeEach(() => {
		emulator.plan = 'unlimited';
		emulator.reset();
		api = apiOf(emulator);
	});
	afterAll(() => emulator.close());

	const list = async (query = '') => {
		const { body } = await api('GET', `/meetings/meeting_summaries?${query}`);
		return (body.summaries as { meeting_topic: string }[]).map(
			({ meeting_topic }) => meeting_topic,
		);
	};
	const refusal = async (method: string, path: string) => {
		const { status, body } = await api(method, path);
		return [status, body.code, body.message];
	};

	it('are listed by when they begin or were made', async () => {
		expect(await list()).toEqual(['Kick-off', 'Support stand-up']);
		const late = 'from=2026-07-08T15:00:00Z&to=2026-07-09T00:00:00Z';
		expect(await list(late)).toEqual([]);
		expect(await list(`${late}&time_filter_field=summary_created_time`)).toEqual(['Kick-off']);
		const { body } = await api('GET', '/meetings/meeting_summaries?page_size=1');
		expect(body).toMatchObject({
			from: '2026-06-15T09:00:00Z',
			to: '2026-07-15T09:00:00Z',
			page_size: 1,
			next_page_token: expect.stringMatching(/./),
		});
		expect(await list(`page_size=1&next_page_token=${String(body.next_page_token)}`)).toEqual([
			'Support stand-up',
		]);
	});

	it('refuse a range that ends before it begins, or dates without a time', async () => {
		const path = '/meetings/meeting_summaries';
		for (const query of ['from=2026-07-09T00:00:00Z&to=2026-07-08T00:00:00Z', 'from=2026-07-09'])
			expect((await refusal('GET', `${path}?${query}`)).slice(0, 2)).toEqual([400, 300]);
	});

	it('are read by the UUID of the instance only', async () => {
		expect((await api('GET', kickOff)).body).toMatchObject({
			meeting_id: 84567890123,
			meeting_host_email: 'olivia.ortiz@example.com',
			summary_created_time: '2026-07-08T16:07:00Z',
			summary_title: 'Meeting summary for Kick-off',
			next_steps: ['Henrik sends the plan.', 'Hana finds three pilot users.'],
			summary_content: expect.stringContaining('### Scope\nThe first version'),
		});
		expect((await api('GET', `/meetings/${standUp}/meeting_summary`)).status).toBe(200);
		expect(await refusal('GET', '/meetings/84567890123/meeting_summary')).toEqual([
			400,
			300,
			'Invalid meeting ID.',
		]);
		expect(await refusal('GET', '/meetings/TrialRun2hPq5vKzYw2c0A==/meeting_summary')).toEqual([
			404,
			3001,
			'Meeting does not exist: TrialRun2hPq5vKzYw2c0A==.',
		]);
	});

	it('go to the trash when they are deleted', async () => {
		expect((await api('DELETE', kickOff)).status).toBe(204);
		expect(await list()).toEqual(['Support stand-up']);
		const trashed = [
			403,
			2305,
			'The meeting summary has been moved to Trash and cannot be accessed.',
		];
		expect(await refusal('GET', kickOff)).toEqual(trashed);
		expect(await refusal('DELETE', kickOff)).toEqual(trashed);
	});

	it("are the host's own, and need a plan that is paid for", async () => {
		const own = emulator.authorize(emulator.apps.userManaged, 'hana.hayashi@example.com');
		api = apiOf(emulator, own.access_token);
		expect((await api('GET', `/meetings/${standUp}/meeting_summary`)).status).toBe(200);
		expect((await refusal('GET', kickOff)).slice(0, 2)).toEqual([400, 4711]);
		api = apiOf(emulator);
		emulator.plan = 'free';
		expect(await refusal('GET', kickOff)).toEqual([400, 200, 'Only available for Paid account.']);
	});
});
