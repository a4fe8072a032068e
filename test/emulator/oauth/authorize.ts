import type { EmulatorContext } from '../core/context';
import type { Answer } from '../core/http/answers';
import { consentPage, problemPage } from '../core/http/htmlPages';
import type { RecordedRequest } from '../core/http/requests';
import type { UserRecord } from '../core/records';
import { isAdmin } from '../users/people';
import type { App } from './apps';

type Query = Record<string, string | undefined>;

/** A reason to show Zoom's error page instead of asking for consent. */
class Problem extends Error {
	constructor(
		message: string,
		readonly code: string,
	) {
		super(message);
	}
}

/** Answers GET /oauth/authorize with the page on which a person allows or declines. */
export function askConsent(context: EmulatorContext, request: RecordedRequest): Answer {
	return orProblem(() => {
		const app = checkedApp(context, request.query as Query);
		return html(200, consentPage(app, eligible(context, app), request.url));
	});
}

/** Answers the form of that page: back to the app with a code, or with `access_denied`. */
export function takeConsent(context: EmulatorContext, request: RecordedRequest): Answer {
	return orProblem(() => {
		const query = request.query as Query;
		const app = checkedApp(context, query);
		const form = (request.body ?? {}) as Query;
		const { redirect_uri = '', state } = query;
		if (form.decision !== 'allow')
			return redirect(redirect_uri, { error: 'access_denied', ...(state && { state }) });
		const user = eligible(context, app).find(({ id, email }) =>
			[id, email].includes(form.user ?? ''),
		);
		if (!user) throw new Problem('This user cannot authorize the app', '4,700');
		const code = context.tokens.addCode({
			app,
			userId: user.id,
			redirectUri: redirect_uri,
			challenge: query.code_challenge || undefined,
			challengeMethod: query.code_challenge_method ?? 'plain',
		});
		return redirect(redirect_uri, { code, ...(state && { state }) });
	});
}

/** Who may authorize the app: any active user, but only an admin for the whole account. */
function eligible(context: EmulatorContext, app: App): UserRecord[] {
	return context.store.users.find(
		(user) => user.status === 'active' && (app.kind === 'userManaged' || isAdmin(user)),
	);
}

function checkedApp(context: EmulatorContext, query: Query): App {
	const app = context.apps.find(query.client_id);
	if (!app) throw new Problem(`Invalid client_id: ${query.client_id ?? ''}`, '4,702');
	if (app.kind === 'serverToServer') throw new Problem('Unsupported grant type', '4,705');
	if (!app.active) throw new Problem('The app has been disabled', '4,717');
	const redirectUri = query.redirect_uri ?? '';
	const insecure = !/^https:\/\//.test(redirectUri) && !context.settings.insecureRedirects;
	if (insecure || !app.redirectUris.includes(redirectUri))
		throw new Problem(`Invalid redirect: ${redirectUri}`, '4,700');
	if (query.response_type !== 'code') throw new Problem('Unsupported response type', '4,705');
	const asked = (query.scope ?? '').split(/[\s,]+/).filter(Boolean);
	const unknown = asked.filter((scope) => !app.scopes.includes(scope));
	if (unknown.length) throw new Problem(`Invalid scope: ${unknown.join(' ')}`, '4,700');
	const method = query.code_challenge_method;
	if (method !== undefined && !['S256', 'plain'].includes(method))
		throw new Problem('Invalid code_challenge_method', '4,700');
	return app;
}

function orProblem(work: () => Answer): Answer {
	try {
		return work();
	} catch (problem) {
		if (!(problem instanceof Problem)) throw problem;
		return html(400, problemPage(problem.message, problem.code));
	}
}

function redirect(uri: string, values: Record<string, string>): Answer {
	const target = new URL(uri);
	for (const [name, value] of Object.entries(values)) target.searchParams.set(name, value);
	return { status: 302, headers: { location: target.href } };
}

function html(status: number, body: string): Answer {
	return { status, headers: { 'content-type': 'text/html;charset=UTF-8' }, body };
}
