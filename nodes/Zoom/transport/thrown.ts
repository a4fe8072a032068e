import type { Failed, NotSent } from './outcome';
import { refusalOf } from './outcome';
import { redact } from './redact';
import { ZOOM_TOKEN_ERROR } from './sessionToken';
import { generalAppRefusal } from './tokenRefusal';
import type { NetworkError } from './unreachable';
import { unreachable } from './unreachable';

/** What is known of a thrown error; n8n wraps the one that says why in `cause`. */
interface Thrown extends NetworkError {
	readonly name?: string;
	readonly message?: string;
	readonly transient?: boolean;
	/** What the token endpoint answered a General App. */
	readonly status?: number;
	readonly body?: { readonly error?: unknown; readonly reason?: unknown };
	readonly config?: { readonly url?: string };
	readonly response?: { readonly status: number; readonly headers: object; readonly data: unknown };
	readonly cause?: Thrown | null;
}

const RECONNECT =
	'Zoom no longer accepts this connection: access was revoked, or it was not used for 90 days. Open the credential in n8n and connect it again.';
const NOT_CONNECTED =
	'This credential is not connected to Zoom yet. Open it in n8n and use its Connect button.';

/**
 * What an error thrown instead of an answer means. n8n renews tokens inside the call, so an error may be about the call
 * itself or about the token endpoint; the latter never means that Zoom did something.
 * @param url the call's own URL, to tell the two apart
 */
export function outcomeOfError(error: unknown, url: string): Failed {
	const chain = causes(error as Thrown);
	const tokenError = chain.find(({ name }) => name === ZOOM_TOKEN_ERROR);
	if (tokenError) {
		const transient = tokenError.transient === true;
		return notSent(tokenError.message ?? '', { transient, isOutage: transient });
	}

	const http = chain.find(({ config }) => config?.url !== undefined);
	if (http && http.config?.url === url) return ofCall(http, url);
	return ofTokenCall(chain, http);
}

function causes(error: Thrown | null | undefined): Thrown[] {
	return typeof error === 'object' && error !== null ? [error, ...causes(error.cause)] : [];
}

const notSent = (message: string, more: Partial<NotSent> = {}): NotSent => ({
	kind: 'notSent',
	message,
	transient: false,
	...more,
});

const reconnect = () => notSent(RECONNECT, { isOutage: true });

function ofCall(thrown: Thrown, url: string): Failed {
	const { response, code, message = '' } = thrown;
	// With a 2xx the error is about the body: it did not arrive whole.
	if (response && response.status >= 300) {
		return refusalOf({
			statusCode: response.status,
			headers: response.headers,
			body: response.data,
		});
	}
	const problem = unreachable(thrown, new URL(url).host);
	if (problem) return notSent(problem.message, { ...problem, isOutage: true });
	const isTimeout = code === 'ETIMEDOUT' || /timeout/i.test(message);
	return { kind: 'loss', how: isTimeout ? 'timeout' : 'broken' };
}

function ofTokenCall(chain: readonly Thrown[], http: Thrown | undefined): Failed {
	const text = chain.map(({ message }) => message ?? '').join('\n');
	const body = chain.find((thrown) => thrown.body !== undefined)?.body;
	const known = generalAppRefusal(body?.reason);
	if (known !== undefined) return notSent(known);
	if (body?.error === 'invalid_grant' || /needs to be reconnected|no refresh token/i.test(text)) {
		return reconnect();
	}
	if (body?.reason === 'Invalid Token!') return reconnect();
	if (/unable to sign|not connected/i.test(text)) return notSent(NOT_CONNECTED);
	const status = chain.find((thrown) => typeof thrown.status === 'number')?.status ?? 0;
	if (http || status === 429 || status >= 500) {
		const message = 'Zoom could not renew the access token just now.';
		return notSent(message, { transient: true, isOutage: true });
	}
	return notSent(redact(chain[0]?.message ?? 'The request could not be sent.'));
}
