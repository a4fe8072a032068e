import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import type { RestOperation, ZoomRequest } from '../../registry/types';
import { isTokenRefused } from '../errors/errorMessages';
import type { Failed, Outcome } from '../response/outcome';
import { outcomeOf } from '../response/outcome';
import type { CallSetting, RetryableCall } from '../retry/sendWithRetry';
import { sendWithRetry } from '../retry/sendWithRetry';
import { callAsApp } from './appCall';
import { sendSigned } from './signedCall';

/** Sends calls to Zoom's API for one item. */
export interface Client {
	/**
	 * Makes a call, and makes it again where that may help and does no harm.
	 * @param findMade looks for what a failed attempt made, before the call is made again or given up
	 * @returns Zoom's JSON; empty where Zoom answers nothing
	 * @throws NodeApiError that says what happened and what to do
	 */
	readonly send: (request: ZoomRequest, findMade?: FindMade) => Promise<IDataObject>;
}

type FindMade = RetryableCall<IDataObject>['findMade'];

const API_VERSION = '/v2';

const EMPTY_JSON = { body: '{}', headers: { 'Content-Type': 'application/json' } };

/** Where a path is; SCIM is beside the API's versions rather than in one. */
export const urlOf = (apiUrl: string, path: string): string =>
	`${apiUrl}${path.startsWith('/scim2/') ? '' : API_VERSION}${path}`;

/** The only place that calls Zoom's API. */
export const createClient = (setting: CallSetting): Client => ({
	async send(request, findMade) {
		const isByApp = request.operation.token === 'app';
		const secrets: string[] = [];
		return await sendWithRetry(setting, {
			request,
			attempt: async () =>
				isByApp
					? await callAsApp(setting, request.operation, optionsOf(setting, request), secrets)
					: await attempt(setting, request),
			token: isByApp ? 'app' : 'connection',
			secrets,
			// What an earlier try deleted, although its answer got lost, is not there any more.
			gone: request.method === 'DELETE' ? {} : undefined,
			findMade,
		});
	},
});

/**
 * Makes n8n renew an access token that has run out, by a call that anybody may make. A file is no such call: what its
 * host answers to an old token would be lost in n8n and keep its connection open.
 * @returns why there is no good token; undefined where there is one, so that a refusal is not over its age
 */
export async function renewToken(
	setting: CallSetting,
	operation: RestOperation,
): Promise<Failed | undefined> {
	const request = { operation, method: 'GET', path: '/users/me', query: {} } as const;
	const outcome = await attempt(setting, request);
	const isRefused = outcome.kind === 'errorResponse' && outcome.status === 401;
	return outcome.kind === 'notSent' || isRefused ? outcome : undefined;
}

async function attempt(setting: CallSetting, request: ZoomRequest): Promise<Outcome> {
	const reply = await sendSigned(setting, optionsOf(setting, request));
	const outcome = 'kind' in reply ? reply : outcomeOf(reply);
	// n8n has just renewed the token.
	return outcome.kind === 'errorResponse' && isTokenRefused(outcome)
		? { ...outcome, endsConnection: true }
		: outcome;
}

/** A call as n8n makes it, but for who signs it and how. */
function optionsOf(
	{ connection }: CallSetting,
	{ method, path, query, body, form }: ZoomRequest,
): IHttpRequestOptions {
	const isEmpty = !form && body && Object.keys(body).length === 0;
	return {
		method,
		url: urlOf(connection.apiUrl, path),
		qs: { ...query },
		// n8n leaves out an empty object, but Zoom wants one where a call can have a body.
		...(isEmpty ? EMPTY_JSON : { body: form ?? body }),
		json: true,
		arrayFormat: 'repeat',
	};
}
