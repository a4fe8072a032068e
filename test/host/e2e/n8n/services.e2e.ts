import type { Credential, DynamicParameters, LoadedType } from '../../n8n/rest';
import { outputOf } from '../../workflows/execution';
import { HostFixture } from '../../workflows/hostFixture';
import { byId, createMeeting, zoomNode } from '../../workflows/zoomNode';

let fixture: HostFixture;
let nodeTypes: LoadedType[];
let credentialTypes: LoadedType[];
beforeAll(async () => {
	fixture = await HostFixture.open();
	nodeTypes = await fixture.rest.nodeTypes();
	credentialTypes = await fixture.rest.credentialTypes();
});
beforeEach(() => {
	fixture.emulator.reset();
});
afterAll(async () => {
	await fixture.close();
});

const nodeType = (name: string) =>
	nodeTypes.find((type) => type.name === `n8n-nodes-zoom.${name}`)!;
const credentialType = (name: string) => credentialTypes.find((type) => type.name === name)!;

/** What the editor sends to ask the node for choices. */
function ask(methodName: string, path: string, credential: Credential): DynamicParameters {
	const { parameters = {}, credentials } = zoomNode(credential, createMeeting(''));
	return {
		methodName,
		path: `parameters.${path}`,
		nodeTypeAndVersion: { name: 'n8n-nodes-zoom.zoom', version: 1 },
		currentNodeParameters: parameters,
		credentials,
	};
}

describe('The choices of a field', () => {
	const users = (credential: Credential) => ask('searchUsers', 'userId', credential);
	const meetings = (credential: Credential) => ask('searchMeetings', 'meetingId', credential);
	const valuesOf = (choices: { value: unknown }[]) => choices.map(({ value }) => value);

	it('of users are those of the account, page by page, and can be searched', async () => {
		const { rest, emulator } = fixture;
		const known = emulator.store.users
			.find(({ status }) => status === 'active')
			.map(({ id }) => id);
		const added = Array.from(
			{ length: 400 },
			(_, index) => emulator.addUser({ email: `user-${index}@example.com` }).id,
		);
		const parameters = users(await fixture.serverToServer());
		const first = await rest.listSearch(parameters);
		expect(first.results[0]).toEqual({ name: 'Me (Owner of the Zoom App)', value: 'me' });
		expect(first.results).toHaveLength(301);
		const { paginationToken } = first;
		const second = await rest.listSearch({ ...parameters, paginationToken });
		expect(second.paginationToken).toBeUndefined();
		const all = [...valuesOf(first.results), ...valuesOf(second.results)];
		expect(all.sort()).toEqual(['me', ...known, ...added].sort());

		const { results } = await rest.listSearch({ ...parameters, filter: 'hana' });
		expect(results).toEqual([
			{ name: 'Hana Hayashi (hana.hayashi@example.com)', value: 'HanaHayashi-Host_00000' },
		]);
		const last = await rest.listSearch({ ...parameters, filter: 'user-399@' });
		expect(valuesOf(last.results)).toEqual([added[399]]);
	});

	it('of users is the connected one alone for a user-managed app', async () => {
		const { results } = await fixture.rest.listSearch(users(await fixture.connectedApp()));
		expect(results).toEqual([{ name: 'Me (Connected User)', value: 'me' }]);
	});

	it('of meetings are those of the connected user, or of the host whose address is typed', async () => {
		const { rest, emulator } = fixture;
		const [olivia] = emulator.store.users.find(({ email }) => email.startsWith('olivia'));
		const start_time = '2030-01-01T10:00:00Z';
		for (let index = 0; index < 400; index++)
			emulator.addMeeting({ host_id: olivia.id, topic: `Meeting ${index}`, start_time });
		const parameters = meetings(await fixture.serverToServer());
		const first = await rest.listSearch(parameters);
		expect(first.results).toHaveLength(300);
		const { paginationToken } = first;
		const second = await rest.listSearch({ ...parameters, paginationToken });
		const names = [...first.results, ...second.results].map(({ name }) => name);
		expect(names.filter((name) => /^Meeting \d+ \(2030-01-01\) – \d+$/.test(name))).toHaveLength(
			400,
		);

		const { results } = await rest.listSearch({ ...parameters, filter: 'meeting 399' });
		expect(results).toEqual([
			{
				name: expect.stringMatching(/^Meeting 399 /),
				value: expect.stringMatching(/^\d+$/),
				url: expect.stringMatching(/\/j\/\d+/),
			},
		]);
		const theirs = await rest.listSearch({ ...parameters, filter: 'henrik.holm@example.com' });
		expect(valuesOf(theirs.results)).toContain('81234567890');
	});

	it('of time zones are all there are, with their offset', async () => {
		const credential = await fixture.serverToServer();
		const zones = await fixture.rest.options(
			ask('getTimezones', 'additionalFields.timeZone', credential),
		);
		expect(zones.length).toBeGreaterThan(400);
		expect(zones[0]).toEqual({ name: 'UTC (+00:00)', value: 'UTC' });
		expect(zones).toContainEqual({ name: 'Asia/Tokyo (+09:00)', value: 'Asia/Tokyo' });
		expect([...fixture.emulator.requests]).toEqual([]);
	});

	it('of operations are all that call Zoom', async () => {
		const credential = await fixture.serverToServer();
		const operations = await fixture.rest.options(ask('getOperations', 'operations', credential));
		expect(operations).toContainEqual(
			expect.objectContaining({ name: 'Create Meeting', value: 'meeting:create' }),
		);
		expect(valuesOf(operations)).not.toContain('connection:getInfo');
		expect([...fixture.emulator.requests]).toEqual([]);
	});

	it('that Zoom refuses are refused with our sentence', async () => {
		const wrong = await fixture.serverToServer(fixture.newApp(), { clientSecret: 'wrong' });
		await expect(fixture.rest.listSearch(users(wrong))).rejects.toThrow(/^Invalid credentials/);
		const app = fixture.newApp('serverToServer', { scopes: ['meeting:write:meeting:admin'] });
		const lacking = await fixture.serverToServer(app);
		await expect(fixture.rest.listSearch(users(lacking))).rejects.toThrow(
			'Your Zoom app is missing required permissions: user:read:list_users:admin',
		);
	});
});

describe('What n8n shows of the node', () => {
	/** Resource and operation of every entry of the menus. */
	const operations = () =>
		nodeType('zoom')
			.properties.filter(({ name }) => name === 'operation')
			.flatMap(({ displayOptions, options = [] }) =>
				options.map(({ value }) => [String(displayOptions?.show?.resource[0]), value] as const),
			)
			.filter(([, operation]) => operation !== '__CUSTOM_API_CALL__');

	const isPreview = (schema: unknown) =>
		typeof schema === 'object' && schema !== null && 'properties' in schema;

	it('is in a category of its palette, and found by other words', () => {
		expect(nodeType('zoom')).toMatchObject({
			displayName: 'Zoom',
			codex: {
				categories: ['Communication'],
				alias: expect.arrayContaining(['meeting', 'webinar']),
				resources: {
					primaryDocumentation: [{ url: expect.stringMatching(/^https:/) }],
					credentialDocumentation: [{ url: expect.stringMatching(/^https:/) }],
				},
			},
		});
	});

	it('is a tool for AI agents, too', () => {
		expect(nodeType('zoomTool')).toMatchObject({
			displayName: 'Zoom Tool',
			inputs: [],
			outputs: ['ai_tool'],
			codex: { categories: expect.arrayContaining(['AI']) },
		});
	});

	it('before the first run is a preview of every output, but for that of any endpoint', async () => {
		expect(operations().length).toBeGreaterThan(20);
		const without: string[] = [];
		for (const [resource, operation] of operations()) {
			const preview = await fixture.rest.outputSchema(
				'n8n-nodes-zoom.zoom',
				'1.0.0',
				resource,
				operation,
			);
			if (!isPreview(preview)) without.push(`${resource}.${operation}`);
		}
		expect(without).toEqual(['api.request']);
	});

	it('of a new meeting before the first run is there after it', async () => {
		const { properties } = (await fixture.rest.outputSchema(
			'n8n-nodes-zoom.zoom',
			'1.0.0',
			'meeting',
			'create',
		)) as { properties: object };
		const { data } = await fixture.run(
			zoomNode(await fixture.serverToServer(), createMeeting('Preview')),
		);
		const [{ json }] = outputOf(data, 'Zoom');
		expect(Object.keys(json).filter((key) => !(key in properties))).toEqual([]);
		expect(Object.keys(properties)).toEqual(
			expect.arrayContaining(['id', 'topic', 'join_url', 'start_url', 'settings']),
		);
	});

	it.each([
		['resource', { resource: '__CUSTOM_API_CALL__' }],
		['operation', { resource: 'meeting', operation: '__CUSTOM_API_CALL__' }],
	])("is n8n's Custom API Call in the menu %s, which ends in a sentence", async (menu, chosen) => {
		const choices = nodeType('zoom').properties.filter(({ name }) => name === menu);
		for (const { options } of choices) {
			expect(options).toContainEqual(expect.objectContaining({ value: '__CUSTOM_API_CALL__' }));
		}
		const { status, data } = await fixture.run(zoomNode(await fixture.serverToServer(), chosen));
		expect(status).toBe('error');
		expect(data.resultData.error?.message).toBe(
			"Operation: for a Custom API Call, use n8n's HTTP Request node with the credential of this node",
		);
		expect([...fixture.emulator.requests]).toEqual([]);
	});

	it('ends in a sentence for what it does not know', async () => {
		const { data } = await fixture.run(
			zoomNode(await fixture.serverToServer(), {
				resource: 'meeting',
				operation: 'explode',
				meetingId: byId('1'),
			}),
		);
		expect(data.resultData.error?.message).toBe(
			'Operation: must be one from the list of Meeting, not "explode"',
		);
	});
});

describe('What n8n shows of the credentials', () => {
	it.each([
		[
			'zoomServerToServerOAuth2Api',
			'Zoom Server-to-Server OAuth2 API',
			/\/docs\/server-to-server\.md$/,
		],
		['zoomGeneralAppOAuth2Api', 'Zoom General App OAuth2 API', /\/docs\/general-app[\w-]*\.md$/],
	])('%s is its name, its guide, its icon and the nodes it is for', (name, displayName, guide) => {
		expect(credentialType(name)).toMatchObject({
			displayName,
			documentationUrl: expect.stringMatching(guide),
			iconUrl: {
				light: expect.stringMatching(/zoom\.svg$/),
				dark: expect.stringMatching(/zoom\.dark\.svg$/),
			},
			supportedNodes: ['n8n-nodes-zoom.zoom', 'n8n-nodes-zoom.zoomTrigger'],
		});
	});

	it('is a Connect button for the General App alone', () => {
		expect(credentialType('zoomGeneralAppOAuth2Api')).toMatchObject({ extends: ['oAuth2Api'] });
		expect(credentialType('zoomServerToServerOAuth2Api')).not.toHaveProperty('extends');
	});
});
