import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { cancelSignal, untilAborted } from '../../host/cancellation';
import type { N8nContext } from '../../host/n8nContext';
import { processState } from '../../host/processState';
import { isGranted, scopeNames, splitScopes } from '../../registry/scopes';
import type { RestOperation } from '../../registry/types';
import { requireSame } from '../auth/connection';
import { ZoomTokenError } from '../auth/storedToken';
import { APP_REFUSALS } from '../auth/tokenRefusal';
import { requestToken, tokenRequest } from '../auth/tokenRequest';
import { isTokenRefused } from '../errors/errorMessages';
import type { Failed, NotSent, Outcome } from '../response/outcome';
import { outcomeOf } from '../response/outcome';
import type { CallSetting } from '../retry/sendWithRetry';
import { clock } from '../sync/clock';
import { settle } from '../sync/settle';
import { SingleFlight } from '../sync/singleFlight';
import { sendUnsigned } from './signedCall';

/** An access token of the app itself, for which nobody signed in. */
interface AppToken {
	readonly token: string;
	readonly scopes: readonly string[];
	/** In elapsed milliseconds. */
	readonly expiresAt: number;
}

const MOST_TOKENS = 100;
/** By the app, its account and hosts. */
const tokens = processState('tokens of apps', () => new SingleFlight<AppToken>(MOST_TOKENS));

const TEXTS = {
	refusals: APP_REFUSALS,
	unknown: 'Zoom did not issue a token for the app.',
	none: 'Zoom did not issue a token for the app',
};

/**
 * Sends a request with the token of the app itself instead of the connection's.
 * @param secrets takes up the token, so that no error shows it
 */
export async function callAsApp(
	setting: CallSetting,
	operation: RestOperation,
	request: IHttpRequestOptions,
	secrets: string[],
): Promise<Outcome> {
	const signal = cancelSignal(setting.caller);
	const before = await untilAborted(keptToken(setting), signal);
	const outcome = await callOnce(setting, operation, request, secrets);
	if (outcome.kind !== 'errorResponse' || !isTokenRefused(outcome)) return outcome;
	if (!before) return { ...outcome, endsConnection: true };
	// It may be of a time when the app had another secret; a new one is not refused for its age.
	const kept = await untilAborted(keptToken(setting), signal);
	if (kept?.token === before.token) tokens().forget(setting.connection.identity);
	const again = await callOnce(setting, operation, request, secrets);
	return again.kind === 'errorResponse' && isTokenRefused(again)
		? { ...again, endsConnection: true }
		: again;
}

async function callOnce(
	setting: CallSetting,
	operation: RestOperation,
	request: IHttpRequestOptions,
	secrets: string[],
): Promise<Outcome> {
	const asking = untilAborted(appToken(setting), cancelSignal(setting.caller));
	const asked = await settle(asking);
	if (asked.status === 'rejected') return noToken(asked.reason);
	const { token, scopes } = asked.value;
	secrets.push(token);
	const lacking = lackingScope(operation, scopes);
	if (lacking) return lacking;
	const reply = await sendUnsigned(setting, {
		...request,
		headers: { ...request.headers, Authorization: `Bearer ${token}` },
	});
	return 'kind' in reply ? reply : outcomeOf(reply);
}

/** The token of the connection's app: one for all its calls, until it runs out, fetched once however many ask. */
async function appToken({ caller, connection }: CallSetting): Promise<AppToken> {
	const { credentialType, identity } = connection;
	const credential = await caller.getCredentials(credentialType);
	requireSame(connection, credential);
	return await tokens().run(
		identity,
		async () => await fetchToken(caller, credential),
		async ({ result }) => isAlive(await result),
	);
}

const isAlive = ({ expiresAt }: AppToken) => expiresAt > clock.elapsed();

async function keptToken({ connection }: CallSetting): Promise<AppToken | undefined> {
	const kept = await settle(tokens().latest(connection.identity));
	const token = kept.status === 'fulfilled' ? kept.value : undefined;
	return token && isAlive(token) ? token : undefined;
}

async function fetchToken(
	caller: N8nContext,
	credential: ICredentialDataDecryptedObject,
): Promise<AppToken> {
	const request = tokenRequest(credential, 'grant_type=client_credentials');
	const answer = await requestToken(caller.helpers, request, TEXTS);
	return {
		token: answer.access_token,
		scopes: splitScopes(answer.scope),
		expiresAt: clock.elapsed() + lifeOf(answer.expires_in),
	};
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long a token is used, in milliseconds: a minute less than Zoom says, or an hour where it says nothing usable. */
function lifeOf(expiresIn: unknown): number {
	const life = Number(expiresIn) * 1000;
	return (life >= 2 * MINUTE && life <= 24 * HOUR ? life : HOUR) - MINUTE;
}

function noToken(error: unknown): Failed {
	if (!(error instanceof ZoomTokenError)) throw error;
	const { message, transient, resumeAt } = error;
	const token = transient ? 'failed' : 'refused';
	return { kind: 'notSent', message, transient, isOutage: transient, token, resumeAt };
}

/** That the app cannot make the call, whatever is ticked or connected anew for other calls. */
function lackingScope(operation: RestOperation, scopes: readonly string[]): NotSent | undefined {
	const names = scopeNames(operation);
	if (names.length === 0 || scopes.length === 0 || isGranted(scopes, operation)) return undefined;
	const message = `Zoom accepts this call only with the app's own token, and this app's token lacks ${names.join(' or ')}. Use the credential of a General App that has a chatbot: at marketplace.zoom.us, Features > Surface > Team Chat Subscription.`;
	return { kind: 'notSent', message, transient: false };
}
