import Ajv from 'ajv';
import type { Api } from '../caller';
import { apiOf, control } from '../caller';
import type { Emulator } from '..';
import { createEmulator, manualClock } from '..';
import { documentedEvents } from './catalogue/documents';
import type { Received, Receiver } from './delivery/receiver';
import { receive } from './delivery/receiver';

const start = '2026-07-15T09:00:00Z';

/** Somebody who is told everything, and holds it against Zoom's documents. */
export interface Audience {
	emulator: Emulator;
	clock: Emulator['clock'];
	receiver: Receiver;
	/** Starts afresh, as somebody whom a Server-to-Server app has tell everything. */
	reset(): void;
	/** Does something through the API, and reads the answer. */
	done(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>;
	/** Does something that no API does. */
	act(path: string, body?: unknown): Promise<void>;
	/** What was told since the last time, in the order in which it happened. */
	told(): Promise<Received['json'][]>;
	close(): Promise<void>;
}

/** Starts an emulator with an audience. */
export async function gatherAudience(): Promise<Audience> {
	const clock = manualClock(start);
	const emulator = await createEmulator({ clock, insecureWebhooks: true });
	const receiver = await receive(emulator.apps.serverToServer.secretToken);
	const schemas = new Map(documentedEvents().map(({ name, schema }) => [name, schema]));
	let api: Api;
	return {
		emulator,
		clock,
		receiver,
		reset() {
			clock.set(start);
			emulator.reset();
			receiver.received = [];
			api = apiOf(emulator);
			emulator.events.subscribe({ app: emulator.apps.serverToServer, url: receiver.url });
		},
		async done(method, path, body) {
			const reply = await api(method, path, body);
			expect(reply.status).toBeLessThan(300);
			return reply.body;
		},
		async act(path, body) {
			const reply = await control(emulator, 'POST', path, body);
			expect(reply.status).toBeLessThan(300);
		},
		async told() {
			await emulator.events.settled();
			const order = emulator.events.deliveries.map(({ requestId }) => requestId);
			const place = ({ headers }: Received) => order.indexOf(headers['x-zm-request-id'] ?? '');
			const news = receiver.received.splice(0).sort((a, b) => place(a) - place(b));
			for (const { json } of news) checkShape(json, schemas.get(json.event));
			return news.map(({ json }) => json);
		},
		async close() {
			await emulator.close();
			await receiver.close();
		},
	};
}

const ajv = new Ajv({
	strict: false,
	allErrors: true,
	// An address that is not told is an empty text, which Zoom's documents call an address too.
	formats: {
		'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
		email: true,
		int64: true,
	},
});

/** Holds an event against its schema, which allows nothing beside what it names. */
function checkShape(json: Received['json'], schema: object | undefined): void {
	if (!schema) return;
	const valid = ajv.compile(schema);
	valid(json);
	expect([json.event, valid.errors ?? []]).toEqual([json.event, []]);
}
