import type { Connection } from '../nodes/Zoom/operation';
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
