import type { Credential } from '../../n8n/rest';
import { outputOf, type Execution } from '../../workflows/execution';
import { HostFixture } from '../../workflows/hostFixture';
import type { NodeSketch } from '../../workflows/workflow';

const hour = 3_600_000;

let fixture: HostFixture;
beforeAll(async () => {
	fixture = await HostFixture.open();
});
beforeEach(() => {
	fixture.emulator.reset();
});
afterAll(async () => {
	await fixture.close();
});

/** n8n's HTTP Request node with one of our credentials. */
function httpRequest(
	{ id, name, type }: Credential,
	path: string,
	more: Record<string, unknown> = {},
): NodeSketch {
	return {
		name: 'HTTP Request',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			authentication: 'predefinedCredentialType',
			nodeCredentialType: type,
			url: `${fixture.emulator.url}/v2${path}`,
			...more,
		},
		credentials: { [type]: { id, name } },
	};
}

const jsonOf = ({ data }: Execution) => outputOf(data, 'HTTP Request')[0]?.json;
const grants = () =>
	fixture.emulator.requests
		.to('POST /oauth/token')
		.map(({ body }) => (body as { grant_type: string }).grant_type);

const kinds: {
	kind: string;
	/** What n8n makes of a call that fails: with a token that it did not get itself, it tries another. */
	callsOnFailure: number;
	connect(): Promise<Credential>;
	email: string;
	tokens: string[];
}[] = [
	{
		kind: 'Server-to-Server',
		callsOnFailure: 2,
		connect: async () => await fixture.serverToServer(),
		email: 'olivia.ortiz@example.com',
		tokens: ['account_credentials', 'account_credentials'],
	},
	{
		kind: 'General App',
		callsOnFailure: 1,
		connect: async () => await fixture.connectedApp(),
		email: 'henrik.holm@example.com',
		tokens: ['authorization_code', 'refresh_token'],
	},
];

describe.each(kinds)("n8n's HTTP Request node with the $kind credential", (kind) => {
	it('calls Zoom, also after its token has run out', async () => {
		const credential = await kind.connect();
		const call = httpRequest(credential, '/users/me');
		expect(jsonOf(await fixture.run(call))).toMatchObject({ email: kind.email });
		expect(grants()).toEqual(kind.tokens.slice(0, 1));
		fixture.emulator.clock.advance(hour);
		expect(jsonOf(await fixture.run(call))).toMatchObject({ email: kind.email });
		expect(grants()).toEqual(kind.tokens);
		expect(jsonOf(await fixture.run(call))).toMatchObject({ email: kind.email });
		expect(grants()).toEqual(kind.tokens);
	});

	it('sends a body once, also when its token has run out', async () => {
		const credential = await kind.connect();
		const body = { method: 'POST', sendBody: true, specifyBody: 'json', jsonBody: '{"topic":"T"}' };
		const call = httpRequest(credential, '/users/me/meetings', body);
		expect(jsonOf(await fixture.run(call))).toMatchObject({ topic: 'T' });
		fixture.emulator.clock.advance(hour);
		expect(jsonOf(await fixture.run(call))).toMatchObject({ topic: 'T' });
		const created = fixture.emulator.requests.to('POST /v2/users/{userId}/meetings');
		expect(created.map(({ status }) => status)).toEqual([201, 401, 201]);
	});

	it('passes on what Zoom refuses', async () => {
		const execution = await fixture.run(httpRequest(await kind.connect(), '/meetings/12345678901'));
		expect(execution.status).toBe('error');
		expect(execution.data.resultData.error).toMatchObject({ httpCode: '404' });
		expect(JSON.stringify(execution.data.resultData.error)).toContain('Meeting does not exist');
		const calls = fixture.emulator.requests.to('GET /v2/meetings/{meetingId}');
		expect(calls).toHaveLength(kind.callsOnFailure);
	});
});

it("n8n's HTTP Request node says what is wrong with a Server-to-Server credential", async () => {
	const fields = { clientSecret: 'wrong' };
	const credential = await fixture.serverToServer(fixture.newApp(), fields);
	const execution = await fixture.run(httpRequest(credential, '/users/me'));
	expect(execution.data.resultData.error?.message).toMatch(/^Invalid credentials/);
});
