import { catalogue } from '../../../emulator/events/catalogue/catalogue';
import { documentedEvents } from '../../../emulator/events/catalogue/documents';
import { sharedN8n } from '../../n8n/shared';
import { outputOf } from '../../workflows/execution';
import { HostFixture } from '../../workflows/hostFixture';

let fixture: HostFixture;
beforeAll(async () => {
	// A busy machine may take longer than Zoom waits, and that is not what is tried.
	fixture = await HostFixture.open(sharedN8n(), { events: { deliveryTimeoutMs: 60_000 } });
});
afterAll(async () => {
	await fixture.close();
});

it('Every event that Zoom documents is delivered once and comes out unchanged', async () => {
	const names = catalogue.filter(({ body }) => body !== undefined).map(({ name }) => name);
	expect(names).toHaveLength(176);
	// Zoom's own example, but for its words.
	const examples = new Map(documentedEvents().map(({ name, example }) => [name, example]));
	const { events } = fixture.emulator;
	const app = fixture.newApp();
	const workflow = await fixture.trigger(await fixture.serverToServer(app), { events: ['*'] });
	await workflow.activate();
	const { id: to } = events.subscribe({ app, url: workflow.productionUrl });
	events.hold();
	for (const name of names) events.emit(name, examples.get(name), { to });
	const deliveries = events.release();
	await events.settled();
	const unlike = deliveries.filter(({ attempts }) => attempts.length !== 1);
	expect(unlike).toEqual([]);
	expect(new Set(deliveries.map(({ attempts }) => attempts[0].status))).toEqual(new Set([200]));

	const found = await workflow.events(names.length);
	expect(found).toHaveLength(names.length);
	const byName = (a: Record<string, unknown>, b: Record<string, unknown>) =>
		String(a.event).localeCompare(String(b.event));
	const sent = deliveries.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
	expect(found.sort(byName)).toEqual(sent.sort(byName));
	await workflow.deactivate();
});

it('The token in an event that opens its recordings reaches the next node, and is marked for n8n as sensitive', async () => {
	const { events } = fixture.emulator;
	const app = fixture.newApp();
	const length = {
		name: 'Next',
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: { mode: 'raw', jsonOutput: '={{ { "length": $json.download_token.length } }}' },
	};
	const parameters = { events: ['recording.completed'] };
	const workflow = await fixture.trigger(await fixture.serverToServer(app), parameters, length);
	await workflow.activate();
	const { id: to } = events.subscribe({ app, url: workflow.productionUrl });
	const [{ body }] = events.emit('recording.completed', undefined, { to });
	const { download_token: token } = JSON.parse(body) as { download_token: string };
	const [{ data }] = await workflow.finished(1);
	expect(outputOf(data, 'Next').map(({ json }) => json)).toEqual([{ length: token.length }]);
	const types = await fixture.rest.nodeTypes();
	expect(types.find(({ name }) => name === 'n8n-nodes-zoom.zoomTrigger')).toMatchObject({
		sensitiveOutputFields: ['download_token'],
	});
	// This n8n ignores the mark so far.
	expect(await workflow.events(1)).toEqual([JSON.parse(body)]);
	await workflow.deactivate();
});
