import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import type { N8nContext } from '../../host/n8nContext';
import { splitScopes } from '../../registry/scopes';
import { apiUrlProblem, hostsOf, tokenUrlProblem } from '../../transport/auth/environments';
import type { TokenTexts } from '../../transport/auth/tokenRefusal';
import { APP_REFUSALS, SERVER_TO_SERVER_REFUSALS } from '../../transport/auth/tokenRefusal';
import { accountGrant, requestToken, tokenRequest } from '../../transport/auth/tokenRequest';
import { settle } from '../../transport/sync/settle';
import { InputError } from '../../values/inputError';
import { isTransient } from '../activation/transient';
import { digest } from '../events/digest';
import { secretIn } from '../webhook/secretCache';

/** A way for the app to get a token of its own, with nobody signing in. */
export interface Grant {
	readonly request: IHttpRequestOptions;
	readonly texts: TokenTexts;
}

/** The app at Zoom that a credential is of. */
export interface App {
	/** The same for those alone who know the app's secret. */
	readonly identity: string;
	/** `zoom`, `zoomGov` or `custom`. */
	readonly environment: unknown;
	/** Origin of the REST calls. */
	readonly apiUrl: string;
	/** What Zoom signs webhooks with; empty where the credential does not have it. */
	readonly secretToken: string;
	/** Of a Server-to-Server app alone. */
	readonly accountId: string | undefined;
	/** At least one, the one that is to be tried first at the beginning. */
	readonly grants: readonly [Grant, ...Grant[]];
}

const UNKNOWN = 'Zoom did not issue a token for the app. Check the Client ID and Client Secret.';

/**
 * The app as the credential describes it now.
 * @throws InputError when a custom environment has no usable Token URL or API URL
 */
export async function readApp(caller: N8nContext, credentialType: string): Promise<App> {
	const credential = await caller.getCredentials(credentialType);
	const problem = tokenUrlProblem(credential) ?? apiUrlProblem(credential);
	if (problem !== undefined) throw new InputError(problem);
	const isForAccount = credentialType === 'zoomServerToServerOAuth2Api';
	const client = grantOf(credential, 'grant_type=client_credentials', APP_REFUSALS);
	return {
		identity: digest([credential.clientId, credential.clientSecret]),
		environment: credential.environment,
		apiUrl: hostsOf(credential).api,
		secretToken: secretIn(credential.webhookSecretToken),
		accountId: isForAccount ? String(credential.accountId).trim() : undefined,
		// Zoom's pages name now the one and now the other for Server-to-Server apps.
		grants: isForAccount
			? [client, grantOf(credential, accountGrant(credential), SERVER_TO_SERVER_REFUSALS)]
			: [client],
	};
}

const grantOf = (
	credential: ICredentialDataDecryptedObject,
	form: string,
	refusals: TokenTexts['refusals'],
): Grant => ({ request: tokenRequest(credential, form), texts: { refusals, unknown: UNKNOWN } });

/**
 * A token by one grant.
 * @throws ZoomTokenError with a sentence for the admin
 */
export async function tokenBy(
	caller: N8nContext,
	{ request, texts }: Grant,
): Promise<{ readonly token: string; readonly scopes: readonly string[] }> {
	const { access_token: token, scope } = await requestToken(caller.helpers, request, texts);
	return { token, scopes: splitScopes(scope) };
}

/**
 * A token by the first grant that has a scope; if none has, any, since what a token may do is for Zoom to say.
 * @throws ZoomTokenError when Zoom gives none at all, or not just now the one that might have the scope
 */
export async function tokenWith(
	caller: N8nContext,
	{ grants }: App,
	scope: string,
): Promise<string> {
	const found: string[] = [];
	let failure: unknown;
	for (const grant of grants) {
		const asked = await settle(tokenBy(caller, grant));
		if (asked.status === 'rejected') failure = asked.reason;
		else if (asked.value.scopes.includes(scope)) return asked.value.token;
		else found.push(asked.value.token);
	}
	if (found.length === 0 || isTransient(failure)) throw failure;
	return found[0];
}
