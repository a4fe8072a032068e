import type { Emulator } from '..';
import { createEmulator, manualClock } from '..';
import type { Api } from '../caller';
import { apiOf } from '../caller';

describe('registering', () => {
	let emulator: Emulator;
	let api: Api;

	beforeAll(async () => {
		emulator = await createEmulator({ clock: manualClock('2026-07-01T09:00:00Z') });
	});
	beforeEach(() => {
		emulator.reset();
		api = apiOf(emulator);
	});
	afterAll(() => emulator.close());

	const register = async (path: string, email: string) => {
		const { body } = await api('POST', `${path}/registrants`, { email, first_name: 'X' });
		return [body.code, body.message];
	};

	it('for a meeting that does not exist has a code of its own', async () => {
		const { status, body } = await api('POST', '/meetings/1/registrants', {
			email: 'a@example.org',
			first_name: 'A',
		});
		expect([status, body.code]).toEqual([404, 1001]);
		expect((await api('GET', '/meetings/1/registrants')).body.code).toBe(3001);
	});

	it('mistakes neither a webinar for a meeting nor a meeting for a webinar', async () => {
		expect((await api('GET', '/meetings/95678901234/registrants')).body).toEqual({
			code: 300,
			message: 'Cannot access webinar info.',
		});
		expect((await api('GET', '/webinars/85789012345/registrants')).body).toEqual({
			code: 300,
			message: 'Invalid webinar ID.',
		});
	});

	it('is not for the host of a webinar, nor for who speaks at it', async () => {
		const webinar = '/webinars/95678901234';
		expect(await register(webinar, 'Henrik.Holm@example.com')).toEqual([
			3027,
			'Host cannot register.',
		]);
		const [code, message] = await register(webinar, 'tom@partner.example');
		expect([code, message]).toEqual([3000, expect.stringContaining('invited as a panelist')]);
	});

	it('ends where a webinar is full', async () => {
		const settings = { approval_type: 0, registrants_restrict_number: 1 };
		const id = 96_000_000_001;
		const host_id = 'OliviaOrtiz-Owner00000';
		emulator.addWebinar({ id, host_id, start_time: '2026-07-02T09:00:00Z', settings });
		await register(`/webinars/${id}`, 'a@example.org');
		const full = 'Webinar has reached maximum attendee capacity.';
		expect(await register(`/webinars/${id}`, 'b@example.org')).toEqual([3043, full]);
		expect(await register(`/webinars/${id}`, 'a@example.org')).toEqual([undefined, undefined]);
	});

	it('is kept off a meeting without a fixed time without a word', async () => {
		const meeting = (
			await api('POST', '/users/me/meetings', { type: 3, settings: { approval_type: 0 } })
		).body;
		expect(meeting.settings).toMatchObject({ approval_type: 2 });
		const path = `/meetings/${String(meeting.id)}`;
		expect((await api('PATCH', path, { settings: { approval_type: 1 } })).status).toBe(204);
		expect((await register(path, 'a@example.org'))[0]).toBe(404);
	});

	it('counts where people came from', async () => {
		const webinar = '/webinars/95678901234';
		const sources = async () => (await api('GET', `${webinar}/tracking_sources`)).body;
		const before = await sources();
		expect(before.tracking_sources).toMatchObject([
			{ source_name: 'Newsletter', registration_count: 2 },
			{ source_name: 'Website', registration_count: 0 },
		]);
		const [, { id: source_id }] = before.tracking_sources as { id: string }[];
		const person = { email: 'a@example.org', first_name: 'A' };
		expect(
			(await api('POST', `${webinar}/registrants`, { ...person, source_id: 'x' })).body.code,
		).toBe(300);
		await api('POST', `${webinar}/registrants`, { ...person, source_id });
		expect((await sources()).tracking_sources).toMatchObject([{}, { registration_count: 1 }]);
		const { registrants } = (
			await api('GET', `${webinar}/registrants?tracking_source_id=${source_id}`)
		).body;
		expect(registrants).toMatchObject([{ email: 'a@example.org' }]);
	});
});
