import { randomBytes } from 'node:crypto';
import { pieceHider } from '../../../nodes/Zoom/transport/redaction/secretPieces';
import type { FailedCall } from '../../../nodes/Zoom/transport/response/failedCall';
import { errorResponseOf } from '../../../nodes/Zoom/transport/response/outcome';
import { echoes, isHeardIn } from '../../support/echoes';
import type { TestEnvironment, Kind } from '../../support/engine/testEnvironment';
import { createTestEnvironment } from '../../support/engine/testEnvironment';
import { errorOf } from '../../support/failures';

const JWT = `eyJzdiI6IjAwMDAwMSIsImFsZyI6IkhTNTEyIn0.eyJ2ZXIiOjEwLCJhdWlkIjoiYWJjIn0.${'Zk7'.repeat(9)}-q_W`;
const CLIENT_SECRET = 'q7RkX2vLw9TzB4nMy6HsD1fGc3JpV8aE';

const forms = Object.entries(echoes);
const secrets = { 'an access token': JWT, 'a client secret': CLIENT_SECRET };

/** All that n8n stores and shows of an error. */
function toldOf(body: unknown, headers: object, more: Partial<FailedCall>): string {
	const error = errorOf(errorResponseOf({ statusCode: 400, body, headers }), more);
	const { message, description, context, stack, messages, cause } = error;
	return [message, description, JSON.stringify([context, messages, cause]), stack].join('\n');
}

const places: readonly [string, (said: string) => { body: unknown; headers?: object }][] = [
	['its message', (said) => ({ body: { code: 300, message: `Odd: ${said} is odd` } })],
	['its errors', (said) => ({ body: { errors: [{ field: said, message: said }, said] } })],
	['a plain text', (said) => ({ body: `Odd: ${said}` })],
	['a header', (said) => ({ body: '', headers: { 'x-zm-trackingid': said } })],
	['a scope', (said) => ({ body: { message: `does not contain scopes:[${said}]` } })],
];

describe.each(Object.entries(secrets))('%s that a server says back', (_, secret) => {
	test.each(forms)('%s: is not told on', (_form, echo) => {
		const said = echo(secret);
		for (const [, make] of places) {
			const { body, headers = {} } = make(said);
			expect(isHeardIn(toldOf(body, headers, { secrets: [secret] }), said)).toBe(false);
		}
	});
});

test('the test hears an echo that nobody hides', () => {
	const heard = forms.filter(([, echo]) => {
		const said = echo(CLIENT_SECRET);
		return isHeardIn(toldOf({ message: `Odd: ${said}` }, {}, {}), said);
	});
	expect(heard.length).toBeGreaterThan(25);
});

test('what is not a secret stays as it is', () => {
	const said =
		'The client secret of app 81234567890 (3f2a-77bc) is wrong: 50% off, &amp; "no token" \\u0041';
	const others = Array.from({ length: 200 }, () => randomBytes(24).toString('base64url'));
	expect(pieceHider([JWT, CLIENT_SECRET, 'short', '', ...others])(said)).toBe(said);
});

test('a text full of pieces of secrets takes no time to speak of', () => {
	const said = CLIENT_SECRET.repeat(40).slice(0, 2000);
	const hidden = pieceHider([CLIENT_SECRET, JWT])(said);
	expect(hidden.length).toBeLessThan(40);
});

describe('A call', () => {
	let environment: TestEnvironment;
	beforeAll(async () => {
		environment = await createTestEnvironment();
	});
	afterAll(async () => {
		await environment.close();
	});

	const get = async (kind: Kind) => await environment.run(kind, 'user.get', { userId: 'me' });

	/** The secrets of a connection at the moment. */
	function secretsOf(kind: Kind): string[] {
		const { clientSecret, oauthTokenData, sessionToken } = environment.credentials.read(kind);
		const { access_token: access, refresh_token: refresh } = Object(oauthTokenData) as {
			access_token?: string;
			refresh_token?: string;
		};
		const session = (JSON.parse(String(sessionToken || '{}')) as { token?: string }).token;
		return [String(clientSecret), access, refresh, session].filter(
			(secret): secret is string => secret !== undefined,
		);
	}

	test.each<Kind>(['serverToServer', 'userManaged'])(
		'%s: tells none of its own secrets',
		async (kind) => {
			environment.apps[kind].clientSecret = CLIENT_SECRET;
			environment.credentials.save(kind, {
				...environment.credentials.read(kind),
				clientSecret: CLIENT_SECRET,
			});
			expect((await get(kind)).error).toBeUndefined();
			const own = secretsOf(kind);
			expect(own.length).toBeGreaterThan(1);
			for (const secret of own) {
				for (const [, echo] of forms.filter((_form, at) => at % 6 === 0)) {
					const said = echo(secret);
					environment.emulator.faults.add({
						match: '* /v2/users/me',
						times: 1,
						status: 400,
						body: { code: 300, message: said },
					});
					const { error, run } = await get(kind);
					expect(error?.message).toContain('[hidden');
					const told = [error?.message, error?.description, error?.stack].join('\n');
					expect(isHeardIn(told + JSON.stringify([error?.context, run.data]), said)).toBe(false);
				}
			}
		},
	);

	test('for a file tells nothing of the download token', async () => {
		const downloadToken = 'Tk9wR4yLq2ZsX7vBn5MhJc8GdF1aKeP3';
		for (const [, echo] of forms.filter((_form, at) => at % 4 === 0)) {
			const said = echo(downloadToken);
			environment.emulator.faults.add({
				match: 'GET /rec/download/*',
				times: 1,
				status: 403,
				body: { status: false, errorCode: 124, errorMessage: said },
			});
			const { error } = await environment.run('serverToServer', 'recording.download', {
				source: 'url',
				downloadUrl: `${environment.emulator.url}/rec/download/abc`,
				downloadToken,
				options: { retryMode: 'none' },
			});
			const told = [error?.message, error?.description, error?.stack].join('\n');
			expect(told).toContain('[hidden');
			expect(isHeardIn(told + JSON.stringify(error?.context), said)).toBe(false);
		}
	});
});
