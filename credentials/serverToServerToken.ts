import { createHash } from 'node:crypto';
import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { z } from 'zod';

import { spenderOf } from '../nodes/Zoom/transport/connection';
import { hostsOf } from '../nodes/Zoom/transport/hosts';
import { spendTokenTurn } from '../nodes/Zoom/transport/pacing';
import { redact, shorten } from '../nodes/Zoom/transport/redact';
import type { SessionToken } from '../nodes/Zoom/transport/sessionToken';
import { ZoomTokenError } from '../nodes/Zoom/transport/sessionToken';
import { SERVER_TO_SERVER_REFUSALS } from '../nodes/Zoom/transport/tokenRefusal';
import type { NetworkError } from '../nodes/Zoom/transport/unreachable';
import { unreachable } from '../nodes/Zoom/transport/unreachable';

/** What the dialog says when Zoom refuses for a reason not listed. */
export const UNKNOWN_REFUSAL =
	'Zoom gave no access token. Check the Account ID, Client ID and Client Secret.';

const tokenAnswer = z.object({
	access_token: z.string().min(1),
	scope: z.string().nullish(),
	api_url: z.string().nullish(),
	expires_in: z.number().or(z.string()).nullish(),
});

const refusal = z.object({ reason: z.string() });

const TIMEOUT_MS = 30_000;
const DEFAULT_LIFE_SECONDS = 3600;

/** Says what is wrong with an Account ID before anything is sent; undefined when nothing is. */
export function accountIdProblem(accountId: unknown): string | undefined {
	const text = String(accountId ?? '');
	if (/^[A-Za-z0-9_-]+$/.test(text) && !/^\d+$/.test(text)) return undefined;
	return 'Invalid Account ID format: it has letters, digits, - and _ only, no spaces. It is neither an e-mail address nor the account number; copy it from the App Credentials page of the Server-to-Server OAuth app.';
}

/** Hash of everything a token depends on. */
export function fingerprintOf(credential: ICredentialDataDecryptedObject): string {
	const parts = [
		hostsOf(credential).token,
		credential.clientId,
		credential.clientSecret,
		credential.accountId,
	];
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

// One entry a credential and process: callers that ask at the same moment, or just after, share one answer.
const latest = new Map<string, Promise<SessionToken>>();

/**
 * A token for these fields: the latest of this process if it serves, else a new one, fetched once however many ask at
 * the same time.
 * @param serves whether a token fetched earlier will do; a new one is answered in any case
 * @throws ZoomTokenError with a sentence for the admin
 */
export async function obtainToken(
	helper: IHttpRequestHelper,
	credential: ICredentialDataDecryptedObject,
	serves: (session: SessionToken) => boolean,
): Promise<SessionToken> {
	const fingerprint = fingerprintOf(credential);
	const known = latest.get(fingerprint);
	const session = await known;
	if (session && session.expiresAt > Date.now() && serves(session)) return session;

	// Another caller that awaited the same entry may have begun to replace it meanwhile.
	const current = latest.get(fingerprint);
	if (current !== undefined && current !== known) return await current;
	const fetched = fetchToken(helper, credential, fingerprint);
	latest.set(fingerprint, fetched);
	fetched.catch(() => latest.delete(fingerprint));
	return await fetched;
}

async function fetchToken(
	{ helpers }: IHttpRequestHelper,
	credential: ICredentialDataDecryptedObject,
	fingerprint: string,
): Promise<SessionToken> {
	spendTokenTurn(spenderOf(credential, undefined));
	const answer = await post(helpers, tokenRequest(credential));
	const token = tokenAnswer.safeParse(answer.body);
	if (!token.success) throw refused(answer);
	const { access_token, scope, api_url, expires_in } = token.data;
	const life = Number(expires_in) > 0 ? Number(expires_in) : DEFAULT_LIFE_SECONDS;
	return {
		token: access_token,
		scope: scope ?? '',
		api_url: api_url ?? undefined,
		fingerprint,
		expiresAt: Date.now() + life * 1000,
	};
}

// Zoom reads the parameters from a form only: in the query or as JSON they are refused.
function tokenRequest(credential: ICredentialDataDecryptedObject): IHttpRequestOptions {
	return {
		method: 'POST',
		url: hostsOf(credential).token,
		headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
		body: `grant_type=account_credentials&account_id=${encodeURIComponent(String(credential.accountId))}`,
		auth: { username: String(credential.clientId), password: String(credential.clientSecret) },
		json: true,
		timeout: TIMEOUT_MS,
		// n8n would hand the client secret on to wherever a redirect leads.
		disableFollowRedirect: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	};
}

async function post(
	helpers: IHttpRequestHelper['helpers'],
	request: IHttpRequestOptions,
): Promise<IN8nHttpFullResponse> {
	const [answer] = await Promise.allSettled([helpers.httpRequest(request)]);
	if (answer.status === 'fulfilled') return answer.value as IN8nHttpFullResponse;
	throw unsent(answer.reason as FailedRequest, new URL(request.url).host);
}

interface FailedRequest extends NetworkError {
	/** The request, where the HTTP client failed; n8n's own refusals to send have none. */
	readonly config?: object;
	readonly message: string;
}

// The reason holds the client secret, so of it goes on only what is known to be harmless.
function unsent(reason: FailedRequest, host: string): ZoomTokenError {
	const problem = unreachable(reason, host);
	if (problem) {
		const advice = "Check n8n's way to the internet and, for a custom environment, the Token URL.";
		return new ZoomTokenError(`${problem.message} ${advice}`, problem.transient);
	}
	return reason.config !== undefined
		? new ZoomTokenError(`The connection to ${host} broke off while a token was fetched.`, true)
		: new ZoomTokenError(shorten(redact(reason.message)), false);
}

function refused({ statusCode, body }: IN8nHttpFullResponse): ZoomTokenError {
	const parsed = refusal.safeParse(body);
	const reason = parsed.success ? parsed.data.reason : undefined;
	const known = SERVER_TO_SERVER_REFUSALS.find((refusal) => refusal.reason === reason);
	if (known) return new ZoomTokenError(known.message, false);
	if (statusCode >= 500 || statusCode === 429) {
		const message = `Zoom gave no access token: it answered with HTTP ${statusCode}. Try again in a moment.`;
		return new ZoomTokenError(message, true);
	}
	const detail = reason === undefined ? `HTTP ${statusCode}` : shorten(redact(reason));
	return new ZoomTokenError(`${UNKNOWN_REFUSAL} Zoom answered: ${detail}`, false);
}
