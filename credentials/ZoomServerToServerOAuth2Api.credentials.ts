import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { processState } from '../nodes/Zoom/host/processState';
import { missingPermissions, permissionOptions } from '../nodes/Zoom/methods/permissions';
import { splitScopes } from '../nodes/Zoom/registry/scopes';
import { HOSTS, hostsOf, tokenUrlProblem } from '../nodes/Zoom/transport/auth/environments';
import { fingerprintOf } from '../nodes/Zoom/transport/auth/identity';
import type { SessionToken } from '../nodes/Zoom/transport/auth/storedToken';
import { readSessionToken, ZoomTokenError } from '../nodes/Zoom/transport/auth/storedToken';
import { SERVER_TO_SERVER_REFUSALS } from '../nodes/Zoom/transport/auth/tokenRefusal';
import { connectionFields } from './connectionFields';
import { accountIdProblem, isAlive, obtainToken, UNKNOWN_REFUSAL } from './serverToServerToken';

/** Makes n8n call `preAuthentication` and go on, without a call to Zoom that is bound to fail. */
class TokenNeeded extends Error {
	readonly response = { status: 401 };
}

const missingFor = (session: SessionToken, { checkScopesFor }: ICredentialDataDecryptedObject) =>
	missingPermissions(
		splitScopes(session.scope),
		Array.isArray(checkScopesFor) ? checkScopesFor.map(String) : [],
	);

/**
 * Credentials whose test asked for a new token; n8n hands the same object from call to call. A token keeps the scopes it
 * was made with, so saving a credential has to put a new one in its place.
 */
const renewing = processState(
	'credentials under test',
	() => new WeakSet<ICredentialDataDecryptedObject>(),
);

const isTest = (credential: ICredentialDataDecryptedObject, { url }: IHttpRequestOptions) =>
	url === hostsOf(credential).token;

// In queue mode another worker may have stored a token after this process fetched its own.
const isNewer = (latest: SessionToken, given: SessionToken | undefined) =>
	given?.fingerprint !== latest.fingerprint ||
	(latest.token !== given.token && latest.expiresAt >= given.expiresAt);

const isUsable = (session: SessionToken | undefined, credential: ICredentialDataDecryptedObject) =>
	session?.fingerprint === fingerprintOf(credential) && !session.isRefused && isAlive(session);

/**
 * A Server-to-Server OAuth app: n8n acts for the whole Zoom account, with nobody signing in. It does not extend n8n's
 * `oAuth2Api`, which would fetch a token before this class could look at the fields, keep it after they were edited,
 * and fetch one for each of many first calls at once.
 * @see https://developers.zoom.us/docs/internal-apps/s2s-oauth/
 */
export class ZoomServerToServerOAuth2Api implements ICredentialType {
	name = 'zoomServerToServerOAuth2Api';

	displayName = 'Zoom Server-to-Server OAuth2 API';

	documentationUrl =
		'https://github.com/n8n-nodes-zoom/n8n-nodes-zoom/blob/main/docs/server-to-server.md';

	icon = {
		light: 'file:../nodes/Zoom/zoom.svg',
		dark: 'file:../nodes/Zoom/zoom.dark.svg',
	} as const;

	properties: INodeProperties[] = [
		{
			displayName:
				'Create a <a href="https://marketplace.zoom.us/develop/create" target="_blank">Server-to-Server OAuth app</a> at Zoom. Copy the three values from its App Credentials page, add its scopes and activate it. If you change its scopes later, deactivate and activate the app, then save this credential again.',
			name: 'setupNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Account ID',
			name: 'accountId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. aBcD1234_efGH-5678ijKL',
			description:
				'From the App Credentials page of the app at Zoom. It is not the account number or an email address.',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: 'Required Permissions',
			name: 'checkScopesFor',
			type: 'multiOptions',
			options: permissionOptions,
			default: [],
			description:
				'Permissions that the app at Zoom must have. If the app lacks a scope for one of them, n8n names the scope when you save the credential and when a node uses it. If empty, n8n checks no permissions.',
		},
		// Nobody signs in, so there is no page to do it on.
		...connectionFields.filter(({ name }) => name !== 'customAuthorizationUrl'),
		{
			// Filled by n8n from what `preAuthentication` returns.
			displayName: 'Session Token',
			name: 'sessionToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	/** Called by n8n when there is no token, and when one was refused, by Zoom or by `authenticate`. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credential: ICredentialDataDecryptedObject,
	): Promise<{ sessionToken: string }> {
		const problem = accountIdProblem(credential.accountId) ?? tokenUrlProblem(credential);
		if (problem !== undefined) throw new ZoomTokenError(problem, false);
		const given = readSessionToken(credential.sessionToken);
		const session = await obtainToken(
			this,
			credential,
			(latest) =>
				!renewing().has(credential) &&
				isNewer(latest, given) &&
				missingFor(latest, credential).length === 0,
		);
		const missing = missingFor(session, credential);
		if (missing.length > 0) {
			throw new ZoomTokenError(
				`Your Zoom app is missing required permissions: ${missing.join(', ')}. Add them to the app at marketplace.zoom.us, deactivate and activate the app, then save again.`,
				false,
			);
		}
		return { sessionToken: JSON.stringify(session) };
	}

	authenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		if (isTest(credential, request) && !renewing().has(credential)) {
			renewing().add(credential);
			throw new TokenNeeded();
		}
		const session = readSessionToken(credential.sessionToken);
		if (!session || !isUsable(session, credential) || missingFor(session, credential).length > 0) {
			throw new TokenNeeded();
		}
		return {
			...request,
			headers: { ...request.headers, Authorization: `Bearer ${session.token}` },
		};
	};

	// `preAuthentication` has the say; this asks Zoom once more with the fields as they are, needing no scope.
	test: ICredentialTestRequest = {
		request: {
			method: 'POST',
			url: `={{ $credentials.environment === "custom" ? ($credentials.customTokenUrl || "").trim().replace(/\\/+$/, "") : $credentials.environment === "zoomGov" ? "${HOSTS.zoomGov.token}" : "${HOSTS.zoom.token}" }}`,
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			body: '=grant_type=account_credentials&account_id={{ encodeURIComponent(($credentials.accountId || "").trim()) }}',
			auth: {
				username: '={{ ($credentials.clientId || "").trim() }}',
				password: '={{ ($credentials.clientSecret || "").trim() }}',
			},
			json: true,
			timeout: 15_000,
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: true,
		},
		rules: [
			...SERVER_TO_SERVER_REFUSALS.map(({ reason, message }) => ({
				type: 'responseSuccessBody' as const,
				properties: { key: 'reason', value: reason, message },
			})),
			{
				type: 'responseSuccessBody' as const,
				properties: { key: 'access_token', value: undefined, message: UNKNOWN_REFUSAL },
			},
		],
	};
}
