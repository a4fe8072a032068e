import type { CredentialStore } from '../support/engine/credentialStore';
import type { SubscriptionApiStub } from '../support/trigger/subscriptionApiStub';
import { createSubscriptionApiStub } from '../support/trigger/subscriptionApiStub';
import { credentialsFor } from '../support/trigger/triggerCredentials';
import type { Installed } from '../support/trigger/triggerEngine';
import { install } from '../support/trigger/triggerEngine';

let zoom: SubscriptionApiStub;
let credentials: CredentialStore;
beforeAll(async () => {
	zoom = await createSubscriptionApiStub();
});
beforeEach(() => {
	credentials = credentialsFor(zoom.url);
	Object.assign(zoom.state, {
		requests: [],
		subscriptions: [],
		next: [],
		grants: {
			client_credentials: 'marketplace:write:event_subscription',
			account_credentials: 'user:read:user:admin',
		},
		onCreate: undefined,
		users: {
			me: { id: 'myId', account_id: 'myAccount' },
			'jane@example.com': { id: 'janesId' },
		},
	});
});
afterAll(async () => {
	await zoom.close();
});

type App = 'user' | 'account' | 'serverToServer';

const parameters = (app: App, more: object = {}) => ({
	authentication: app === 'serverToServer' ? 'serverToServer' : 'oAuth2',
	delivery: 'webhookAutomatic',
	events: ['meeting.started', 'meeting.ended'],
	...more,
});
const automatic = (app: App = 'user', more: object = {}) =>
	install(credentials, app, parameters(app, more));
const byHand = (more: object = {}) =>
	install(credentials, 'user', { delivery: 'webhook', events: ['meeting.started'], ...more });

const subscription = (id: string, url: string, more: object = {}) => ({
	event_subscription_id: id,
	events: ['meeting.started', 'meeting.ended'],
	event_webhook_url: url,
	created_source: 'openapi' as const,
	...more,
});
const ids = () => zoom.state.subscriptions.map(({ event_subscription_id: id }) => id);
const posted = () =>
	zoom.state.requests.find(({ method, path }) => method === 'POST' && path.startsWith('/v2/'));
const addressOf = ({ node }: { node: { webhookId?: string } }) =>
	`http://localhost/webhook/${node.webhookId}/zoom`;

/** What a node remembers, besides that it has been active. */
const kept = (it: Installed) => {
	const { wasActive: _wasActive, ...others } = it.memory();
	return others;
};

const messageOf = async (act: Promise<unknown>) => {
	const [outcome] = await Promise.allSettled([act]);
	if (outcome.status === 'fulfilled') throw new Error('There was no error');
	return (outcome.reason as Error).message;
};

describe('Activated, a node with an automatic webhook', () => {
	test.each<[App, object]>([
		['user', { subscription_scope: 'user', user_ids: ['myId'] }],
		['account', { subscription_scope: 'account', account_id: 'myAccount' }],
		['serverToServer', { subscription_scope: 'account', account_id: 'Account_1' }],
	])('makes a subscription for what an app of kind %s can have', async (app, whose) => {
		const it = automatic(app);
		await it.activate();
		expect(posted()?.body).toEqual({
			event_subscription_name: 'n8n: Reacts to Zoom',
			event_webhook_url: addressOf(it),
			events: ['meeting.started', 'meeting.ended'],
			...whose,
		});
		expect(kept(it)).toEqual({ subscription: { id: ids()[0], url: addressOf(it) } });
	});

	describe('for an event that Zoom calls by two names', () => {
		const names = ['group.member_deleted', 'group.members_deleted'];

		test('makes it with both, and takes it for what it is to be', async () => {
			const it = automatic('user', { events: ['group.member_deleted', 'meeting.started'] });
			await it.activate();
			const { events } = zoom.state.subscriptions[0];
			expect([...events].sort()).toEqual([...names, 'meeting.started']);
			const before = ids();
			await it.activate();
			expect(ids()).toEqual(before);
		});

		test.each(names)('makes it with %s alone where Zoom knows no other', async (chosen) => {
			const body = { code: 300, message: 'Invalid field.' };
			zoom.state.next = [{ match: 'POST /v2/marketplace', answer: { status: 400, body } }];
			const it = automatic('user', { events: [chosen] });
			await it.activate();
			expect(zoom.state.subscriptions.map(({ events }) => events)).toEqual([[chosen]]);
			await it.activate();
			expect(ids()).toHaveLength(1);
		});
	});

	test("uses the app's own token, and n8n's for the question who it is", async () => {
		await automatic().activate();
		const used = zoom.state.requests.map(({ path, authorization }) => [
			path.replace(/^\/v2/, ''),
			authorization.replace(/_\d+$/, ''),
		]);
		expect(used).toContainEqual(['/oauth/token', `Basic ${btoa('Client:Secret')}`]);
		expect(used).toContainEqual(['/users/me', 'Bearer users_token']);
		expect(used).toContainEqual([
			'/marketplace/app/event_subscription',
			'Bearer client_credentials',
		]);
	});

	test('takes the token that may make subscriptions, if the app has another grant', async () => {
		zoom.state.grants = { account_credentials: 'marketplace:write:event_subscription' };
		await automatic('serverToServer').activate();
		expect(posted()?.authorization).toMatch(/^Bearer account_credentials_/);
		zoom.state.grants.client_credentials = 'imchat:bot';
		zoom.state.requests = [];
		await automatic('serverToServer').activate();
		expect(posted()?.authorization).toMatch(/^Bearer account_credentials_/);
		zoom.state.grants.account_credentials = 'user:read:user:admin';
		zoom.state.requests = [];
		await automatic('serverToServer').activate();
		expect(posted()?.authorization).toMatch(/^Bearer client_credentials_/);
	});

	test('takes no other token while Zoom cannot give the one it needs', async () => {
		zoom.state.next = [{ match: 'POST /oauth/token', answer: { status: 503, body: {} } }];
		const message = await messageOf(automatic('serverToServer').activate());
		expect(message).not.toMatch(/may not create event subscriptions/);
		expect(posted()).toBeUndefined();
	});

	test('does without the list where Zoom does not give it, and without the user', async () => {
		zoom.state.users = {};
		zoom.state.next = [
			{
				match: 'GET /v2/marketplace',
				answer: { status: 400, body: { code: 300, message: 'user_id' } },
			},
		];
		const it = automatic('serverToServer');
		await it.activate();
		expect(ids()).toHaveLength(1);
	});

	test('is answered while it asks: the address is checked meanwhile', async () => {
		const it = automatic();
		const plainToken = 'qgg8vlvZRS6UYooatFL8Aw';
		zoom.state.onCreate = async () => {
			const { signedDelivery } = await import('../support/trigger/signing');
			const { webhookResponse } = await it.receive(
				signedDelivery({ event: 'endpoint.url_validation', payload: { plainToken } }),
			);
			expect(webhookResponse).toMatchObject({ plainToken, encryptedToken: expect.any(String) });
		};
		await it.activate();
		expect(ids()).toHaveLength(1);
	});
});

describe('Activated again', () => {
	test('after a restart, nothing is asked of Zoom', async () => {
		const it = automatic();
		await it.activate();
		zoom.state.requests = [];
		await it.activate('init');
		await it.activate('leadershipChange');
		expect(zoom.state.requests).toEqual([]);
		expect(ids()).toHaveLength(1);
	});

	test('after a restart without memory, a subscription is made in the place of what there is', async () => {
		const it = automatic();
		zoom.state.subscriptions = [subscription('forgotten', addressOf(it))];
		await it.activate('init');
		expect(ids()).toEqual([expect.stringMatching(/^sub_/)]);
	});

	test.each(['init', 'activate'] as const)(
		'(%s) at another address, one is made there, and the old one left to an n8n that may be there',
		async (mode) => {
			const it = automatic();
			const url = 'https://original.example.com/webhook/x/zoom';
			zoom.state.subscriptions = [subscription('original', url)];
			Object.assign(it.memory(), { subscription: { id: 'original', url } });
			await it.activate(mode);
			expect(ids()).toEqual(['original', expect.stringMatching(/^sub_/)]);
			expect(kept(it)).toEqual({ subscription: { id: ids()[1], url: addressOf(it) } });
			expect(it.logs.join()).toMatch(
				/warn: Zoom Trigger keeps the event subscription for https:\/\/original\.example\.com/,
			);
		},
	);

	test('with the same subscription there, it serves', async () => {
		const it = automatic();
		await it.activate();
		const [id] = ids();
		await it.activate();
		expect(ids()).toEqual([id]);
	});

	test('with other events, the subscription is replaced', async () => {
		const it = automatic();
		await it.activate();
		it.node.parameters.events = ['meeting.started'];
		await it.activate('update');
		expect(zoom.state.subscriptions).toEqual([
			expect.objectContaining({ events: ['meeting.started'] }),
		]);
		expect(kept(it)).toEqual({ subscription: { id: ids()[0], url: addressOf(it) } });
	});

	test('with a subscription that Zoom has no more, another is made', async () => {
		const it = automatic();
		await it.activate();
		zoom.state.subscriptions = [];
		await it.activate();
		expect(ids()).toHaveLength(1);
	});

	test('what was left behind for the same address is removed, and nothing else', async () => {
		const it = automatic();
		const url = addressOf(it);
		zoom.state.subscriptions = [
			subscription('left', url),
			subscription('others', 'https://n8n.example.com/webhook/x/zoom'),
			subscription('by-hand', url, { created_source: 'default' }),
		];
		await it.activate();
		expect(ids()).toEqual(['others', 'by-hand', expect.stringMatching(/^sub_/)]);
	});

	test('what cannot be removed is let be', async () => {
		const it = automatic();
		zoom.state.subscriptions = [subscription('left', addressOf(it))];
		zoom.state.next = [
			{
				match: 'DELETE /v2/marketplace',
				answer: { status: 400, body: { code: 300, message: 'No' } },
			},
		];
		await it.activate();
		expect(ids()).toEqual(['left', expect.stringMatching(/^sub_/)]);
	});
});

describe('In a manual test', () => {
	test('a subscription of its own is made for the test address, and removed', async () => {
		const it = automatic();
		await it.activate();
		const [production] = ids();
		const test = automatic();
		await test.activate('manual');
		expect(zoom.state.subscriptions.map(({ event_webhook_url: url }) => url)).toEqual([
			addressOf(it),
			addressOf(test).replace('/webhook/', '/webhook-test/'),
		]);
		await test.remove(true);
		expect(ids()).toEqual([production]);
	});
});

describe('Deactivated', () => {
	test('it removes its subscription, once', async () => {
		const it = automatic();
		await it.activate();
		expect(await it.remove()).toBe(true);
		expect(ids()).toEqual([]);
		expect(kept(it)).toEqual({});
		expect(await it.remove()).toBe(true);
		const deletions = zoom.state.requests.filter(({ method }) => method === 'DELETE');
		expect(deletions).toHaveLength(1);
	});

	test('it removes those of its address where it remembers none', async () => {
		const it = automatic();
		zoom.state.subscriptions = [
			subscription('forgotten', addressOf(it)),
			subscription('others', 'https://n8n.example.com/webhook/x/zoom'),
		];
		expect(await it.remove()).toBe(true);
		expect(ids()).toEqual(['others']);
	});

	test('it removes the one there is where it remembers an earlier one', async () => {
		const it = automatic();
		await it.activate();
		Object.assign(it.memory(), { subscription: { id: 'earlier', url: addressOf(it) } });
		expect(await it.remove()).toBe(true);
		expect(ids()).toEqual([]);
		expect(kept(it)).toEqual({});
	});

	test('it leaves what it remembers for another address to an n8n that may be there', async () => {
		const it = automatic();
		const url = 'https://original.example.com/webhook/x/zoom';
		zoom.state.subscriptions = [subscription('original', url)];
		Object.assign(it.memory(), { subscription: { id: 'original', url } });
		expect(await it.remove()).toBe(true);
		expect(ids()).toEqual(['original']);
		expect(kept(it)).toEqual({});
	});

	test('it needs nobody to be connected any more', async () => {
		const it = automatic();
		await it.activate();
		zoom.state.users = {};
		expect(await it.remove()).toBe(true);
		expect(ids()).toEqual([]);
	});

	test('it is content when Zoom has it no more', async () => {
		const it = automatic();
		await it.activate();
		zoom.state.subscriptions = [];
		expect(await it.remove()).toBe(true);
		expect(kept(it)).toEqual({});
	});

	test('it removes it whatever the node is set to by now', async () => {
		const it = automatic();
		await it.activate();
		Object.assign(it.node.parameters, { delivery: 'webSocket', events: [] });
		expect(await it.remove()).toBe(true);
		expect(ids()).toEqual([]);
	});

	test('it fails when Zoom does not remove it, and can be tried again', async () => {
		const it = automatic();
		await it.activate();
		const answer = { status: 400, body: { code: 300, message: 'Not now' } };
		zoom.state.next = [{ match: 'DELETE /v2/marketplace', answer }];
		expect(await messageOf(it.remove())).toMatch(/Not now/);
		expect(kept(it)).toEqual({ subscription: { id: ids()[0], url: addressOf(it) } });
		expect(await it.remove()).toBe(true);
		expect(ids()).toEqual([]);
	});

	test('a webhook by hand has nothing to remove', async () => {
		const it = byHand();
		await it.activate();
		expect(await it.remove()).toBe(true);
		expect(zoom.calls()).toEqual([]);
	});
});

describe('When making a subscription fails', () => {
	const refuse = (message: string, status = 400) => {
		zoom.state.next = [
			{ match: 'POST /v2/marketplace', answer: { status, body: { code: 300, message } } },
		];
	};

	test.each<[string, App, RegExp]>([
		[
			'The event is not allowed for the app.',
			'user',
			/^This Zoom app lacks scopes for some of the chosen events: cloud_recording:read:recording\. Add them to the app at marketplace\.zoom\.us, then connect the credential in n8n again\. \(/,
		],
		[
			"The user don't authorize the app.",
			'account',
			/^This Zoom app has not been authorized in the account .* An admin of the account must connect/,
		],
		[
			"The user don't authorize the app.",
			'serverToServer',
			/has not been authorized in the account .* Activate the app at marketplace\.zoom\.us\./,
		],
		[
			'You can add a maximum of 20 event subscriptions.',
			'user',
			/^This Zoom app has 20 event subscriptions, the most that Zoom allows\. Delete one/,
		],
		[
			'URL validation failed. Try again later.',
			'user',
			/^Zoom could not validate the address http:\/\/localhost\. .*Webhook Secret Token/,
		],
		[
			'Invalid access token, does not contain scopes:[marketplace:write:event_subscription].',
			'user',
			/^This Zoom app may not create event subscriptions\. Set Delivery to "Webhook: I Paste/,
		],
		['Something new.', 'user', /^Zoom refused the call: Something new\.$/],
	])('because "%s" (%s), the message says what to do', async (said, app, expected) => {
		refuse(said);
		const message = await messageOf(automatic(app, { events: ['recording.completed'] }).activate());
		expect(message).toMatch(expected);
		if (said !== 'Something new.') expect(message).toContain(`(Zoom says: ${said})`);
	});

	test('for want of a scope, those that are missing are named', async () => {
		refuse('The event is not allowed for the app.');
		const events = ['meeting.started', 'recording.completed', 'user.created', 'something.new'];
		const message = await messageOf(automatic('user', { events }).activate());
		expect(message).toMatch(/chosen events: cloud_recording:read:recording\. Add them to the app/);
	});

	test('for want of a scope that the stored token has, all that are needed are named', async () => {
		refuse('The event is not allowed for the app.');
		const events = ['meeting.started', 'meeting.ended', 'something.new'];
		const message = await messageOf(automatic('user', { events }).activate());
		expect(message).toMatch(
			/some of the chosen events, which need meeting:read:meeting\. Add them/,
		);
	});

	test('for want of a scope that is not known, that is said', async () => {
		refuse('The event is not allowed for the app.');
		const message = await messageOf(
			automatic('user', { otherEvents: 'x.y', events: [] }).activate(),
		);
		expect(message).toMatch(/lacks scopes for some of the chosen events\. Add them to the app/);
	});

	test('five times, nothing is left behind', async () => {
		const it = automatic();
		for (let attempt = 0; attempt < 5; attempt++) {
			refuse('Something new.');
			await messageOf(it.activate());
			expect(await it.remove()).toBe(true);
		}
		expect(ids()).toEqual([]);
		expect(kept(it)).toEqual({});
	});

	test('in a way that leaves open whether Zoom made it, what it made is removed', async () => {
		const it = automatic();
		for (let attempt = 0; attempt < 5; attempt++) {
			zoom.state.subscriptions.push(subscription(`lost_${attempt}`, addressOf(it)));
			refuse('Oops', 503);
			expect(await messageOf(it.create())).toMatch(/Zoom may have created it/);
			expect(await it.remove()).toBe(true);
			expect(ids()).toEqual([]);
		}
		expect(kept(it)).toEqual({});
	});

	test('for want of a token, the reason is told', async () => {
		zoom.state.grants = {};
		zoom.state.next = [
			{
				match: 'POST /oauth/token',
				answer: { status: 401, body: { reason: 'Invalid client_id or client_secret' } },
			},
		];
		expect(await messageOf(automatic().activate())).toMatch(/^Invalid credentials: /);
	});

	test('for want of a user, too', async () => {
		zoom.state.users = {};
		expect(await messageOf(automatic().activate())).toMatch(/^User not found at Zoom: me\. /);
	});

	test('for want of an ID in the answer, too', async () => {
		zoom.state.next = [{ match: 'POST /v2/marketplace', answer: { status: 201, body: {} } }];
		expect(await messageOf(automatic().activate())).toMatch(/did not return the ID/);
	});

	test('for want of https, before Zoom is asked', async () => {
		credentials.save('user', { ...credentials.read('user'), environment: 'zoom' });
		const it = automatic();
		const message = await messageOf(it.create());
		expect(message).toMatch(
			/^Delivery: Zoom sends events to https addresses only, but the address of this n8n is http:\/\/localhost\. Set N8N_WEBHOOK_URL \(WEBHOOK_URL in older versions of n8n\) to a public https address and restart n8n, or choose WebSocket\.$/,
		);
		expect(zoom.state.requests).toEqual([]);
	});
});

describe('Before anything is done', () => {
	test.each([['webhook'], ['webhookAutomatic']])(
		'%s wants the secret token in the credential',
		async (delivery) => {
			credentials = credentialsFor(zoom.url, { webhookSecretToken: ' ' });
			const it = automatic('user', { delivery });
			const expected = /^Webhook Secret Token: is missing in the credential\. Copy/;
			expect(await messageOf(it.checkExists())).toMatch(expected);
			expect(await messageOf(it.checkExists('manual'))).toMatch(expected);
			expect(await messageOf(it.create('init'))).toMatch(expected);
			expect(zoom.calls()).toEqual([]);
		},
	);

	test.each<[object, RegExp]>([
		[{ events: [] }, /^Events: must have at least one event$/],
		[{ events: ['*'] }, /^More Event Names or IDs: must not be All Events/],
		[{ filters: { meetingIds: 'x' } }, /^Meeting or Webinar IDs: must be/],
		[{ options: { maximumAge: -1 } }, /^Maximum Age \(Minutes\): must be/],
	])('%j is refused', async (more, message) => {
		const it = automatic('user', more);
		expect(await messageOf(it.checkExists())).toMatch(message);
		expect(await messageOf(it.create())).toMatch(message);
		expect(zoom.state.requests).toEqual([]);
	});

	test('a webhook by hand is taken to exist', async () => {
		const it = byHand();
		expect(await it.checkExists()).toBe(true);
		expect(await it.checkExists('init')).toBe(true);
		expect(zoom.state.requests).toEqual([]);
	});
});

describe('What the node keeps', () => {
	test.each<[string, () => Installed]>([
		['nothing', () => byHand()],
		['hosts', () => byHand({ filters: { hosts: 'jane@example.com' } })],
		['a subscription', () => automatic()],
	])('(%s) is not touched when it stays the same, since n8n would save it', async (_, make) => {
		const it = make();
		await it.activate();
		const kept = { ...it.memory() };
		const { staticData } = it.workflow;
		staticData.__dataChanged = false;
		await it.activate();
		await it.activate('init');
		expect(staticData.__dataChanged).toBe(false);
		expect(it.memory()).toEqual(kept);
	});

	test('is not touched on a deactivation with nothing to forget', async () => {
		const it = byHand();
		await it.activate();
		it.workflow.staticData.__dataChanged = false;
		await it.remove();
		expect(it.workflow.staticData.__dataChanged).toBe(false);
	});
});

describe('Hosts in the filter', () => {
	const filters = { hosts: 'jane@example.com, me, somebodysId' };

	test('are looked up once and kept for the deliveries', async () => {
		const it = byHand({ filters });
		await it.activate();
		expect(kept(it)).toEqual({ hostIds: { 'jane@example.com': 'janesId', me: 'myId' } });
		expect(zoom.calls()).toEqual(['GET /v2/users/jane%40example.com', 'GET /v2/users/me']);
		zoom.state.requests = [];
		await it.activate('init');
		expect(zoom.calls()).toEqual([]);
	});

	test('are looked up again with another activation, and forgotten with the filter', async () => {
		const it = byHand({ filters });
		await it.activate();
		zoom.state.users = { ...zoom.state.users, me: { id: 'otherId' } };
		await it.activate('update');
		expect(it.memory()).toMatchObject({ hostIds: { me: 'otherId' } });
		it.node.parameters.filters = {};
		await it.activate('update');
		expect(kept(it)).toEqual({});
	});

	test('that Zoom does not know are named', async () => {
		const it = byHand({ filters: { hosts: 'nobody@example.com' } });
		expect(await messageOf(it.activate())).toMatch(
			/^Hosts: nobody@example\.com could not be looked up at Zoom\. User not found at Zoom/,
		);
	});
});
