import { isAccountWide, openingScopes, tokenUser } from './access';
import type { Answer } from './answers';
import { notJson, notRecognized, ZoomError } from './answers';
import type { Route } from './contract';
import type { Desk } from './desk';
import { LimitReached } from './limits';
import { logOperation } from './reports/operationLog';
import { checkParts } from './multipart';
import type { RecordedRequest } from './requests';
import type { Match, Router } from './router';
import { checkParams } from './router';
import { readBody, readQuery } from './validate';

/** Answers a call to the REST API: token, scopes, limits, input, and then the work. */
export async function answerRest(
	desk: Desk,
	router: Router,
	request: RecordedRequest,
	match: Match | undefined,
): Promise<Answer> {
	const headers = desk.limits.headers(match?.route.label);
	try {
		if (!match) throw notRecognized();
		const { route, params } = match;
		const token = desk.tokens.authorize(request.headers.authorization);
		const user = tokenUser(desk.store, token);
		const scopes = openingScopes(route, token);
		desk.limits.count(route.label);
		checkParams(match);
		const call = {
			desk,
			route,
			params,
			query: readQuery(route, request.query),
			body: bodyOf(route, request),
			token,
			user,
			accountWide: scopes.some(isAccountWide),
		};
		const body = await router.handler(route)(call);
		logOperation(call);
		return { status: route.success, headers: desk.limits.headers(route.label), body };
	} catch (error) {
		if (error instanceof LimitReached) return desk.limits.refusal(error.kind, match?.route);
		if (!(error instanceof ZoomError)) throw error;
		return { ...error.answer, headers: { ...headers, ...error.answer.headers } };
	}
}

function bodyOf(route: Route, { headers, body }: RecordedRequest): Record<string, unknown> {
	const type = headers['content-type'] ?? '';
	if (!route.body) return {};
	if (route.bodyType === 'multipart/form-data') return checkParts(route, type, body);
	if (!/^application\/json/i.test(type)) throw notJson();
	return readBody(route, body);
}
