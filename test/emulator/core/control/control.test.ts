import type { Api, Reply } from '../../caller';
import { apiOf, control, postForm } from '../../caller';
import type { Emulator } from '../..';
import { createEmulator, manualClock } from '../..';

describe('the control endpoints', () => {
	const clock = manualClock('2026-07-01T09:00:00Z');
	let emulator: Emulator;
	let api: Api;

	beforeAll(async () => {
		emulator = await createEmulator({ clock });
	});
	beforeEach(() => {
		emulator.reset();
		api = apiOf(emulator);
	});
	afterAll(() => emulator.close());

	const ask = (method: string, path: string, body?: unknown): Promise<Reply> =>
		control(emulator, method, path, body);

	it('say what this is, with credentials that work', async () => {
		const { body } = await ask('GET', '/');
		const [serverToServer] = body.credentials as { fields: Record<string, string> }[];
		const fields = serverToServer.fields;
		const app = { clientId: fields['Client ID'], clientSecret: fields['Client Secret'] };
		expect(fields['Token URL']).toBe(`${emulator.url}/oauth/token`);
		const reply = await postForm(emulator, '/oauth/token', app, {
			grant_type: 'account_credentials',
			account_id: fields['Account ID'],
		});
		expect(reply.status).toBe(200);
		expect(body.operations).toContain('meetingCreate');
		expect((await fetch(emulator.url, { redirect: 'manual' })).headers.get('location')).toBe(
			'/__emulator/',
		);
	});

	it('show every call but their own', async () => {
		await api('POST', '/users/me/meetings?', { topic: 'x' });
		await api('GET', '/users/me/meetings?page_size=2');
		const { body } = await ask('GET', '/requests');
		expect(body).toMatchObject([
			{
				method: 'POST',
				path: '/v2/users/me/meetings',
				route: '/users/{userId}/meetings',
				body: { topic: 'x' },
				status: 201,
				at: clock.now(),
			},
			{ url: '/v2/users/me/meetings?page_size=2', query: { page_size: '2' }, status: 200 },
		]);
		expect(body).toHaveLength(2);
		expect(emulator.requests.to('POST /v2/users/{userId}/meetings')).toHaveLength(1);
		expect(emulator.requests.to('GET /v2/users/me/meetings')).toHaveLength(1);
		expect(emulator.requests.to('* /v2/*')).toHaveLength(2);
		await ask('DELETE', '/requests');
		expect(emulator.requests).toHaveLength(0);
	});

	it('put everything back: records, tokens, faults, calls and apps', async () => {
		const app = emulator.apps.serverToServer;
		const before = emulator.store.snapshot();
		await api('DELETE', '/meetings/81234567890');
		await api('POST', '/users/me/meetings', { topic: 'x' });
		emulator.faults.add({ match: '* /v2/*', status: 500 });
		emulator.addApp({ name: 'More', clientId: 'more' });
		app.scopes = [];
		app.active = false;
		expect((await ask('POST', '/reset')).status).toBe(204);
		expect(emulator.store.snapshot()).toEqual(before);
		expect(emulator.requests).toHaveLength(0);
		expect(emulator.apps.serverToServer).toBe(app);
		expect([app.active, app.scopes.length > 0]).toEqual([true, true]);
		expect((await api('GET', '/users/me')).status).toBe(401);
		expect((await apiOf(emulator)('GET', '/users/me')).status).toBe(200);
		expect((await ask('PATCH', '/apps/more', {})).status).toBe(400);
	});

	it('add faults, by text or expression, once or always, and clear them', async () => {
		await ask('POST', '/faults', { match: '/users.me$/', status: 503, times: 'always' });
		await ask('POST', '/faults', { match: 'GET /v2/users', limit: 'perSecond' });
		expect((await api('GET', '/users/me')).status).toBe(503);
		expect((await api('GET', '/users/me')).status).toBe(503);
		expect((await api('GET', '/users')).status).toBe(429);
		expect((await ask('GET', '/faults')).body).toMatchObject([{ match: '/users.me$/' }]);
		expect((await ask('DELETE', '/faults')).status).toBe(204);
		expect((await api('GET', '/users/me')).status).toBe(200);
		const wrong = await ask('POST', '/faults', { match: 'GET /v2/users' });
		expect([wrong.status, wrong.body.error]).toEqual([400, expect.stringMatching(/exactly one/)]);
		expect((await ask('POST', '/faults', { status: 500 })).status).toBe(400);
	});

	it('take JSON whatever it is called, as `curl -d` sends it', async () => {
		const reply = await fetch(`${emulator.url}/__emulator/faults`, {
			method: 'POST',
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body: JSON.stringify({ match: 'GET /v2/users', status: 503 }),
		});
		expect(reply.status).toBe(204);
		expect((await api('GET', '/users')).status).toBe(503);
	});

	it('move the clock', async () => {
		const before = clock.now();
		expect((await ask('POST', '/clock', { advanceMs: 1500 })).status).toBe(200);
		expect(clock.now()).toBe(before + 1500);
		await ask('POST', '/clock', { set: '2026-08-01T00:00:00Z' });
		expect((await ask('GET', '/clock')).body.now).toBe('2026-08-01T00:00:00.000Z');
		expect((await ask('POST', '/clock', { advance: 5 })).status).toBe(400);
		clock.set(before);
	});

	it('change apps and settings by names they know', async () => {
		const { clientId } = emulator.apps.userManaged;
		const change = { scopes: ['user:read:user'], active: false };
		expect((await ask('PATCH', `/apps/${clientId}`, change)).body).toMatchObject(change);
		expect(emulator.apps.userManaged).toMatchObject(change);
		expect((await ask('PATCH', `/apps/${clientId}`, { actve: true })).body.error).toBe(
			'Unknown: actve',
		);
		const added = await ask('POST', '/apps', { name: 'Extra' });
		expect(added.body).toMatchObject({ name: 'Extra', kind: 'serverToServer', active: true });
		await ask('PATCH', '/settings', { plan: 'pro' });
		expect(emulator.plan).toBe('pro');
		await ask('PATCH', '/settings', { plan: 'unlimited' });
	});

	it('show what is there and add to it', async () => {
		const seed = (await ask('GET', '/seed')).body;
		expect(seed.users).toHaveLength(7);
		await ask('POST', '/seed', {
			users: [{ email: 'new@example.com', id: 'NewUser' }],
			meetings: [{ host_id: 'NewUser', id: 999_999_999, topic: 'Seeded' }],
		});
		expect((await api('GET', '/meetings/999999999')).body).toMatchObject({
			topic: 'Seeded',
			host_email: 'new@example.com',
		});
	});

	it('say which of them there are when asked for another', async () => {
		const { status, body } = await ask('GET', '/nothing');
		expect(status).toBe(404);
		expect(body.controls).toContain('POST /reset');
		expect((await ask('POST', '/meetings/1/start')).status).toBe(400);
	});

	it('cover the seed: a started meeting and a UUID that needs double encoding', () => {
		const meetings = emulator.store.meetings.find();
		expect(meetings.some(({ status }) => status === 'started')).toBe(true);
		expect(meetings.some(({ uuid }) => /^\/.*\/\//.test(uuid))).toBe(true);
		for (const { email } of emulator.store.users.find()) expect(email).toMatch(/@example\.com$/);
	});
});
