import type {
	IDataObject,
	ICredentialDataDecryptedObject,
	IHttpRequestOptions,
} from 'n8n-workflow';

import type { N8nContext } from '../../host/n8nContext';
import { processState } from '../../host/processState';
import { splitScopes } from '../../registry/scopes';
import type { AppKind, Connection, Plan } from '../../registry/types';
import { InputError } from '../../values/inputError';
import type { QuotaOwner } from '../rateLimits/accountLimits';
import { clock } from '../sync/clock';
import { LruCache } from '../sync/lruCache';
import { settle } from '../sync/settle';
import { apiUrlOf, apiUrlProblem, hostsOf, revokeUrlOf, tokenUrlProblem } from './environments';
import { digestOf, fingerprintOf, identityOf, ownerOf } from './identity';
import { readSessionToken, ZoomTokenError } from './storedToken';
import { clientOf } from './tokenRequest';

const GENERAL_APP = 'zoomGeneralAppOAuth2Api';
const SERVER_TO_SERVER = 'zoomServerToServerOAuth2Api';

/** Anything but `serverToServer` means the General App: workflows of n8n's own Zoom node say `accessToken`. */
export const credentialTypeFor = (authentication: unknown): string =>
	authentication === 'serverToServer' ? SERVER_TO_SERVER : GENERAL_APP;

/**
 * The connection as it is stored now; n8n may store another token with the next call.
 * @param known the same connection as it was read before
 * @throws ZoomTokenError when it is not the same any more; InputError when a custom environment has no usable URLs, or the rate limit is none
 */
export async function readConnection(
	caller: N8nContext,
	credentialType: string,
	known?: Connection,
): Promise<Connection> {
	const credential = await caller.getCredentials(credentialType);
	if (known) requireSame(known, credential);
	const problem = apiUrlProblem(credential);
	if (problem !== undefined) throw new InputError(problem);
	const token = tokenOf(credential, credentialType);
	const id = caller.getNode().credentials?.[credentialType]?.id;
	const identity = identityOf(credential);
	return {
		credentialType,
		appKind: appKindOf(credential, credentialType),
		apiUrl: apiUrlOf(credential, token?.apiUrl),
		...quotaOwnerOf(credential, id),
		grantedScopes: token && splitScopes(token.scope),
		tokenExpiresAt: token ? token.expiresAt : 0,
		accessToken: token?.accessToken,
		identity,
		tokenKey: digestOf(id, identity),
		secrets: async () => {
			// n8n may have stored another token meanwhile.
			const now = await settle(caller.getCredentials(credentialType));
			return [credential, ...(now.status === 'fulfilled' ? [now.value] : [])].flatMap(secretsOf);
		},
	};
}

/** The texts in a credential that nobody may be shown. */
export function secretsOf(credential: ICredentialDataDecryptedObject): string[] {
	const { clientSecret, webhookSecretToken, sessionToken, oauthTokenData } = credential;
	const { access_token: access, refresh_token: refresh }: IDataObject = Object(oauthTokenData);
	const session = readSessionToken(sessionToken)?.token;
	return [clientSecret, webhookSecretToken, session, access, refresh].filter(
		(secret): secret is string => typeof secret === 'string',
	);
}

const CHANGED =
	'The credential was changed during this run, so the node stopped. Run the workflow again for the remaining items.';

/**
 * Makes sure that a credential, as it is read now, still is the one of the connection: the same hosts, app, account and
 * user, so that a call never goes to one host with the token of another.
 * @returns the token it holds now
 * @throws ZoomTokenError when the credential was changed since the connection was read
 */
export function requireSame(
	{ credentialType, identity, accessToken, tokenExpiresAt = Infinity }: Connection,
	credential: ICredentialDataDecryptedObject,
): StoredToken | undefined {
	const token = tokenOf(credential, credentialType);
	const before = { accessToken, isExpired: tokenExpiresAt <= clock.now() };
	// Whom a Server-to-Server app acts for is in its fields.
	const isSameUser = credentialType === SERVER_TO_SERVER || isOfSameUser(before, token);
	if (identityOf(credential) === identity && isSameUser) return token;
	throw new ZoomTokenError(CHANGED, false);
}

/** Tokens that Zoom has refused, so that others take their place. */
const MOST_REFUSED = 1000;
const refused = processState('tokens that Zoom refused', () => new LruCache<true>(MOST_REFUSED));

/** Notes that Zoom takes a token no more. */
export const noteRefused = (token: string): void => refused().set(digestOf(token), true);

function isOfSameUser(
	before: { readonly accessToken: string | undefined; readonly isExpired: boolean },
	token: StoredToken | undefined,
): boolean {
	const { accessToken, isExpired } = before;
	if (!accessToken || !token?.accessToken || token.accessToken === accessToken) return true;
	const owner = ownerOf(accessToken);
	if (owner !== undefined) return ownerOf(token.accessToken) === owner;
	// A token that tells nothing is renewed once it has run out or was refused; else somebody has signed in anew.
	return isExpired || refused().has(digestOf(accessToken));
}

const PLANS: readonly unknown[] = ['free', 'pro', 'business'] satisfies Plan[];

const isPlan = (value: unknown): value is Plan => PLANS.includes(value);

/**
 * Whose limits a credential spends. An account is known by its ID, which Server-to-Server apps have; of a General App
 * only the credential is known.
 * @throws InputError when plan or share are none
 */
export function quotaOwnerOf(credential: ICredentialDataDecryptedObject, id: unknown): QuotaOwner {
	const { plan = 'pro', rateLimitShare = 100, accountId } = credential;
	if (!isPlan(plan)) throw new InputError(`Plan ${OF_CREDENTIAL} one of free, pro, business`);
	const share = Number(rateLimitShare);
	if (!(share >= 1 && share <= 100)) {
		throw new InputError(`Share of Rate Limit (%) ${OF_CREDENTIAL} a number from 1 to 100`);
	}
	const account = accountId === undefined ? `credential ${String(id)}` : String(accountId);
	return {
		account: `${hostsOf(credential).token} ${account}`,
		plan,
		share: share / 100,
	};
}

const OF_CREDENTIAL = 'of the Zoom credential: must be';

/** A token as the credential holds it. */
export interface StoredToken {
	/** Empty where Zoom answered a renewal without one. */
	readonly accessToken: string;
	/** What renews it, of a General App alone. */
	readonly refreshToken?: string;
	readonly scope: unknown;
	readonly apiUrl: unknown;
	/** Milliseconds since 1970. */
	readonly expiresAt: number | undefined;
}

function tokenOf(
	credential: ICredentialDataDecryptedObject,
	credentialType: string,
): StoredToken | undefined {
	if (credentialType === SERVER_TO_SERVER) {
		const session = readSessionToken(credential.sessionToken);
		// A token of the fields as they were before says nothing of those there are now.
		if (session?.fingerprint !== fingerprintOf(credential)) return undefined;
		return {
			accessToken: session.token,
			scope: session.scope,
			apiUrl: session.api_url,
			expiresAt: session.expiresAt,
		};
	}
	const data: IDataObject = Object(credential.oauthTokenData);
	return typeof data.access_token === 'string'
		? {
				accessToken: data.access_token,
				refreshToken: typeof data.refresh_token === 'string' ? data.refresh_token : undefined,
				scope: data.scope,
				apiUrl: data.api_url,
				// n8n notes it beside what Zoom answered.
				expiresAt: Number(data.n8n_expires_at) || undefined,
			}
		: undefined;
}

const appKindOf = (credential: ICredentialDataDecryptedObject, credentialType: string): AppKind => {
	if (credentialType === SERVER_TO_SERVER) return 'serverToServer';
	return credential.appType === 'account' ? 'account' : 'user';
};

/**
 * The call that ends the stored access token at Zoom; undefined when there is no token to end.
 * @throws InputError when a custom environment has no usable URL for it
 */
export async function readRevocation(
	caller: N8nContext,
	credentialType: string,
): Promise<IHttpRequestOptions | undefined> {
	const credential = await caller.getCredentials(credentialType);
	const problem = tokenUrlProblem(credential);
	if (problem !== undefined) throw new InputError(problem);
	const token = tokenOf(credential, credentialType);
	return (
		token && {
			method: 'POST',
			url: revokeUrlOf(credential),
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			body: `token=${encodeURIComponent(token.accessToken)}`,
			auth: clientOf(credential),
			json: true,
		}
	);
}
