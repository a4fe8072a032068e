import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { listenTo } from '../../webSocket/listener';
import type { Emulator } from '../..';
import { createEmulator, manualClock } from '../..';
import type { Receiver } from '../delivery/receiver';
import { receive } from '../delivery/receiver';
import { signature } from '../delivery/signing';
import { catalogue } from './catalogue';
import { documentedEvents } from './documents';
import { generateCatalogue } from './generate';

describe('every kind of event', () => {
	const clock = manualClock('2026-07-15T09:00:00Z');
	let emulator: Emulator;
	let receiver: Receiver;

	beforeAll(async () => {
		// A busy machine may take longer than Zoom waits, and that is not what is tried.
		const events = { deliveryTimeoutMs: 60_000 };
		emulator = await createEmulator({ clock, insecureWebhooks: true, events });
		receiver = await receive(emulator.apps.serverToServer.secretToken);
	});
	beforeEach(() => {
		emulator.reset();
		receiver.received = [];
		emulator.events.subscribe({ app: emulator.apps.serverToServer, url: receiver.url });
	});
	afterAll(async () => {
		await emulator.close();
		await receiver.close();
	});

	const names = catalogue.map(({ name }) => name).filter((name) => !name.startsWith('endpoint.'));

	/** One by one, since of hundreds at once some are answered too late for Zoom. */
	async function emitEach(each: readonly string[]): Promise<void> {
		for (const name of each) {
			emulator.events.emit(name);
			await emulator.events.settled();
		}
	}

	it('can be made up and is delivered once', async () => {
		await emitEach(names);
		expect(receiver.received.map(({ json }) => json.event).sort()).toEqual([...names].sort());
		for (const { json } of receiver.received) {
			expect(json.event_ts).toBe(clock.now());
			expect(json.payload).toBeInstanceOf(Object);
		}
	});

	it('that tells of recordings brings a token that opens the file it names', async () => {
		for (const name of ['recording.completed', 'recording.transcript_completed'])
			emulator.events.emit(name);
		await emulator.events.settled();
		expect(receiver.received).toHaveLength(2);
		for (const { json } of receiver.received) {
			const [{ download_url }] = json.payload.object.recording_files as { download_url: string }[];
			const headers = { authorization: `Bearer ${json.download_token}` };
			expect((await fetch(download_url, { headers })).status).toBe(200);
		}
	});

	it('is known by one name, and may be had by the seeded apps', () => {
		expect(new Set(names).size).toBe(names.length);
		const { accountLevel, serverToServer } = emulator.apps;
		for (const app of [accountLevel, serverToServer])
			expect(emulator.events.subscribe({ app, url: 'x' }).events.length).toBe(names.length);
	});

	describe("next to Zoom's documents", () => {
		const events = documentedEvents();

		it('is in the catalogue as the documents say', () => {
			const stored = readFileSync(join(__dirname, 'catalogue.generated.json'), 'utf8');
			expect(stored === generateCatalogue()).toBe(true);
			expect(events).toHaveLength(176);
		});

		it('arrives once and byte for byte as in their examples, by webhook', async () => {
			for (const { name, example } of events) emulator.events.emit(name, example);
			await emulator.events.settled();
			const bodies = receiver.received.map(({ body }) => body);
			expect(bodies.sort()).toEqual(events.map(({ example }) => example).sort());
			const { secretToken } = emulator.apps.serverToServer;
			for (const { body, headers } of receiver.received)
				expect(headers['x-zm-signature']).toBe(
					signature(secretToken, headers['x-zm-request-timestamp'] ?? '', body),
				);
		});

		it('arrives once and byte for byte as in their examples, by WebSocket', async () => {
			const app = emulator.apps.serverToServer;
			const { url } = emulator.events.subscribe({ app, method: 'webSocket' });
			const listener = await listenTo(
				`${url}&access_token=${emulator.authorize(app).access_token}`,
			);
			for (const { name, example } of events) emulator.events.emit(name, example);
			await listener.until(({ frames }) => frames.length > events.length);
			await emulator.events.settled();
			const contents = listener.frames.slice(1).map(({ content }) => content);
			expect(contents).toEqual(events.map(({ example }) => example));
			listener.close();
		});

		it('is made up in the documented shape', async () => {
			const ajv = new Ajv({
				strict: false,
				allErrors: true,
				formats: { 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, email: /@/, int64: true },
				// Not all of Zoom's schemas are valid themselves.
				validateSchema: false,
				logger: false,
			});
			await emitEach(events.map(({ name }) => name));
			const schemas = new Map(events.map(({ name, schema }) => [name, schema]));
			const wrong = receiver.received.flatMap(({ json }) => {
				const valid = ajv.compile(schemas.get(json.event) ?? false);
				valid(json);
				return (valid.errors ?? []).map(
					({ instancePath, message }) => `${json.event} ${instancePath} ${message}`,
				);
			});
			expect(wrong).toEqual([]);
		});
	});
});
