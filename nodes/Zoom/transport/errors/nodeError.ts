import type { IDataObject, INode } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { STOPPED } from '../../host/cancellation';
import { processState } from '../../host/processState';
import { isIdempotent } from '../../registry/endpoint';
import { ended } from '../../text/sentence';
import { MOST_MEBIBYTES } from '../http/exchange';
import type { Redactor } from '../redaction/redact';
import { redactorFor, shorten } from '../redaction/redact';
import { pieceHider } from '../redaction/secretPieces';
import type { FailedCall } from '../response/failedCall';
import type { Explanation, Failed, NoResponse, ErrorResponse } from '../response/outcome';
import { isDayLimit, limitKind } from '../response/throttling';
import { limitOfCall } from '../sync/bounded';
import { isTokenRefused, errorMessageOf } from './errorMessages';
import { untilWhen } from './rateLimitMessages';

/** What an error item carries besides its message; keys without a value are left out. */
export interface ErrorDetails {
	readonly status?: number;
	readonly code?: number;
	readonly hint?: string;
	readonly missingScopes?: readonly string[];
	readonly retryAfter?: string;
	readonly trackingId?: string;
	/** Of a list sent in several calls: what Zoom answered before one failed, without links and codes. */
	readonly done?: IDataObject;
}

/** The error n8n shows for a failed call. Nothing of the request goes into it: that is where the secrets are. */
export function toNodeError(node: INode, said: FailedCall): NodeApiError {
	const failure = { ...said, outcome: withoutSecrets(said) };
	const { message, hint, missingScopes } = explain(failure);
	const refusal = failure.outcome.kind === 'errorResponse' ? failure.outcome : undefined;
	const details: ErrorDetails = withoutUndefined({
		status: refusal?.status,
		code: refusal?.code,
		hint,
		missingScopes,
		retryAfter:
			failure.resumeAt === undefined ? undefined : new Date(failure.resumeAt).toISOString(),
		trackingId: refusal?.headers['x-zm-trackingid'],
	});
	const error = new NodeApiError(
		node,
		{ message },
		{
			message,
			description: hint,
			httpCode: refusal === undefined ? undefined : String(refusal.status),
		},
	);
	// n8n replaces messages in which it believes to recognise a network error.
	error.message = message;
	error.context = { ...error.context, data: details as IDataObject };
	meanings().set(error, {
		isDoubtful: doubt(failure) !== undefined,
		isOutage: meansOutage(failure.outcome),
		isTemporary: isPassing(failure.outcome),
	});
	return error;
}

/** Whether an error says which scopes the app lacks. */
export const namesMissingScopes = (error: unknown): boolean =>
	detailsOf(error)?.missingScopes !== undefined;

/** Whether what an error is about may be over soon, which neither a missing scope nor a limit for long is. */
export function mayPass(error: unknown): boolean {
	const details = detailsOf(error);
	return details !== undefined && !details.missingScopes && details.retryAfter === undefined;
}

const detailsOf = (error: unknown): ErrorDetails | undefined =>
	error instanceof NodeApiError ? Object(error.context.data) : undefined;

/** What an error says beside its text. */
interface Meaning {
	readonly isDoubtful: boolean;
	readonly isOutage: boolean;
	readonly isTemporary: boolean;
}

const meanings = processState('what errors mean', () => new WeakMap<object, Meaning>());

const meaningOf = (error: unknown) =>
	typeof error === 'object' && error !== null ? meanings().get(error) : undefined;

/** Whether an error says that Zoom may have done what was asked. */
export const isDoubtful = (error: unknown): boolean => meaningOf(error)?.isDoubtful === true;

/** Whether an error says that Zoom could not be had: out of reach, down, signed out, or done for the day. */
export const isOutage = (error: unknown): boolean => meaningOf(error)?.isOutage === true;

/** Whether an error says that Zoom was not reached or could not answer just then, so that the same call may work later. */
export const isTemporary = (error: unknown): boolean => meaningOf(error)?.isTemporary === true;

function isPassing(outcome: Failed): boolean {
	if (outcome.kind === 'errorResponse') return isServerFault(outcome) || outcome.status === 429;
	if (outcome.kind === 'noResponse') return outcome.how !== 'tooLarge';
	return outcome.kind === 'notSent' && outcome.transient;
}

function meansOutage(outcome: Failed): boolean {
	switch (outcome.kind) {
		case 'noResponse':
			return true;
		case 'notSent':
			return outcome.isOutage === true;
		case 'storageFailure':
			return false;
		case 'errorResponse':
			return isServerFault(outcome) || isTokenRefused(outcome) || isUsedUp(outcome);
	}
}

const isServerFault = ({ status }: ErrorResponse) => status >= 500;
const isUsedUp = (refusal: ErrorResponse) =>
	refusal.status === 429 && isDayLimit(limitKind(refusal));

const withoutUndefined = <T extends object>(value: T): T =>
	Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;

// What is to be done, and what Zoom says.
const LONGEST_HINT = 1000;

function explain(failure: FailedCall): Explanation {
	const { message, hint, missingScopes } = explainOutcome(failure);
	const more = [effort(failure), doubt(failure)].filter((sentence) => sentence !== undefined);
	const first = shorten(message);
	return {
		message: more.length === 0 ? first : [ended(first), ...more].join(' '),
		hint: hint && shorten(hint, LONGEST_HINT),
		missingScopes,
	};
}

/** The outcome as it may be told. */
function withoutSecrets({ outcome, secrets = [] }: FailedCall): Failed {
	switch (outcome.kind) {
		case 'errorResponse':
			return refusalWithout(outcome, redactorFor(secrets));
		case 'noResponse':
			return outcome;
		default:
			// Our own sentences may say what looks like a secret: "Password: must be text".
			return { ...outcome, message: pieceHider(secrets)(outcome.message) };
	}
}

function refusalWithout(refusal: ErrorResponse, hide: Redactor): ErrorResponse {
	const { message, fields, headers, explanation } = refusal;
	const trackingId = headers['x-zm-trackingid'];
	return {
		...refusal,
		message: hide(message),
		fields: fields.map((wrong) => ({ field: hide(wrong.field), message: hide(wrong.message) })),
		headers: {
			...headers,
			...(trackingId !== undefined && { 'x-zm-trackingid': hide(trackingId) }),
		},
		explanation: explanation && {
			...explanation,
			message: hide(explanation.message),
			hint: explanation.hint && hide(explanation.hint),
		},
	};
}

function explainOutcome(failure: FailedCall): Explanation {
	const { outcome } = failure;
	switch (outcome.kind) {
		case 'notSent':
			return { message: outcome.message + untilWhen(failure.resumeAt, failure.timezone) };
		case 'storageFailure':
			return { message: outcome.message };
		case 'noResponse':
			return {
				message: lossText(outcome, failure),
				hint: outcome.how === 'tooLarge' ? lessHint(failure) : undefined,
			};
		case 'errorResponse':
			return errorMessageOf(outcome, failure);
	}
}

function lossText({ how }: NoResponse, { request, timeout }: FailedCall): string {
	const call = `${request.method} ${request.operation.path}`;
	if (how === 'stopped') return STOPPED.message;
	if (how === 'tooLarge') {
		return `Zoom's response is larger than ${MOST_MEBIBYTES} MiB, the limit of this node (${call}).`;
	}
	if (how === 'timeout') return `Zoom did not respond within ${timeout} s (${call}).`;
	if (how === 'endless') {
		const limit = Math.round(limitOfCall(timeout) / 1000);
		return `Zoom's response was not complete after ${limit} s, the limit of a call with this Timeout (${call}).`;
	}
	return how === 'broken'
		? `The connection to Zoom was lost before the response was complete (${call}).`
		: `Zoom's response could not be read (${call}).`;
}

const lessHint = ({ request: { operation, method } }: FailedCall) =>
	'list' in operation || (method === 'GET' && operation.value === 'request')
		? 'Request less at once: use a smaller Limit or page_size, or a shorter period.'
		: 'Responses from Zoom are smaller. If the environment of the credential is Custom, check its API URL.';

const effort = ({ attempts, elapsed }: FailedCall) =>
	attempts > 1
		? `Tried ${attempts} times in ${Math.max(Math.round(elapsed / 1000), 1)} s.`
		: undefined;

function doubt({ request, outcome, mayHaveHappened, unverified }: FailedCall): string | undefined {
	if (!mayHaveHappened) return undefined;
	if (isIdempotent(request.operation)) {
		// Of a call that fails for its own reasons now, an earlier try may have been the one that counted.
		const isSettled =
			outcome.kind === 'errorResponse' && request.method !== 'GET' && outcome.status < 500;
		return isSettled ? 'An earlier attempt may have succeeded.' : undefined;
	}
	const what = request.method === 'POST' ? 'created it' : 'done it';
	const search = unverified === undefined ? '' : ` The check for it failed: ${unverified}`;
	return `Zoom may have ${what}. Check at Zoom before you run this again.${search}`;
}
