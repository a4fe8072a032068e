import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	ITriggerFunctions,
} from 'n8n-workflow';

import type { AppKind, Connection } from '../operation';
import { splitScopes } from '../scopes';
import { InputError } from '../inputError';
import { apiUrlOf, apiUrlProblem, revokeUrlOf, tokenUrlProblem } from './hosts';
import { readSessionToken } from './sessionToken';

/** The n8n contexts in which Zoom is called. */
export type Caller = IExecuteFunctions | ILoadOptionsFunctions | IHookFunctions | ITriggerFunctions;

const GENERAL_APP = 'zoomGeneralAppOAuth2Api';
const SERVER_TO_SERVER = 'zoomServerToServerOAuth2Api';

/** Anything but `serverToServer` means the General App: workflows of n8n's own Zoom node say `accessToken`. */
export const credentialTypeFor = (authentication: unknown): string =>
	authentication === 'serverToServer' ? SERVER_TO_SERVER : GENERAL_APP;

/**
 * The connection as it is stored now; n8n may store another token with the next call.
 * @throws InputError when a custom environment has no usable URLs
 */
export async function readConnection(caller: Caller, credentialType: string): Promise<Connection> {
	const credential = await caller.getCredentials(credentialType);
	const problem = apiUrlProblem(credential);
	if (problem !== undefined) throw new InputError(problem);
	const token = tokenOf(credential, credentialType);
	return {
		credentialType,
		appKind: appKindOf(credential, credentialType),
		apiUrl: apiUrlOf(credential, token?.apiUrl),
		grantedScopes: token && splitScopes(token.scope),
	};
}

interface StoredToken {
	readonly accessToken: string;
	readonly scope: unknown;
	readonly apiUrl: unknown;
}

function tokenOf(
	credential: ICredentialDataDecryptedObject,
	credentialType: string,
): StoredToken | undefined {
	if (credentialType === SERVER_TO_SERVER) {
		const session = readSessionToken(credential.sessionToken);
		return session && { accessToken: session.token, scope: session.scope, apiUrl: session.api_url };
	}
	const data = (credential.oauthTokenData ?? {}) as Record<string, unknown>;
	return typeof data.access_token === 'string'
		? { accessToken: data.access_token, scope: data.scope, apiUrl: data.api_url }
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
	caller: Caller,
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
			auth: { username: String(credential.clientId), password: String(credential.clientSecret) },
			json: true,
			// n8n would hand the client secret on to wherever a redirect leads.
			disableFollowRedirect: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		}
	);
}
