import { ZOOM_TOKEN_ERROR } from '../auth/storedToken';
import type { TokenlessAnswer } from '../auth/tokenRefusal';
import { RENEWAL_TEXTS, refusedToken } from '../auth/tokenRefusal';
import { tokenUnsent } from '../auth/tokenRequest';
import { redact } from '../redaction/redact';
import type { NetworkError } from '../response/networkErrors';
import { unreachable } from '../response/networkErrors';
import type { Failed, NotSent, TokenProblem } from '../response/outcome';
import { errorResponseOf } from '../response/outcome';

/** What is known of a thrown error; n8n wraps the one that says why in `cause`. */
interface Thrown extends NetworkError {
	readonly name?: string;
	readonly message?: string;
	readonly transient?: boolean;
	readonly resumeAt?: number;
	/** What the token endpoint answered a General App. */
	readonly status?: number;
	readonly body?: unknown;
	readonly config?: { readonly url?: string };
	readonly response?: { readonly status: number; readonly headers: object; readonly data: unknown };
	readonly cause?: Thrown | null;
}

const RECONNECT =
	'Zoom no longer accepts this connection: access was revoked, it was not used for 90 days, or the response to the last token renewal was lost. Open the credential in n8n and connect it again.';
const LOST =
	'Zoom no longer accepts this connection: the response to the last token renewal was lost, and Zoom accepts each refresh token only once. Open the credential in n8n and connect it again.';
const NOT_CONNECTED =
	'This credential is not connected to Zoom yet. Open it in n8n and click Connect.';
const NO_TOKEN_IN_ANSWER = 'Zoom did not issue a new access token: its response had none.';
const STUCK =
	'Zoom did not issue a new access token within 30 s. n8n is still waiting for the response. Calls with this credential fail until then.';

/** What is known of a call besides the error that ended it. */
export interface CallState {
	/** Whether its token was being renewed. */
	readonly isRenewing: boolean;
	/** Whether the answer to an earlier renewal, made with the same refresh token, got lost. */
	readonly isLost: boolean;
}

/**
 * What an error thrown instead of an answer means. n8n renews tokens inside the call, so an error may be about the call
 * itself or about the token endpoint; the latter never means that Zoom did something.
 * @param url the call's own URL, to tell the two apart
 */
export function classifyError(
	error: unknown,
	url: string,
	state: CallState = { isRenewing: false, isLost: false },
): Failed {
	const thrown: Thrown = Object(error);
	const chain = causes(thrown);
	const tokenError = chain.find(({ name }) => name === ZOOM_TOKEN_ERROR);
	if (tokenError) return ofTokenError(tokenError);
	const http = chain.find(({ config }) => config?.url !== undefined);
	if (http && http.config?.url === url) return ofCall(http, url);
	return ofTokenCall(chain, http, state);
}

/** A renewal that n8n still waits for, although the call no longer does. */
export const stuckRenewal = (made: Promise<unknown> = Promise.resolve()): NotSent =>
	noToken('stuck', STUCK, { transient: true, isOutage: true, stuck: made });

type ThrownToken = Pick<Thrown, 'message' | 'transient' | 'resumeAt'>;

const ofTokenError = ({ message = '', transient = false, resumeAt }: ThrownToken): NotSent =>
	noToken(transient ? 'failed' : 'refused', message, {
		transient,
		isOutage: transient,
		resumeAt,
	});

const noToken = (token: TokenProblem, message: string, more: Partial<NotSent> = {}): NotSent =>
	notSent(message, { token, ...more });

function causes(error: Thrown | null | undefined): Thrown[] {
	return typeof error === 'object' && error !== null ? [error, ...causes(error.cause)] : [];
}

const notSent = (message: string, more: Partial<NotSent> = {}): NotSent => ({
	kind: 'notSent',
	message,
	transient: false,
	...more,
});

function ofCall(thrown: Thrown, url: string): Failed {
	const { response, code, message = '' } = thrown;
	// With a 2xx the error is about the body: it did not arrive whole.
	if (response && response.status >= 300) {
		return errorResponseOf({
			statusCode: response.status,
			headers: response.headers,
			body: response.data,
		});
	}
	const problem = unreachable(thrown, new URL(url).host);
	if (problem) return notSent(problem.message, { ...problem, isOutage: true });
	const isTimeout = code === 'ETIMEDOUT' || /timeout/i.test(message);
	return { kind: 'noResponse', how: isTimeout ? 'timeout' : 'broken' };
}

function ofTokenCall(
	chain: readonly Thrown[],
	http: Thrown | undefined,
	{ isRenewing, isLost }: CallState,
): Failed {
	const text = chain.map(({ message }) => message ?? '').join('\n');
	if (/needs to be reconnected|no refresh token/i.test(text)) return reconnect(isLost);
	if (/unable to sign|not connected/i.test(text)) {
		return isRenewing
			? noToken('lost', NO_TOKEN_IN_ANSWER, { transient: true, isOutage: true })
			: noToken('unsigned', NOT_CONNECTED);
	}
	const answer = answerIn(chain, http);
	if (answer) return ofTokenAnswer(answer, isLost);
	if (http) return ofTokenLoss(http);
	return notSent(redact(chain[0]?.message ?? 'The request could not be sent.'));
}

const reconnect = (isLost: boolean) =>
	noToken('grantRefused', isLost ? LOST : RECONNECT, { isOutage: true });

/** What the token endpoint answered, which n8n hands on with its status or, where Zoom gives a reason, without. */
function answerIn(chain: readonly Thrown[], http: Thrown | undefined): TokenlessAnswer | undefined {
	if (http?.response) {
		const { status, headers, data } = http.response;
		return { status, headers, body: data };
	}
	const told = chain.find(({ body, status }) => body !== undefined || typeof status === 'number');
	return told && { status: told.status ?? REFUSED, body: told.body };
}

const REFUSED = 400;

function ofTokenAnswer(answer: TokenlessAnswer, isLost: boolean): NotSent {
	const { error, reason }: { error?: unknown; reason?: unknown } = Object(answer.body);
	if (error === 'invalid_grant' || reason === 'Invalid Token!') return reconnect(isLost);
	const told = ofTokenError(refusedToken(answer, RENEWAL_TEXTS));
	// Zoom may have renewed it.
	return told.transient && answer.status < 300 ? { ...told, token: 'lost' } : told;
}

function ofTokenLoss(http: Thrown): NotSent {
	const url = http.config?.url ?? '';
	const told = tokenUnsent({ ...http, message: http.message ?? '' }, hostOf(url));
	const isLost = unreachable(http, '') === undefined;
	return { ...ofTokenError(told), ...(isLost && { token: 'lost' }) };
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : 'the Token URL');
