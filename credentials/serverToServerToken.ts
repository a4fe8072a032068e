import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IHttpRequestHelper } from 'n8n-workflow';

import { spenderOf } from '../nodes/Zoom/transport/connection';
import { hostsOf } from '../nodes/Zoom/transport/hosts';
import { spendTokenTurn } from '../nodes/Zoom/transport/pacing';
import type { SessionToken } from '../nodes/Zoom/transport/sessionToken';
import { SERVER_TO_SERVER_REFUSALS } from '../nodes/Zoom/transport/tokenRefusal';
import { accountGrant, requestToken, tokenRequest } from '../nodes/Zoom/transport/tokenRequest';

/** What the dialog says when Zoom refuses for a reason not listed. */
export const UNKNOWN_REFUSAL =
	'Zoom gave no access token. Check the Account ID, Client ID and Client Secret.';

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
	const request = tokenRequest(credential, accountGrant(credential));
	const texts = { refusals: SERVER_TO_SERVER_REFUSALS, unknown: UNKNOWN_REFUSAL };
	spendTokenTurn(spenderOf(credential, undefined));
	const { access_token, scope, api_url, expires_in } = await requestToken(helpers, request, texts);
	const life = Number(expires_in) > 0 ? Number(expires_in) : DEFAULT_LIFE_SECONDS;
	return {
		token: access_token,
		scope: scope ?? '',
		api_url: api_url ?? undefined,
		fingerprint,
		expiresAt: Date.now() + life * 1000,
	};
}
