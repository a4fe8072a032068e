import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../json/json';
import type { Reason } from './errorBody';
import { isErrorBody, jsonIn, readReason } from './errorBody';

/** How one attempt ended. */
export type Outcome<T = IDataObject> = Success<T> | Failed;

export type Failed = ErrorResponse | NoResponse | NotSent | StorageFailure;

export interface Success<T> {
	readonly kind: 'success';
	/** What came: Zoom's JSON, empty when Zoom answered without a body, or what was made of a file. */
	readonly body: T;
	/** Lower-case names; absent where nothing is to be learned from them. */
	readonly headers?: Readonly<Record<string, string>>;
}

/** Zoom answered with an error, which it may do with HTTP 200. */
export interface ErrorResponse extends Reason {
	readonly kind: 'errorResponse';
	readonly status: number;
	/** Lower-case names. */
	readonly headers: Readonly<Record<string, string>>;
	/** What is to be said of it where more is known than Zoom's words tell. */
	readonly explanation?: Explanation;
	/** Whether Zoom refuses the access token although it was just renewed, so that it will refuse all other calls too. */
	readonly endsConnection?: true;
}

/** What to tell the user, in one or two sentences each. */
export interface Explanation {
	readonly message: string;
	readonly hint?: string;
	readonly missingScopes?: readonly string[];
}

/** No answer, or none that can be read: Zoom may have done what was asked. */
export interface NoResponse {
	readonly kind: 'noResponse';
	readonly how: 'timeout' | 'broken' | 'unreadable' | 'endless' | 'tooLarge' | 'stopped';
}

/** The request never reached Zoom: no connection, or no access token to send it with. */
export interface NotSent {
	readonly kind: 'notSent';
	/** Without secrets. */
	readonly message: string;
	/** Whether trying again soon may work. */
	readonly transient: boolean;
	/** Whether Zoom is out of reach, or wants the connection to be made anew, rather than something being set wrong. */
	readonly isOutage?: boolean;
	/** Why there is no access token, where that is what is missing. */
	readonly token?: TokenProblem;
	/** When Zoom says that trying again may work, in milliseconds since 1970. */
	readonly resumeAt?: number;
	/** Milliseconds until a token is asked for again, by one call for all others. */
	readonly pause?: number;
	/** How many times in a row a token was asked for in vain, by whichever calls. */
	readonly tries?: number;
	/** Ends when n8n gives up a renewal that this call does not wait for. */
	readonly stuck?: Promise<unknown>;
}

/**
 * Why there is no access token: Zoom refuses the app, or what the token is renewed with; n8n has none to sign with; it
 * could not be asked for just now; the answer got lost; or none came in time.
 */
export type TokenProblem = 'refused' | 'grantRefused' | 'unsigned' | 'failed' | 'lost' | 'stuck';

const TOKEN_EXPIRED = 124;

/** Whether Zoom may refuse an access token for its age: it answers that with 401, and in places with 400 and a code. */
export const meansOldToken = (outcome: Outcome<unknown>): boolean =>
	outcome.kind === 'errorResponse' &&
	(outcome.status === 401 || (outcome.status === 400 && outcome.code === TOKEN_EXPIRED));

/** Whether no other call of the connection can succeed, until somebody mends it. */
export const endsConnection = (outcome: Outcome<unknown>): outcome is Failed =>
	outcome.kind === 'errorResponse'
		? outcome.endsConnection === true
		: outcome.kind === 'notSent' && outcome.token !== undefined && !outcome.transient;

/** Zoom did its part, but n8n could not keep what came. */
export interface StorageFailure {
	readonly kind: 'storageFailure';
	/** Without secrets. */
	readonly message: string;
}

/** An HTTP answer as n8n hands it over. */
export interface HttpAnswer {
	readonly statusCode: number;
	readonly headers: object;
	readonly body: unknown;
}

/**
 * What an answer means. A 2xx can be an error, and a body can be HTML or cut short.
 * @see https://developers.zoom.us/docs/api/errors/
 */
export function outcomeOf(answer: HttpAnswer): Outcome {
	const { statusCode, body } = answer;
	const isOk = statusCode >= 200 && statusCode < 300;
	if (!isOk || isErrorBody(jsonIn(body))) return errorResponseOf(answer);
	const json = jsonOf(body);
	return json
		? { kind: 'success', body: json, headers: headersOf(answer.headers) }
		: { kind: 'noResponse', how: 'unreadable' };
}

function jsonOf(body: unknown): IDataObject | undefined {
	if (body === '' || body === undefined || body === null) return {};
	// A few endpoints answer a bare list.
	if (Array.isArray(body)) return { items: body };
	return isObject(body) ? body : undefined;
}

/** What an answer that is an error says. */
export const errorResponseOf = ({ statusCode, headers, body }: HttpAnswer): ErrorResponse => ({
	kind: 'errorResponse',
	status: statusCode,
	...readReason(body),
	headers: headersOf(headers),
});

const LONGEST_HEADER = 1000;

const headersOf = (headers: unknown): Record<string, string> =>
	Object.fromEntries(
		Object.entries(Object(headers)).map(([name, value]: [string, unknown]) => [
			name.toLowerCase(),
			headerText(value).slice(0, LONGEST_HEADER),
		]),
	);

/** A header that was sent more than once is a list. */
function headerText(value: unknown): string {
	if (Array.isArray(value)) return value.slice(0, 9).filter(isText).join(', ');
	return isText(value) ? String(value) : '';
}

const isText = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);
