import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { z } from 'zod';

import { hostsOf } from './hosts';
import type { Redactor } from './redact';
import { redactorFor, shorten } from './redact';
import { ZoomTokenError } from './sessionToken';
import type { TokenRefusal } from './tokenRefusal';
import type { NetworkError } from './unreachable';
import { unreachable } from './unreachable';

const tokenAnswer = z.object({
	access_token: z.string().min(1),
	scope: z.string().nullish(),
	api_url: z.string().nullish(),
	expires_in: z.number().or(z.string()).nullish(),
});

/** What Zoom answers with a token. */
export type TokenAnswer = z.infer<typeof tokenAnswer>;

/** What can be said of a token that was not given. */
export interface TokenTexts {
	readonly refusals: readonly TokenRefusal[];
	/** For any other reason. */
	readonly unknown: string;
}

const TIMEOUT_MS = 30_000;

/**
 * The call for a token in the name of the app itself.
 * @param form its grant, as the parameters of a form: Zoom refuses them in the query and as JSON
 */
export const tokenRequest = (
	credential: ICredentialDataDecryptedObject,
	form: string,
): IHttpRequestOptions => ({
	method: 'POST',
	url: hostsOf(credential).token,
	headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
	body: form,
	auth: { username: String(credential.clientId), password: String(credential.clientSecret) },
	json: true,
	timeout: TIMEOUT_MS,
	// n8n would hand the client secret on to wherever a redirect leads.
	disableFollowRedirect: true,
	returnFullResponse: true,
	ignoreHttpStatusErrors: true,
});

/** The grant of a Server-to-Server app for its account. */
export const accountGrant = ({ accountId }: ICredentialDataDecryptedObject): string =>
	`grant_type=account_credentials&account_id=${encodeURIComponent(String(accountId))}`;

/**
 * Asks for a token, once.
 * @throws ZoomTokenError with a sentence for the admin
 */
export async function requestToken(
	helpers: Pick<IHttpRequestHelper['helpers'], 'httpRequest'>,
	request: IHttpRequestOptions,
	texts: TokenTexts,
): Promise<TokenAnswer> {
	const hide = redactorFor([String(request.auth?.password ?? '')]);
	const [sent] = await Promise.allSettled([helpers.httpRequest(request)]);
	if (sent.status === 'rejected') {
		throw unsent(sent.reason as FailedRequest, new URL(request.url).host, hide);
	}
	const answer = sent.value as IN8nHttpFullResponse;
	const token = tokenAnswer.safeParse(answer.body);
	if (!token.success) throw refused(answer, texts, hide);
	return token.data;
}

interface FailedRequest extends NetworkError {
	/** The request, where the HTTP client failed; n8n's own refusals to send have none. */
	readonly config?: object;
	readonly message: string;
}

// The reason holds the client secret, so of it goes on only what is known to be harmless.
function unsent(reason: FailedRequest, host: string, hide: Redactor): ZoomTokenError {
	const problem = unreachable(reason, host);
	if (problem) {
		const advice = "Check n8n's way to the internet and, for a custom environment, the Token URL.";
		return new ZoomTokenError(`${problem.message} ${advice}`, problem.transient);
	}
	return reason.config !== undefined
		? new ZoomTokenError(`The connection to ${host} broke off while a token was fetched.`, true)
		: new ZoomTokenError(shorten(hide(reason.message)), false);
}

const refusal = z.object({ reason: z.string() });

function refused(
	{ statusCode, body }: IN8nHttpFullResponse,
	{ refusals, unknown }: TokenTexts,
	hide: Redactor,
): ZoomTokenError {
	const parsed = refusal.safeParse(body);
	const reason = parsed.success ? parsed.data.reason : undefined;
	const known = refusals.find((entry) => entry.reason === reason);
	if (known) return new ZoomTokenError(known.message, false);
	if (statusCode >= 500 || statusCode === 429) {
		const message = `Zoom gave no access token: it answered with HTTP ${statusCode}. Try again in a moment.`;
		return new ZoomTokenError(message, true);
	}
	const detail = reason === undefined ? `HTTP ${statusCode}` : shorten(hide(reason));
	return new ZoomTokenError(`${unknown} Zoom answered: ${detail}`, false);
}
