import type { IDataObject, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import type { Connection, ZoomRequest } from '../operation';
import { isIdempotent } from '../operation';
import type { Caller } from './connection';
import { toNodeError } from './errors';
import type { HttpAnswer, Outcome } from './outcome';
import { outcomeOf } from './outcome';
import type { RetryPolicy } from './retry';
import { decide, mayHaveHappened } from './retry';
import { outcomeOfError } from './thrown';
import { time } from './time';

/** How the calls of one item are made. */
export interface CallOptions {
	readonly retry: RetryPolicy;
	/** Seconds of silence after which a call is given up. */
	readonly timeout: number;
}

/** Sends calls to Zoom for one item. */
export interface Client {
	/**
	 * Makes a call, and makes it again where that may help and does no harm.
	 * @returns Zoom's JSON; empty where Zoom answers nothing
	 * @throws NodeApiError that says what happened and what to do
	 */
	readonly send: (request: ZoomRequest) => Promise<IDataObject>;
}

const API_VERSION = '/v2';
// Zoom answers an expired token with 401, and in places with 400 and this code.
const TOKEN_EXPIRED = 124;

const EMPTY_JSON = { body: '{}', headers: { 'Content-Type': 'application/json' } };

/** The only place that calls Zoom's API: every attempt, wait and error of a request happens in its loop. */
export function createClient(caller: Caller, connection: Connection, options: CallOptions): Client {
	const signal =
		'getExecutionCancelSignal' in caller ? caller.getExecutionCancelSignal() : undefined;

	return {
		async send(request) {
			const begin = time.now();
			let doubtful = false;
			for (let attempts = 1; ; attempts++) {
				const outcome = await attempt(caller, connection, request, options.timeout);
				if (outcome.kind === 'success') return outcome.body;
				signal?.throwIfAborted();
				if (doubtful && isGone(request, outcome)) return {};
				doubtful ||= mayHaveHappened(outcome);
				const now = time.now();
				const decision = decide(outcome, options.retry, {
					repeats: attempts - 1,
					idempotent: isIdempotent(request.operation),
					now,
					random: time.random(),
				});
				if ('stop' in decision) {
					throw toNodeError(caller.getNode(), {
						request,
						outcome,
						attempts,
						elapsed: now - begin,
						mayHaveHappened: doubtful,
						resumeAt: decision.resumeAt,
						appKind: connection.appKind,
						timezone: caller.getTimezone(),
						timeout: options.timeout,
					});
				}
				caller.logger.debug('Zoom call failed, will be repeated', {
					call: `${request.method} ${request.operation.path}`,
					attempts,
					wait: decision.wait,
				});
				await time.sleep(decision.wait, signal);
			}
		},
	};
}

/** What an earlier try deleted, although its answer got lost, is not there any more. */
const isGone = ({ method }: ZoomRequest, outcome: Outcome) =>
	method === 'DELETE' && outcome.kind === 'refusal' && outcome.status === 404;

async function attempt(
	caller: Caller,
	connection: Connection,
	request: ZoomRequest,
	timeout: number,
): Promise<Outcome> {
	const outcome = await call(caller, connection, request, timeout, 401);
	const isExpired =
		outcome.kind === 'refusal' && outcome.status === 400 && outcome.code === TOKEN_EXPIRED;
	return isExpired ? await call(caller, connection, request, timeout, 400) : outcome;
}

/** One call; n8n renews the token and repeats it once when the answer has the status `expired`. */
async function call(
	caller: Caller,
	{ credentialType, apiUrl }: Connection,
	{ method, path, query, body }: ZoomRequest,
	timeout: number,
	expired: 400 | 401,
): Promise<Outcome> {
	const url = `${apiUrl}${API_VERSION}${path}`;
	const request: IHttpRequestOptions = {
		method,
		url,
		qs: { ...query },
		// n8n leaves out an empty object, but Zoom wants one where a call can have a body.
		...(body && Object.keys(body).length === 0 ? EMPTY_JSON : { body }),
		json: true,
		arrayFormat: 'repeat',
		timeout: timeout * 1000,
		returnFullResponse: true,
		// A suppressed 401 would never renew the token.
		ignoreHttpStatusErrors: { ignore: true, except: [expired, 401] },
		sendCredentialsOnCrossOriginRedirect: false,
	};
	// One status, not a list of them: before 2.40 n8n takes a list for a status that never comes.
	const renewal = {
		oauth2: { tokenExpiredStatusCode: expired },
		preAuthenticationRetryStatusCode: [expired, 401],
	};
	try {
		const { httpRequestWithAuthentication } = caller.helpers;
		const answer: IN8nHttpFullResponse = await httpRequestWithAuthentication.call(
			caller,
			credentialType,
			request,
			renewal,
		);
		return outcomeOf(answer as HttpAnswer);
	} catch (error) {
		return outcomeOfError(error, url);
	}
}
