import type { IHttpRequestOptions } from 'n8n-workflow';

import { cancelSignal, STOPPED } from '../../host/cancellation';
import { processState } from '../../host/processState';
import { requireSame } from '../auth/connection';
import { digestOf } from '../auth/identity';
import type { Patience, Reply, Send } from '../http/exchange';
import { MOST_OF_ANSWER, openAnswer, wholeAnswer } from '../http/exchange';
import type { Failed } from '../response/outcome';
import type { CallSetting } from '../retry/sendWithRetry';
import type { Bound } from '../sync/bounded';
import { bounded, limitOfCall, TookTooLong } from '../sync/bounded';
import { clock } from '../sync/clock';
import { LruCache } from '../sync/lruCache';
import { settle } from '../sync/settle';
import { classifyError, stuckRenewal } from './classifyError';
import type { SignedCall } from './signing';
import { RENEWAL_LIMIT, Signing } from './signing';

type SignedSetting = Pick<CallSetting, 'caller' | 'connection' | 'options'>;
type UnsignedSetting = Pick<CallSetting, 'caller' | 'options'>;

/**
 * Sends a request that n8n signs with the connection's token, which n8n renews where need be, and takes in the answer. A
 * call has the host and the token of one credential, the connection's, even if that is changed or renewed meanwhile.
 */
export const sendSigned = async (
	setting: SignedSetting,
	request: IHttpRequestOptions,
): Promise<Reply> => await sign(setting, { request, silence: silenceOf(setting) });

/** As `sendSigned` for a file: its body is still to come, and an old token is not renewed for it. */
export const openSigned = async (
	setting: SignedSetting,
	request: IHttpRequestOptions,
): Promise<Reply> => await sign(setting, { request, isFile: true, silence: silenceOf(setting) });

/** Sends a request that is signed already, or needs no token, and takes in the answer. */
export const sendUnsigned = async (
	setting: UnsignedSetting,
	request: IHttpRequestOptions,
): Promise<Reply> =>
	await sendAsItIs(
		setting,
		request,
		async (send, patience) =>
			await wholeAnswer(send, request, { ...patience, most: MOST_OF_ANSWER }),
	);

/** As `sendUnsigned` for a file, whose body is still to come. */
export const openUnsigned = async (
	setting: UnsignedSetting,
	request: IHttpRequestOptions,
): Promise<Reply> =>
	await sendAsItIs(
		setting,
		request,
		async (send, patience) => await openAnswer(send, request, patience),
	);

const silenceOf = ({ options }: Pick<CallSetting, 'options'>) => options.timeout * 1000;

async function sign(setting: SignedSetting, call: SignedCall): Promise<Reply> {
	for (let again = 0; ; again++) {
		const { reply, signing } = await sendOnce(setting, call);
		const end = again < MOST_AGAIN ? await unlessRenewed(setting, call, signing, reply) : reply;
		if (end) return end;
	}
}

// Other processes may renew the token again and again just before this one does.
const MOST_AGAIN = 5;

/** What a call comes to; undefined where there is another token now than it was made with. */
async function unlessRenewed(
	setting: SignedSetting,
	call: SignedCall,
	signing: Signing,
	reply: Reply,
): Promise<Reply | undefined> {
	const problem = 'kind' in reply && reply.kind === 'notSent' ? reply.token : undefined;
	if (problem === 'unsigned' && signing.token?.refreshToken !== undefined) {
		return await renew(setting, call, signing);
	}
	if (problem !== 'grantRefused') return reply;
	// Another process may have renewed the token with the same grant, just before.
	const isRenewed = await settle(hasOtherToken(setting, signing));
	if (isRenewed.status === 'rejected') return failureOf(setting, call, signing, isRenewed.reason);
	return isRenewed.value ? undefined : reply;
}

async function sendAsItIs(
	{ caller, options }: UnsignedSetting,
	request: IHttpRequestOptions,
	exchange: (send: Send, patience: Patience) => Promise<Reply>,
): Promise<Reply> {
	const send: Send = async (given) => await caller.helpers.httpRequest(given);
	const silence = silenceOf({ options });
	const sent = await settle(
		bounded(
			limitOfCall(options.timeout),
			async ({ signal }) => await exchange(send, { silence, signal }),
			cancelSignal(caller),
		),
	);
	if (sent.status === 'fulfilled') return sent.value;
	if (cancelSignal(caller)?.aborted) return { kind: 'noResponse', how: 'stopped' };
	return sent.reason instanceof TookTooLong
		? { kind: 'noResponse', how: 'endless' }
		: classifyError(sent.reason, request.url);
}

/** Sends a request, and once more with a new token where Zoom refuses the one there is. */
async function sendOnce(
	setting: SignedSetting,
	call: SignedCall,
): Promise<{ readonly reply: Reply; readonly signing: Signing }> {
	const { caller, connection, options } = setting;
	const signing = new Signing(caller, connection, call);
	let made: Promise<Reply> | undefined;
	const sent = await settle(
		bounded(
			limitOfCall(options.timeout),
			async (bound) => {
				made = exchange(setting, call, signing, bound);
				return await made;
			},
			cancelSignal(caller),
		),
	);
	const reply =
		sent.status === 'fulfilled' ? sent.value : failureOf(setting, call, signing, sent.reason, made);
	return { reply, signing };
}

/**
 * Has n8n sign and send a request. It renews the token of a General App itself, by the answers that `Signing` shows it; the
 * calls of Server-to-Server apps it sends past that, so one with an old token is made anew.
 */
async function exchange(
	{ caller, connection }: SignedSetting,
	call: SignedCall,
	signing: Signing,
	bound: Bound,
): Promise<Reply> {
	const { request, isFile, silence } = call;
	const { httpRequestWithAuthentication } = caller.helpers;
	const send: Send = async (given, signal) =>
		await httpRequestWithAuthentication.call(
			signing.context({ ...bound, signal }),
			connection.credentialType,
			given,
		);
	const patience = { silence, signal: bound.signal };
	if (isFile) return await openAnswer(send, request, patience);
	const whole = async () => await wholeAnswer(send, request, { ...patience, most: MOST_OF_ANSWER });
	const reply = await whole();
	return signing.takesRefusal(reply) ? await whole() : reply;
}

// Renewals of which the answer got lost, by what they were made with: Zoom need not take that twice.
const MOST_LOST = 1000;
const lostRenewals = processState(
	'token renewals without an answer',
	() => new LruCache<true>(MOST_LOST),
);

/** Stands for what a token is renewed with; undefined where it cannot be. */
const grantOf = (token: Signing['token']) =>
	token?.refreshToken === undefined ? undefined : digestOf(token.refreshToken);

/** What an error means that ended a call; `made` is what n8n does of it all the same. */
function failureOf(
	{ caller }: SignedSetting,
	{ request }: SignedCall,
	{ phase, token }: Signing,
	error: unknown,
	made?: Promise<unknown>,
): Failed {
	if (cancelSignal(caller)?.aborted) {
		return phase === 'underWay' ? { kind: 'noResponse', how: 'stopped' } : STOPPED;
	}
	if (error instanceof TookTooLong) {
		return phase === 'renewing' ? stuckRenewal(made) : { kind: 'noResponse', how: 'endless' };
	}
	const grant = grantOf(token);
	const isLost = grant !== undefined && lostRenewals().has(grant);
	const outcome = classifyError(error, request.url, { isRenewing: phase === 'renewing', isLost });
	const isLoss = outcome.kind === 'notSent' && outcome.token === 'lost';
	if (grant !== undefined && isLoss) lostRenewals().set(grant, true);
	return outcome;
}

// The process that renewed the token may take a moment to store it.
const LOOKS = [0, 200, 300, 400, 400, 400];

// Grants that Zoom refused and nobody replaced, so that later calls do not wait for that once more.
const endedGrants = processState('grants that have ended', () => new LruCache<true>(MOST_LOST));

/** Whether the credential holds another token than a call was signed with. */
async function hasOtherToken(
	{ caller, connection }: SignedSetting,
	{ token }: Signing,
): Promise<boolean> {
	const grant = grantOf(token);
	const isEnded = grant !== undefined && endedGrants().has(grant);
	for (const wait of isEnded ? LOOKS.slice(0, 1) : LOOKS) {
		if (wait > 0) await clock.sleep(wait, cancelSignal(caller));
		const credential = await caller.getCredentials(connection.credentialType);
		const stored = requireSame(connection, credential);
		if (stored && stored.accessToken !== token?.accessToken) return true;
	}
	if (grant !== undefined) endedGrants().set(grant, true);
	return false;
}

/** Has n8n renew a token without a call, where it stored what Zoom answered a renewal without one. */
async function renew(
	setting: SignedSetting,
	call: SignedCall,
	signing: Signing,
): Promise<Failed | undefined> {
	const { caller, connection } = setting;
	const { refreshOAuth2Token } = caller.helpers;
	signing.phase = 'renewing';
	const renewed = await settle(
		bounded(
			RENEWAL_LIMIT,
			async (bound): Promise<unknown> =>
				await refreshOAuth2Token.call(signing.context(bound), connection.credentialType),
			cancelSignal(caller),
		),
	);
	return renewed.status === 'fulfilled'
		? undefined
		: failureOf(setting, call, signing, renewed.reason);
}
