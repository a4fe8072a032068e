import type { App, Fault, RecordedRequest } from '../../../emulator';
import type { Credential } from '../../n8n/rest';
import { sharedN8n } from '../../n8n/shared';
import { HostFixture } from '../../workflows/hostFixture';
import { secretsKept } from '../../workflows/triggerSecrets';
import { zoomTrigger } from '../../workflows/triggerWorkflow';
import { alone, type NodeSketch, type Workflow } from '../../workflows/workflow';

/** n8n tries five times, with pauses. */
const tried = 110_000;

let fixture: HostFixture;
beforeAll(async () => {
	fixture = await HostFixture.open();
});
afterAll(async () => {
	await fixture.close();
});

type Parameters = Record<string, unknown>;

/** A workflow of an app, as somebody set it up, and the beginning of what n8n is to say when it is activated. */
interface Case {
	delivery: string;
	app?: App;
	credential?: (app: App) => Promise<Credential>;
	parameters?: Parameters;
	/** What goes wrong with the calls for a subscription with the workflow's address. */
	fault?: Partial<Fault>;
	says: string | RegExp;
}

const automatic = 'webhookAutomatic';
const refused = (code: number, message: string) => ({ status: 400, body: { code, message } });
const withFields = (fields: Parameters) => async (app: App) =>
	await fixture.serverToServer(app, fields);
const olivia = 'olivia.ortiz@example.com';

/** An app with as many subscriptions as an app may have. */
function fullApp(): App {
	const app = fixture.newApp();
	for (let turn = 0; turn < 20; turn++)
		fixture.emulator.events.subscribe({ app, url: 'https://a.b' });
	return app;
}

/** A stored connection that its user has ended at Zoom since. */
async function ended(app: App): Promise<Credential> {
	const credential = await fixture.connectedApp(app);
	fixture.emulator.authorize(app, 'henrik.holm@example.com');
	return credential;
}

function cases(): Record<string, Case> {
	return {
		'was not authorized by the account': {
			delivery: automatic,
			app: fixture.newApp('accountLevel'),
			credential: async (given) => await fixture.connectedApp(given, olivia),
			fault: refused(300, "The user don't authorize the app."),
			says: 'This Zoom app has not been authorized in the account whose events it should receive. An admin of the account must connect the credential in n8n.',
		},
		'has 20 subscriptions': {
			delivery: automatic,
			app: fullApp(),
			says: 'This Zoom app has 20 event subscriptions, the most that Zoom allows. Delete one',
		},
		'may not make subscriptions': {
			delivery: automatic,
			fault: refused(
				4711,
				'Invalid access token, does not contain scopes:[marketplace:write:event_subscription].',
			),
			says: 'This Zoom app may not create event subscriptions. Set Delivery to "Webhook: I Paste the URL Into Zoom"',
		},
		'has no secret token': {
			delivery: 'webhook',
			credential: withFields({ webhookSecretToken: '' }),
			says: 'Webhook Secret Token: is missing in the credential. Copy the Secret Token',
		},
		'has another client secret': {
			delivery: automatic,
			credential: withFields({ clientSecret: 'wrong' }),
			says: 'Invalid credentials: Zoom does not know this Client ID and Client Secret.',
		},
		'is of another account': {
			delivery: automatic,
			credential: withFields({ accountId: 'Another_Account_00001' }),
			says: 'Zoom does not know this Account ID for this app. Copy the Account ID',
		},
		'is not activated': {
			delivery: automatic,
			app: fixture.newApp('serverToServer', { active: false }),
			says: 'The Zoom app is not activated.',
		},
		'is not connected': {
			delivery: automatic,
			app: fixture.newApp('userManaged'),
			credential: async (given) => await fixture.generalApp(given),
			says: 'This credential is not connected to Zoom yet. Open it in n8n and click Connect.',
		},
		'is not connected any more': {
			delivery: automatic,
			app: fixture.newApp('userManaged'),
			credential: ended,
			says: 'Zoom no longer accepts this connection: access was revoked, it was not used for 90 days, or the response to the last token renewal was lost.',
		},
		'wants all events': {
			delivery: automatic,
			parameters: { events: ['*'] },
			says: 'More Event Names or IDs: must not be All Events. Choose events by name.',
		},
		'wants those of somebody unknown': {
			delivery: 'webhook',
			parameters: { filters: { hosts: 'nobody@example.com' } },
			says: 'Hosts: nobody@example.com could not be looked up at Zoom. User not found at Zoom: nobody@example.com. Check',
		},
		'meets a Zoom that is down': {
			delivery: automatic,
			fault: { status: 503, body: 'Service Unavailable' },
			says: 'Zoom returned a server error (HTTP 503).',
		},
		'has no such subscription by WebSocket': {
			delivery: 'webSocket',
			parameters: {
				socketUrl: `${fixture.emulator.url.replace('http', 'ws')}/ws?subscriptionId=Unknown_Subscription_0`,
			},
			says: 'Zoom refused the WebSocket connection (Invalid Subscription). Check that the Socket URL',
		},
		'has the Socket URL of a stranger': {
			delivery: 'webSocket',
			credential: withFields({ environment: 'zoom' }),
			parameters: { socketUrl: 'wss://ws.zoom.us.example.com/ws?subscriptionId=1' },
			says: 'Socket URL: must be the endpoint URL that Zoom shows',
		},
	};
}

/** The trigger of a case, with its name. */
async function triggerOf(name: string, given: Case): Promise<NodeSketch & { id: string }> {
	const { delivery, credential = withFields({}), parameters, fault } = given;
	const trigger = zoomTrigger(await credential(given.app ?? fixture.newApp()), {
		delivery,
		events: ['meeting.started'],
		...parameters,
	});
	if (fault) {
		const match = ({ method, body }: RecordedRequest) =>
			method === 'POST' &&
			(body as { event_webhook_url?: string }).event_webhook_url?.includes(trigger.webhookId) ===
				true;
		fixture.emulator.faults.add({ match, times: Infinity, ...fault });
	}
	return { ...trigger, name };
}

const workflows: Workflow[] = [];

it(
	'Why a trigger cannot start n8n tells in a sentence or two, and nothing is left behind',
	async () => {
		const { events } = fixture.emulator;
		const all = cases();
		const triggers: Awaited<ReturnType<typeof triggerOf>>[] = [];
		for (const [name, given] of Object.entries(all)) triggers.push(await triggerOf(name, given));
		const before = events.subscriptions.all;
		// In one workflow, since n8n is at a few at a time only, and tries each for a quarter of a minute.
		const workflow = await fixture.rest.createWorkflow(alone('Cannot start', triggers));
		workflows.push(workflow);
		await fixture.rest.activate(workflow);
		const publication = await fixture.rest.publication(workflow.id, tried);
		expect(publication.status).toBe('failed');
		const told = triggers.map(({ id, name }) => {
			const found = publication.triggers.filter(({ nodeId }) => nodeId === id);
			return [name, found.find(({ errorMessage }) => errorMessage !== null)?.errorMessage];
		});
		const expected = Object.entries(all).map(([name, { says }]) => [
			name,
			says instanceof RegExp ? expect.stringMatching(says) : expect.stringContaining(says),
		]);
		expect(told).toEqual(expected);
		// Nothing of how it was asked, and not a stack trace either.
		for (const [, message] of told) expect(message).not.toMatch(/\n|status code|Axios| at .*\.js/);
		expect(events.subscriptions.all).toEqual(before);
		expect(await fixture.rest.executions(workflow.id)).toEqual([]);
		await fixture.rest.deactivate(workflow.id);
		await fixture.rest.publication(workflow.id);
		await fixture.rest.until('refused connections to be closed', async () => {
			return await Promise.resolve(events.sockets.all.length === 0 || undefined);
		});
	},
	2 * tried,
);

it('No secret stands in the log or in an execution', async () => {
	const { rest, emulator, apps } = fixture;
	const { userFolder } = sharedN8n();
	expect(await secretsKept(emulator, apps, { rest, userFolder, workflows })).toEqual([]);
});
