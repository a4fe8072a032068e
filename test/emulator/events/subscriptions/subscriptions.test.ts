import type { Api, Reply } from '../../caller';
import { apiOf, postForm } from '../../caller';
import type { App, Emulator } from '../..';
import { createEmulator, manualClock } from '../..';
import type { Receiver } from '../delivery/receiver';
import { receive } from '../delivery/receiver';

const path = '/marketplace/app/event_subscription';
const henrik = 'HenrikHolm-Host_000000';
const hana = 'HanaHayashi-Host_00000';

describe('event subscriptions through the API', () => {
	const clock = manualClock('2026-07-15T09:00:00Z');
	let emulator: Emulator;
	let receiver: Receiver;
	let api: Api;

	beforeAll(async () => {
		emulator = await createEmulator({ clock, insecureWebhooks: true });
	});
	beforeEach(async () => {
		emulator.reset();
		Object.assign(emulator.settings, { insecureWebhooks: true, validateOnCreate: true });
		receiver = await receive(emulator.apps.serverToServer.secretToken);
		api = await ownApi(emulator.apps.serverToServer);
	});
	afterEach(() => receiver.close());
	afterAll(() => emulator.close());

	const ownApi = async (app: App) => {
		const { body } = await postForm(emulator, '/oauth/token', app, {
			grant_type: 'client_credentials',
		});
		return apiOf(emulator, String(body.access_token));
	};
	const asked = (more: object = {}) => ({
		events: ['meeting.started', 'recording.completed'],
		event_subscription_name: 'From a test',
		event_webhook_url: receiver.url,
		subscription_scope: 'account',
		account_id: emulator.account.id,
		...more,
	});
	const forUser = (...user_ids: string[]) =>
		asked({ subscription_scope: 'user', account_id: undefined, user_ids });
	const create = (more?: object) => api('POST', path, asked(more));
	const idOf = ({ body }: Reply) => String(body.event_subscription_id);
	const list = async (query = '') =>
		(await api('GET', `${path}?user_id=${henrik}&account_id=${emulator.account.id}${query}`)).body
			.event_subscriptions as Record<string, unknown>[];
	const refused = ({ status, body }: Reply, code: number, message: string | RegExp) =>
		expect([status, body.code, body.message]).toEqual([400, code, expect.stringMatching(message)]);
	const invalid = ({ status, body }: Reply, field: string) => {
		expect([status, body.code]).toEqual([400, 300]);
		expect(body.errors).toMatchObject([{ field }]);
	};
	const told = async () => {
		const sent = emulator.events.emit('meeting.started', {});
		await emulator.events.settled();
		return sent.length;
	};

	it('are made, listed and deleted with a token of the app itself', async () => {
		const made = await create();
		expect([made.status, Object.keys(made.body)]).toEqual([201, ['event_subscription_id']]);
		expect(idOf(made)).toMatch(/^[\w-]{22}$/);
		expect(receiver.validations).toHaveLength(1);
		expect(await list()).toEqual([
			{
				event_subscription_id: idOf(made),
				events: ['meeting.started', 'recording.completed'],
				event_subscription_name: 'From a test',
				event_webhook_url: receiver.url,
				subscription_scope: 'account',
				created_source: 'openapi',
				subscriber_id: emulator.account.id,
			},
		]);
		expect(await told()).toBe(1);
		expect((await api('DELETE', `${path}/${idOf(made)}`)).status).toBe(204);
		expect([await list(), await told()]).toEqual([[], 0]);
		expect((await api('DELETE', `${path}/${idOf(made)}`)).status).toBe(404);
	});

	it('need a scope that only tokens of the app itself have', async () => {
		const missing = /^Invalid access token, does not contain scopes:\[marketplace:\w+:\w+\]\.$/;
		api = apiOf(emulator);
		refused(await create(), 201, missing);
		refused(await api('GET', path), 201, missing);
		api = apiOf(emulator, emulator.authorize(emulator.apps.userManaged).access_token);
		refused(await create(), 201, missing);
		const { scopes } = emulator.apps.userManaged;
		expect(scopes.filter((scope) => scope.includes('event_subscription'))).toEqual([]);
		expect(emulator.events.subscriptions.all).toEqual([]);
	});

	it('are checked: what is missing, unknown or of another kind', async () => {
		for (const field of ['events', 'event_webhook_url', 'subscription_scope'])
			invalid(await create({ [field]: undefined }), field);
		invalid(await create({ events: 'meeting.started' }), 'events');
		invalid(await create({ events: [] }), 'events');
		invalid(await create({ subscription_scope: 'everybody' }), 'subscription_scope');
		invalid(await create({ secret_token: 'x' }), 'secret_token');
		invalid(await create({ account_id: 'other' }), 'account_id');
		invalid(await create({ account_id: undefined }), 'account_id');
		invalid(await api('POST', path, forUser()), 'user_ids');
		for (const query of ['', `?user_id=${henrik}`]) {
			const { status, body } = await api('GET', path + query);
			expect([status, body.code]).toEqual([400, 300]);
		}
		invalid(await api('GET', `${path}?user_id=me&account_id=other`), 'account_id');
	});

	it('are posted to public https addresses only, unless that is allowed', async () => {
		emulator.settings.insecureWebhooks = false;
		emulator.settings.validateOnCreate = false;
		for (const event_webhook_url of [
			'http://n8n.example.com/hook',
			'https://localhost/hook',
			'https://127.0.0.1/hook',
			'https://[::1]/hook',
			'https://n8n/hook',
			'nonsense',
		])
			invalid(await create({ event_webhook_url }), 'event_webhook_url');
		expect((await create({ event_webhook_url: 'https://n8n.example.com/hook' })).status).toBe(201);
		emulator.settings.insecureWebhooks = true;
		invalid(await create({ event_webhook_url: 'ftp://n8n.example.com' }), 'event_webhook_url');
	});

	it('have only events for which the app has a scope', async () => {
		const notAllowed = 'The event is not allowed for the app.';
		const app = emulator.apps.serverToServer;
		app.scopes = ['meeting:read:meeting:admin'];
		expect((await create({ events: ['meeting.started'] })).status).toBe(201);
		refused(await create({ events: ['meeting.started', 'webinar.started'] }), 300, notAllowed);
		refused(await create({ events: ['meeting.invented'] }), 300, notAllowed);
		// Classic scopes do too, and of some events nobody knows the scope.
		app.scopes = ['webinar:read:admin'];
		expect((await create({ events: ['webinar.started', 'user.created'] })).status).toBe(201);
	});

	it('need an address that proves itself, where that is asked for', async () => {
		receiver.proof = 404;
		refused(await create(), 300, 'URL validation failed. Try again later.');
		expect(await list()).toEqual([]);
		emulator.settings.validateOnCreate = false;
		expect((await create()).status).toBe(201);
		expect(receiver.validations).toHaveLength(1);
		receiver.proof = undefined;
		clock.advance(72 * 3_600_000);
		await emulator.events.settled();
		expect(receiver.validations).toHaveLength(2);
	});

	it('are at most twenty for an app, those made by hand among them', async () => {
		const app = emulator.apps.serverToServer;
		emulator.events.subscribe({ app, url: receiver.url });
		emulator.events.subscribe({ app, method: 'webSocket' });
		for (let count = 2; count < 20; count++) expect((await create()).status).toBe(201);
		const full = /maximum of 20/;
		refused(await create(), 300, full);
		emulator.events.unsubscribe(emulator.events.subscriptions.all[5].id);
		const [one, other] = await Promise.all([create(), create()]);
		expect([one.status, other.status].sort()).toEqual([201, 400]);
		const { accountLevel } = emulator.apps;
		emulator.authorize(accountLevel);
		accountLevel.secretToken = app.secretToken;
		api = await ownApi(accountLevel);
		expect((await create()).status).toBe(201);
	});

	it('of a user-managed app are for users who authorized it', async () => {
		const app = emulator.apps.userManaged;
		app.secretToken = emulator.apps.serverToServer.secretToken;
		api = await ownApi(app);
		const notAuthorized = "The user don't authorize the app.";
		refused(await api('POST', path, forUser(henrik)), 300, notAuthorized);
		emulator.authorize(app, henrik);
		refused(await api('POST', path, forUser(henrik, hana)), 300, notAuthorized);
		refused(await create(), 300, notAuthorized);
		const made = await api('POST', path, forUser(henrik));
		expect(made.status).toBe(201);
		expect(await list()).toMatchObject([{ subscriber_id: henrik, subscription_scope: 'user' }]);
		const of = (userId: string) => emulator.events.subscriptions.wanting('meeting.started', userId);
		expect([of(henrik).length, of(hana).length]).toEqual([1, 0]);

		refused(
			await api('PATCH', `${path}/${idOf(made)}`, {
				user_ids: [hana],
				account_id: emulator.account.id,
			}),
			300,
			notAuthorized,
		);
		const { access_token } = emulator.authorize(app, hana);
		const added = await api('PATCH', `${path}/${idOf(made)}`, {
			user_ids: [hana],
			account_id: emulator.account.id,
		});
		expect([added.status, of(hana).length]).toEqual([204, 1]);
		const query = `?event_subscription_id=${idOf(made)}&account_id=${emulator.account.id}`;
		invalid(await api('DELETE', path + query), 'user_ids');
		expect((await api('DELETE', `${path}${query}&user_ids=${henrik}`)).status).toBe(204);
		expect([of(henrik).length, of(hana).length]).toEqual([0, 1]);
		// Who takes the authorization back gets no events either.
		await postForm(emulator, '/oauth/revoke', app, { token: access_token });
		expect(of(hana)).toEqual([]);
	});

	it('of an account-level app are for an account in which it was authorized', async () => {
		const app = emulator.apps.accountLevel;
		app.secretToken = emulator.apps.serverToServer.secretToken;
		api = await ownApi(app);
		refused(await create(), 300, "The user don't authorize the app.");
		emulator.authorize(app);
		refused(await create({ subscription_scope: 'master_account' }), 300, /authorize/);
		const made = await create();
		expect([made.status, await told()]).toEqual([201, 1]);
		const query = `?event_subscription_id=${idOf(made)}&account_id=${emulator.account.id}`;
		expect((await api('DELETE', path + query)).status).toBe(204);
		expect([(await list()).length, await told()]).toEqual([1, 0]);
		await api('PATCH', `${path}/${idOf(made)}`, { account_id: emulator.account.id });
		expect(await told()).toBe(1);
	});

	it('of a Server-to-Server app may be for single users', async () => {
		const made = await api('POST', path, forUser(henrik));
		expect(made.status).toBe(201);
		const of = (userId?: string) =>
			emulator.events.subscriptions.wanting('meeting.started', userId).length;
		expect([of(henrik), of(hana), of()]).toEqual([1, 0, 1]);
		emulator.apps.serverToServer.active = false;
		expect(of(henrik)).toBe(0);
	});

	it('made by hand are listed, and cannot be changed', async () => {
		const app = emulator.apps.serverToServer;
		const { id } = emulator.events.subscribe({ app, url: receiver.url, events: ['user.created'] });
		emulator.events.subscribe({ app, method: 'webSocket' });
		expect(await list()).toMatchObject([{ event_subscription_id: id, created_source: 'default' }]);
		refused(await api('DELETE', `${path}/${id}`), 300, /created by API/);
		expect(emulator.events.subscriptions.find(id)).toBeDefined();
	});

	it("are the app's own", async () => {
		const { id } = emulator.events.subscribe({
			app: emulator.apps.accountLevel,
			url: receiver.url,
			source: 'openapi',
		});
		expect(await list()).toEqual([]);
		const { status, body } = await api('DELETE', `${path}/${id}`);
		expect([status, body.message]).toEqual([404, `Event subscription does not exist: ${id}.`]);
	});

	it('are listed in pages, of one scope where asked', async () => {
		for (let count = 0; count < 3; count++) await create();
		await api('POST', path, forUser(henrik));
		expect(await list('&subscription_scope=user')).toHaveLength(1);
		const first = await api(
			'GET',
			`${path}?user_id=${hana}&account_id=${emulator.account.id}&page_size=2`,
		);
		expect(first.body).toMatchObject({ page_size: 2, next_page_token: expect.any(String) });
		const next = `&page_size=2&next_page_token=${String(first.body.next_page_token)}`;
		const second = await api(
			'GET',
			`${path}?user_id=${hana}&account_id=${emulator.account.id}${next}`,
		);
		expect(first.body.event_subscriptions).toHaveLength(2);
		expect(second.body).toMatchObject({ next_page_token: '' });
		expect(second.body.event_subscriptions).toHaveLength(1);
	});

	it('know no way to change one as a whole, since nothing is known of it', async () => {
		expect((await api('PATCH', path, {})).status).toBe(404);
	});
});
