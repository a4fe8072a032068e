import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EmulatorContext } from '../context';
import type { Answer } from '../http/answers';
import { badToken } from '../http/answers';
import type { RecordedRequest } from '../http/requests';
import type { Match } from '../http/router';
import {
	send,
	sendDripping,
	sendEndless,
	sendHalf,
	sendMalformed,
	sendTruncated,
} from '../http/wire';
import type { Fault } from './faults';

/** A call under way: what it asked, where its answer goes, and how to do its work. */
export interface Exchange {
	request: RecordedRequest;
	match: Match | undefined;
	response: ServerResponse;
	/** Does the work and returns the answer, with the headers every answer has. */
	work: () => Promise<Answer>;
	/** The headers every answer has, for answers that are not the work's. */
	withHeaders: (answer: Answer) => Answer;
}

/** Answers a call the way a fault wants it. */
export async function applyFault(
	context: EmulatorContext,
	fault: Fault,
	exchange: Exchange,
): Promise<void> {
	const { response, work } = exchange;
	if (fault.reset !== undefined) {
		if (fault.reset === 'after') await work();
		exchange.request.status = 0;
		response.destroy();
	} else if (fault.hang === 'body') sendHalf(response, await work());
	else if (fault.truncate) sendTruncated(response, await work());
	else if (fault.dripMs !== undefined) await sendDripping(response, await work(), fault.dripMs);
	else if (fault.malformedJson) sendMalformed(response, await work());
	else if (fault.endless) sendEndless(response, fault.status ?? 404, fault.endless === 'packed');
	else if (fault.delayMs !== undefined) {
		await sleep(fault.delayMs, undefined, { ref: false });
		send(response, await work());
	} else if (fault.hold !== undefined) {
		await fault.hold;
		send(response, await work());
	} else if (fault.hang !== 'headers') {
		if (fault.afterWork) await work();
		const answer = cannedAnswer(context, fault, exchange);
		exchange.request.status = answer.status;
		send(response, answer);
	}
}

/** What goes out for a bare error status, as `Prefer: code=429` and faults without a body ask for. */
export function plainError(
	context: EmulatorContext,
	status: number,
	match: Match | undefined,
): Answer {
	if (status === 429) return context.limits.refusal('perSecond', match?.route);
	const [code, message] = usualErrors[status] ?? [status, 'The request could not be completed.'];
	return { status, body: { code, message } };
}

function cannedAnswer(
	context: EmulatorContext,
	fault: Fault,
	{ request, match, withHeaders }: Exchange,
): Answer {
	const { status = 502, headers, body, okError, limit } = fault;
	if (limit) return withHeaders(context.limits.refusal(limit, match?.route, fault.retryAfter));
	if (okError) return withHeaders({ status: 200, body: okError });
	if (fault.forbidden) return withHeaders(forbidden(fault));
	if (fault.expireToken) {
		context.tokens.expire(request.headers.authorization);
		return withHeaders(badToken('Access token is expired.').answer);
	}
	if (fault.html)
		return withHeaders({
			status,
			headers: { 'content-type': 'text/html' },
			body: `<html>\r\n<head><title>${status}</title></head>\r\n<body><center><h1>${status}</h1></center><hr><center>nginx</center></body>\r\n</html>\r\n`,
		});
	const plain = body === undefined ? plainError(context, status, match) : { status, body };
	return withHeaders({ ...plain, headers: { ...plain.headers, ...headers } });
}

/** What the hosts of files say to whom they do not let in, often with a status that says all is well. */
function forbidden({ status = 200, headers }: Fault): Answer {
	const body = JSON.stringify({ status: false, errorCode: 124, errorMessage: 'Forbidden' });
	return {
		status,
		headers: { 'content-type': 'application/json;charset=utf-8', ...headers },
		body,
	};
}

const usualErrors: Record<number, [number, string]> = {
	400: [300, 'Validation Failed.'],
	401: [124, 'Invalid access token.'],
	403: [200, 'No permission.'],
	404: [3001, 'Meeting does not exist.'],
	409: [1005, 'Email has already been used.'],
};
