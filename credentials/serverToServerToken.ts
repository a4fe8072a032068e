import type { ICredentialDataDecryptedObject, IHttpRequestHelper } from 'n8n-workflow';

import { processState } from '../nodes/Zoom/host/processState';
import { quotaOwnerOf } from '../nodes/Zoom/transport/auth/connection';
import { fingerprintOf } from '../nodes/Zoom/transport/auth/identity';
import type { SessionToken } from '../nodes/Zoom/transport/auth/storedToken';
import { SERVER_TO_SERVER_REFUSALS } from '../nodes/Zoom/transport/auth/tokenRefusal';
import {
	accountGrant,
	requestToken,
	tokenRequest,
} from '../nodes/Zoom/transport/auth/tokenRequest';
import { consumeTokenSlot } from '../nodes/Zoom/transport/rateLimits/accountLimits';
import { clock } from '../nodes/Zoom/transport/sync/clock';
import { SingleFlight } from '../nodes/Zoom/transport/sync/singleFlight';

/** What the dialog says when Zoom refuses for a reason not listed. */
export const UNKNOWN_REFUSAL =
	'Zoom did not issue an access token. Check the Account ID, Client ID and Client Secret.';

const USUAL_LIFE_SECONDS = 3600;
const LONGEST_LIFE_SECONDS = 86_400;

/** Says what is wrong with an Account ID before anything is sent; undefined when nothing is. */
export function accountIdProblem(accountId: unknown): string | undefined {
	const text = String(accountId ?? '').trim();
	if (/^[A-Za-z0-9_-]+$/.test(text) && !/^\d+$/.test(text)) return undefined;
	return 'Invalid Account ID format: an Account ID contains only letters, digits, - and _. Copy it from the App Credentials page of the Server-to-Server OAuth app. It is not an email address or the account number.';
}

/** A token this process fetched. */
interface Fetched {
	readonly session: SessionToken;
	/** When it runs out, by the clock that nobody can set. */
	readonly endsAt: number;
}

/** Credentials whose tokens are remembered. */
const MOST_TOKENS = 1000;
const tokens = processState(
	'Server-to-Server tokens',
	() => new SingleFlight<Fetched>(MOST_TOKENS),
);

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
	const { session } = await tokens().run(
		fingerprint,
		async () => await fetchToken(helper, credential, fingerprint),
		async ({ result }) => {
			const { session: latest, endsAt } = await result;
			return endsAt > clock.elapsed() && isAlive(latest) && serves(latest);
		},
	);
	return session;
}

/**
 * Whether a token has not run out. None lives longer than a day: a later end was noted by a clock that was wrong then, or
 * this one is wrong now.
 */
export function isAlive({ expiresAt }: SessionToken): boolean {
	const left = expiresAt - Date.now();
	return left > 0 && left <= LONGEST_LIFE_SECONDS * 1000;
}

async function fetchToken(
	{ helpers }: IHttpRequestHelper,
	credential: ICredentialDataDecryptedObject,
	fingerprint: string,
): Promise<Fetched> {
	const request = tokenRequest(credential, accountGrant(credential));
	const texts = { refusals: SERVER_TO_SERVER_REFUSALS, unknown: UNKNOWN_REFUSAL };
	consumeTokenSlot(quotaOwnerOf(credential, undefined));
	const { access_token, scope, api_url, expires_in } = await requestToken(helpers, request, texts);
	const life = lifeOf(expires_in) * 1000;
	const session = {
		token: access_token,
		scope: scope ?? '',
		api_url: api_url ?? undefined,
		fingerprint,
		expiresAt: Date.now() + life,
	};
	return { session, endsAt: clock.elapsed() + life };
}

/** Seconds a token lives by what Zoom says of it, where that can be. */
function lifeOf(told: unknown): number {
	const seconds = typeof told === 'string' ? Number(told) : told;
	return typeof seconds === 'number' && seconds >= 1 && seconds <= LONGEST_LIFE_SECONDS
		? seconds
		: USUAL_LIFE_SECONDS;
}
