import { createHash } from 'node:crypto';
import type { EmulatorContext } from '../core/context';
import type { Answer } from '../core/http/answers';
import type { RecordedRequest } from '../core/http/requests';
import { subscriptionScopes } from '../events/subscriptions/endpoints';
import { accountOwner } from '../users/people';
import type { App } from './apps';
import type { AccessToken, Code } from './tokens';

type Form = Record<string, string | undefined>;

/** A refusal of the token endpoint, in the envelope it alone has. */
class OAuthError extends Error {
	constructor(
		readonly reason: string,
		readonly error: string,
	) {
		super(reason);
	}
}

/** Answers POST /oauth/token. */
export function token(context: EmulatorContext, request: RecordedRequest): Answer {
	return answerOAuth(() => {
		const app = clientOf(context, request);
		const form = formOf(request);
		const grant = form.grant_type ?? '';
		if (!app.grants.includes(grant)) throw unsupportedGrant();
		if (grant === 'account_credentials') return accountToken(context, app, form);
		if (grant === 'client_credentials') return appToken(context, app);
		if (grant === 'refresh_token') {
			const pair = context.tokens.refresh(app, form.refresh_token);
			if (!pair) throw new OAuthError('Invalid Token!', 'invalid_grant');
			return pairAnswer(context, pair);
		}
		return pairAnswer(context, exchange(context, app, form));
	});
}

/** Answers POST /oauth/revoke. */
export function revoke(context: EmulatorContext, request: RecordedRequest): Answer {
	return answerOAuth(() => {
		const app = clientOf(context, request);
		if (!context.tokens.revoke(app, formOf(request).token))
			throw new OAuthError('Invalid Token!', 'invalid_request');
		return { status: 'success' };
	});
}

/** The body of a token answer, with a refresh token where the grant has one. */
export function pairAnswer(
	context: EmulatorContext,
	[access, refreshToken]: [AccessToken, string?],
): object {
	return {
		access_token: access.value,
		token_type: 'bearer',
		...(refreshToken && { refresh_token: refreshToken }),
		expires_in: 3600,
		scope: access.scopes.join(' '),
		api_url: context.url,
	};
}

function answerOAuth(work: () => object): Answer {
	try {
		return { status: 200, body: work() };
	} catch (failure) {
		if (!(failure instanceof OAuthError)) throw failure;
		const { reason, error } = failure;
		return { status: 400, body: { reason, error } };
	}
}

function clientOf(context: EmulatorContext, { headers }: RecordedRequest): App {
	const basic = /^basic\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
	const [id, ...rest] = Buffer.from(basic, 'base64').toString().split(':');
	const app = context.apps.find(id);
	if (!app || app.clientSecret !== rest.join(':'))
		throw new OAuthError('Invalid client_id or client_secret', 'invalid_client');
	if (!app.active)
		throw new OAuthError('The app has been disabled by the developer', 'invalid_client');
	return app;
}

/** The parameters, which count only in a form body; Zoom sees no grant type in JSON or a query. */
function formOf({ headers, body, query }: RecordedRequest): Form {
	const isForm = /^application\/x-www-form-urlencoded/i.test(headers['content-type'] ?? '');
	if (!isForm || Object.keys(query).length) throw unsupportedGrant();
	return (body ?? {}) as Form;
}

function accountToken(context: EmulatorContext, app: App, form: Form): object {
	if (form.account_id !== app.accountId) throw new OAuthError('Bad Request', 'invalid_request');
	// One of Zoom's pages has this token manage subscriptions, where the other grant is not to be had.
	const own = app.grants.includes('client_credentials') ? [] : subscriptionScopes;
	const scopes = [...app.scopes, ...own];
	return pairAnswer(context, [context.tokens.issue(app, accountOwner(context).id, scopes)]);
}

/** The app's own token reaches only what belongs to the app: its chatbot and its subscriptions. */
function appToken(context: EmulatorContext, app: App): object {
	const own = [...app.scopes.filter((scope) => scope === 'imchat:bot'), ...subscriptionScopes];
	return pairAnswer(context, [context.tokens.issue(app, undefined, own)]);
}

function exchange(context: EmulatorContext, app: App, form: Form): [AccessToken, string] {
	const code = context.tokens.takeCode(form.code);
	if (code?.app !== app)
		throw new OAuthError(`Invalid authorization code ${form.code ?? ''}`.trim(), 'invalid_request');
	if (form.redirect_uri !== code.redirectUri)
		throw new OAuthError('Redirect URI mismatch.', 'invalid_request');
	if (!verifies(code, form.code_verifier))
		throw new OAuthError('Invalid code_verifier', 'invalid_request');
	return context.tokens.grant(app, code.userId);
}

function verifies({ challenge, challengeMethod }: Code, verifier: string | undefined): boolean {
	if (challenge === undefined) return true;
	if (verifier === undefined) return false;
	if (challengeMethod === 'plain') return verifier === challenge;
	return createHash('sha256').update(verifier).digest('base64url') === challenge;
}

function unsupportedGrant(): OAuthError {
	return new OAuthError('unsupported grant type', 'unsupported_grant_type');
}
