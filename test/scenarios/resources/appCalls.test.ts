import type { IDataObject } from 'n8n-workflow';
import { manualClock } from '../../emulator';
import type { TestEnvironment } from '../../support/engine/testEnvironment';
import { createTestEnvironment } from '../../support/engine/testEnvironment';

const clock = manualClock('2026-07-01T09:00:00Z');
// A token is kept for as long as it lives, so every test has an emulator, and by that apps, of its own.
let environment: TestEnvironment;
beforeEach(async () => {
	environment = await createTestEnvironment({ clock });
});
afterEach(async () => {
	await environment.close();
});

type Kind = Parameters<TestEnvironment['run']>[0];

const giveBot = (kind: Kind) => environment.apps[kind].scopes.push('imchat:bot');

const message = { robot_jid: 'v1@xmpp.zoom.us', content: { head: { text: 'Hello' } } };

const send = async (kind: Kind, items: IDataObject[] = [{}], options = {}) =>
	await environment.run(
		kind,
		'api.request',
		{
			endpoint: { __rl: true, mode: 'list', value: 'POST /im/chat/messages' },
			parameters: { mappingMode: 'defineBelow', value: {}, schema: [] },
			body: JSON.stringify(message),
			response: 'single',
			...options,
		},
		{ items },
	);

const grants = () =>
	environment.emulator.requests
		.to('POST /oauth/token')
		.map(({ body }) => (body as { grant_type?: string }).grant_type);
const messages = () => environment.emulator.requests.to('POST /v2/im/chat/messages');

describe("A chatbot's call", () => {
	test.each(['userManaged', 'accountLevel', 'serverToServer'] as const)(
		'takes the token of the app itself, one for all calls: %s',
		async (kind) => {
			giveBot(kind);
			const { items, error } = await send(kind, [{}, {}, {}]);
			expect(error).toBeUndefined();
			expect(items).toHaveLength(3);
			expect(items[0]).toMatchObject({ robot_jid: message.robot_jid });
			expect(grants().filter((grant) => grant === 'client_credentials')).toHaveLength(1);
			expect(messages().map(({ status }) => status)).toEqual([201, 201, 201]);
			const bearers = messages().map(({ headers }) => headers.authorization);
			expect(new Set(bearers).size).toBe(1);
		},
	);

	test('gets another token when Zoom refuses the one that was kept', async () => {
		giveBot('userManaged');
		expect((await send('userManaged')).error).toBeUndefined();
		environment.emulator.faults.add({ match: 'POST /v2/im/chat/messages', expireToken: true });
		const { items, error } = await send('userManaged');
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(grants()).toEqual(['client_credentials', 'client_credentials']);
		expect(messages().map(({ status }) => status)).toEqual([201, 401, 201]);
	});

	test('of an app without a bot is not sent, and no scope is named that could be ticked', async () => {
		const { error } = await send('userManaged');
		expect(error?.message).toContain("with the app's own token");
		expect(error?.message).toContain('Team Chat Subscription');
		expect(JSON.stringify(error)).not.toMatch(/missing required permissions|reconnect/i);
		expect(messages()).toEqual([]);
	});

	test('is repeated like others, and shows no token in its error', async () => {
		giveBot('userManaged');
		environment.emulator.faults.add({ match: 'POST /v2/im/chat/messages', limit: 'perSecond' });
		expect((await send('userManaged')).error).toBeUndefined();
		expect(messages().map(({ status }) => status)).toEqual([429, 201]);
		const token = messages()[0].headers.authorization.replace('Bearer ', '');
		environment.emulator.faults.add({
			match: 'POST /v2/im/chat/messages',
			status: 400,
			body: { code: 7010, message: `Echo of ${token}` },
		});
		const { error } = await send('userManaged');
		expect(error?.message).toContain('Echo of');
		expect(JSON.stringify(error)).not.toContain(token);
	});

	test('ends in a sentence where Zoom knows no such app', async () => {
		const { clientSecret } = environment.apps.userManaged;
		environment.emulator.faults.add({
			match: 'POST /oauth/token',
			status: 400,
			body: { reason: 'Invalid client_id or client_secret', error: 'invalid_client' },
		});
		const { error } = await send('userManaged');
		expect(error?.message).toContain('Zoom does not know this Client ID');
		expect(JSON.stringify(error)).not.toContain(clientSecret);
		expect(messages()).toEqual([]);
	});
});
