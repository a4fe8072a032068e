import { createHash } from 'node:crypto';
import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { z } from 'zod';

import { hostsOf } from '../nodes/Zoom/transport/hosts';
import { redact, shorten } from '../nodes/Zoom/transport/redact';
import type { SessionToken } from '../nodes/Zoom/transport/sessionToken';
import { ZoomTokenError } from '../nodes/Zoom/transport/sessionToken';
import { SERVER_TO_SERVER_REFUSALS } from '../nodes/Zoom/transport/tokenRefusal';

/** What the dialog says when Zoom refuses for a reason not listed. */
export const UNKNOWN_REFUSAL =
	'Zoom gave no access token. Check the Account ID, Client ID and Client Secret.';

const tokenAnswer = z.object({
	access_token: z.string().min(1),
	scope: z.string().optional(),
	api_url: z.string().optional(),
	expires_in: z.coerce.number().positive().optional(),
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
	const answer = await post(helpers, tokenRequest(credential));
	const token = tokenAnswer.safeParse(answer.body);
	if (!token.success) throw refused(answer);
	const { access_token, scope = '', api_url, expires_in = DEFAULT_LIFE_SECONDS } = token.data;
	const expiresAt = Date.now() + expires_in * 1000;
	return { token: access_token, scope, api_url, fingerprint, expiresAt };
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
	// The reason holds the client secret, so nothing of it goes on.
	const message = `Zoom cannot be reached at ${request.url}. Check n8n's connection to the internet and, for a custom environment, the Token URL.`;
	throw new ZoomTokenError(message, true);
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
