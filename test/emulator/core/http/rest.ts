import { isAccountWide, openingScopes, tokenUser } from '../../oauth/access';
import { logOperation } from '../../reports/activity/operationLog';
import type { EmulatorContext } from '../context';
import type { Route } from '../contract/contract';
import { translated } from '../control/translations';
import { LimitReached } from '../limits/limits';
import type { Answer } from './answers';
import { notJson, notRecognized, ZoomError } from './answers';
import { checkParts } from './multipart';
import type { RecordedRequest } from './requests';
import type { Match, Router } from './router';
import { checkParams } from './router';
import { readBody, readQuery } from './validate';

/** Answers a call to the REST API: token, scopes, limits, input, and then the work. */
export async function answerRest(
	context: EmulatorContext,
	router: Router,
	request: RecordedRequest,
	match: Match | undefined,
): Promise<Answer> {
	const headers = context.limits.headers(match?.route.label);
	try {
		if (!match) throw notRecognized();
		const { route, params } = match;
		const token = context.tokens.authorize(request.headers.authorization);
		const user = tokenUser(context.store, token);
		const scopes = openingScopes(route, token);
		context.limits.count(route.label);
		checkParams(match);
		const call = {
			context,
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
		return { status: route.success, headers: context.limits.headers(route.label), body };
	} catch (error) {
		if (error instanceof LimitReached) return context.limits.refusal(error.kind, match?.route);
		if (!(error instanceof ZoomError)) throw error;
		const { answer } = translated(error, context.settings.language);
		return { ...answer, headers: { ...headers, ...answer.headers } };
	}
}

/** What Zoom answers 204 to and leaves as it was, by operation: a section and a member of it. */
const ignoredWhereUnknown: Record<string, [section: string, name: string]> = {
	meetingUpdate: ['settings', 'auto_recording'],
	userSettingsUpdate: ['recording', 'auto_recording'],
	webinarUpdate: ['settings', 'auto_recording'],
};

function withoutIgnored(route: Route, body: unknown): unknown {
	const [section, name] = ignoredWhereUnknown[route.operationId] ?? [];
	const values = (body as Record<string, unknown> | undefined)?.[section ?? ''];
	if (!section || !name || typeof values !== 'object' || values === null) return body;
	const { [name]: value, ...others } = values as Record<string, unknown>;
	const known = route.body?.properties?.[section]?.properties?.[name]?.enum ?? [];
	return known.includes(value as string)
		? body
		: { ...(body as object), [section]: value === undefined ? values : others };
}

function bodyOf(route: Route, { headers, body }: RecordedRequest): Record<string, unknown> {
	const type = headers['content-type'] ?? '';
	if (!route.body) return {};
	if (route.bodyType === 'multipart/form-data') return checkParts(route, type, body);
	if (!/^application\/json/i.test(type)) throw notJson();
	return readBody(route, withoutIgnored(route, body));
}
