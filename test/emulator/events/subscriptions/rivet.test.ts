import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MarketplaceS2SAuthClient } from '@zoom/rivet/marketplace';
import { LogLevel, MeetingsS2SAuthClient } from '@zoom/rivet/meetings';
import axios from 'axios';
import { control } from '../../caller';
import type { Emulator } from '../..';
import { createEmulator } from '../..';

// Zoom's own published client, which knows the routes over subscriptions that no document has.
describe("Zoom's own client", () => {
	let emulator: Emulator;
	let interceptor: number;

	beforeAll(async () => {
		emulator = await createEmulator({ events: { validateOnCreate: false } });
		// The host of the token endpoint is fixed in rivet, so it is put right on the way out.
		interceptor = axios.interceptors.request.use((config) => ({
			...config,
			url: config.url?.replace('https://zoom.us', emulator.url),
		}));
	});
	afterAll(async () => {
		axios.interceptors.request.eject(interceptor);
		await emulator.close();
	});

	it('makes, lists, changes and deletes event subscriptions', async () => {
		const app = emulator.apps.serverToServer;
		// Rivet knows one grant for Server-to-Server apps.
		app.grants = ['account_credentials'];
		const { accountId, clientId, clientSecret } = app;
		const { endpoints } = new MarketplaceS2SAuthClient({
			accountId,
			clientId,
			clientSecret,
			baseUrl: `${emulator.url}/v2`,
			disableReceiver: true as const,
		});
		const { id } = emulator.store.users.find()[0];
		const created = await endpoints.app.createEventSubscription({
			body: {
				events: ['meeting.started'],
				event_webhook_url: 'https://n8n.example.com/webhook',
				subscription_scope: 'account',
				account_id: accountId,
			},
		});
		expect(created.statusCode).toBe(201);
		const eventSubscriptionId = created.data?.event_subscription_id ?? '';
		const list = async () => {
			const { data } = await endpoints.app.getUserOrAccountEventSubscription({
				query: { user_id: id, account_id: accountId, subscription_scope: 'account' },
			});
			return data?.event_subscriptions;
		};
		expect(await list()).toMatchObject([{ event_subscription_id: eventSubscriptionId }]);
		const changed = await endpoints.app.subscribeEventSubscription({
			path: { eventSubscriptionId },
			body: { account_id: accountId },
		});
		const left = await endpoints.app.unsubscribeAppEventSubscription({
			query: { event_subscription_id: eventSubscriptionId, account_id: accountId },
		});
		const deleted = await endpoints.app.deleteEventSubscription({ path: { eventSubscriptionId } });
		expect([changed.statusCode, left.statusCode, deleted.statusCode]).toEqual([204, 204, 204]);
		expect(await list()).toEqual([]);
	});

	it('proves itself to the emulator and believes its signatures, but no forged ones', async () => {
		const { accountId, clientId, clientSecret, secretToken } = emulator.apps.serverToServer;
		const client = new MeetingsS2SAuthClient({
			accountId,
			clientId,
			clientSecret,
			webhooksSecretToken: secretToken,
			port: 0,
			logLevel: LogLevel.ERROR,
		});
		const started = jest.fn();
		client.webEventConsumer?.event('meeting.started', ({ payload }) => started(payload.object?.id));
		const server = (await client.start()) as Server;
		const { port } = server.address() as AddressInfo;
		const subscription = emulator.events.subscribe({
			app: emulator.apps.serverToServer,
			url: `http://127.0.0.1:${port}/zoom/events`,
			events: ['meeting.started'],
		});
		expect(await emulator.events.validate(subscription)).toBe(true);
		await control(emulator, 'POST', '/meetings/81234567890/start');
		emulator.events.emit('meeting.started', undefined, { forge: 'secret' });
		await emulator.events.settled();
		const states = emulator.events.deliveries.map(({ state }) => state);
		expect(states).toEqual(['delivered', 'delivered', 'failed']);
		expect(started.mock.calls).toEqual([['81234567890']]);
		server.close();
	});
});
