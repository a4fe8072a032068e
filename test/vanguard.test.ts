import type { Connection, RestOperation, ZoomRequest } from '../nodes/Zoom/operation';
import type { CallSetting } from '../nodes/Zoom/transport/attempts';
import { untilDone } from '../nodes/Zoom/transport/attempts';
import { download } from '../nodes/Zoom/transport/download';
import type { Outcome } from '../nodes/Zoom/transport/outcome';
import { afterFirst } from '../nodes/Zoom/transport/vanguard';

let accounts = 0;
/** A connection as it is read while there is no token. */
const signedOut = (account = `account ${++accounts}`): Connection => ({
	credentialType: 'zoomServerToServerOAuth2Api',
	appKind: 'serverToServer',
	apiUrl: 'https://api.zoom.us',
	account,
	plan: 'pro',
	share: 1,
	grantedScopes: undefined,
	tokenExpiresAt: 0,
	secrets: async () => [],
});

const success: Outcome = { kind: 'success', body: {} };
const unsent: Outcome = { kind: 'notSent', message: 'No token.', transient: true };
const settled = async () => await new Promise((resolve) => setImmediate(resolve));

/** Calls that are under way until they are answered, one after the other. */
function calls() {
	const waiting: ((outcome: Outcome) => void)[] = [];
	return {
		begin: async (connection: Connection) =>
			await afterFirst(
				connection,
				async () => await new Promise<Outcome>((resolve) => waiting.push(resolve)),
			),
		underWay: () => waiting.length,
		async answer(outcome: Outcome) {
			waiting.shift()?.(outcome);
			await settled();
		},
	};
}

test('While there is no token one call of an account goes first, and then all others together', async () => {
	const { begin, underWay, answer } = calls();
	const { account } = signedOut();
	for (let call = 0; call < 5; call++) void begin(signedOut(account));
	void begin(signedOut());
	await settled();
	expect(underWay()).toBe(2);
	await answer(success);
	expect(underWay()).toBe(5);
});

test('A file holds all others up until Zoom begins to send it', async () => {
	const { begin, underWay } = calls();
	const connection = signedOut('with a long file');
	let send = (_: object): void => undefined;
	const httpRequestWithAuthentication = async () =>
		await new Promise<object>((resolve) => (send = resolve));
	const caller = {
		helpers: { httpRequestWithAuthentication },
		getExecutionCancelSignal: () => undefined,
	};
	const setting = { caller, connection, options: { retry: {}, timeout: 1 } } as never;
	const file = { url: 'https://zoom.us/rec/download/long' };
	const keep = async () => await new Promise<never>(() => undefined);
	void download(setting, { file, keep, operation: {} as RestOperation });
	await settled();
	void begin(signedOut(connection.account));
	await settled();
	expect(underWay()).toBe(0);
	send({ statusCode: 200, headers: {}, body: Buffer.from('a file') });
	await settled();
	expect(underWay()).toBe(1);
});

test('A call that brings its own token neither waits nor leads', async () => {
	const connection = signedOut('with a token of its own');
	const { begin, underWay, answer } = calls();
	void begin(connection);
	await settled();
	const setting = { caller: {}, connection, options: {} } as CallSetting;
	const attempt = async (): Promise<Outcome> => await Promise.resolve(success);
	const request = {} as ZoomRequest;
	const endeavour = { request, attempt, takesToken: false, isUnlimited: true };
	expect(await untilDone(setting, endeavour)).toEqual({});
	expect(underWay()).toBe(1);
	await answer(success);
});

test('Whoever has made a call goes with all others from then on', async () => {
	const { begin, underWay, answer } = calls();
	const connections = [signedOut('one account'), signedOut('one account')];
	for (const connection of connections) void begin(connection);
	for (let call = 0; call < 2; call++) await answer(success);
	for (const connection of connections) void begin(connection);
	await settled();
	expect(underWay()).toBe(2);
});

test('Whoever got no token does not', async () => {
	const { begin, underWay, answer } = calls();
	const connections = [signedOut('no token'), signedOut('no token')];
	for (const connection of connections) void begin(connection);
	for (let call = 0; call < 2; call++) await answer(unsent);
	for (const connection of connections) void begin(connection);
	await settled();
	expect(underWay()).toBe(1);
});
