import type { IncomingMessage, ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { subscriptionRoutes } from '../../events/subscriptions/endpoints';
import { eventSubscriptionHandlers } from '../../events/subscriptions/routes';
import { askConsent, takeConsent } from '../../oauth/authorize';
import { revoke, token } from '../../oauth/oauth';
import { productHandlers } from '../../products/handlers';
import { openRoutes } from '../../products/routes';
import { recordingLink } from '../../recordings/files/downloads';
import { storedFile } from '../../recordings/files/storage';
import { pictureLink } from '../../users/account/picture';
import type { EmulatorContext } from '../context';
import { contract } from '../contract/contract';
import { controlAnswer } from '../control/control';
import type { Exchange } from '../faults/applyFault';
import { plainError, applyFault } from '../faults/applyFault';
import { handlers } from '../routes';
import type { Answer } from './answers';
import { notRecognized } from './answers';
import { meetingPage } from './htmlPages';
import { control, isControl, readRequest } from './incoming';
import type { RecordedRequest } from './requests';
import { answerRest } from './rest';
import type { Match } from './router';
import { Router } from './router';
import { send } from './wire';

const router = new Router([...contract, ...openRoutes, ...subscriptionRoutes], {
	...handlers,
	...productHandlers,
	...eventSubscriptionHandlers,
});

const oauth: Record<string, (context: EmulatorContext, request: RecordedRequest) => Answer> = {
	'GET /oauth/authorize': askConsent,
	'POST /oauth/authorize': takeConsent,
	'POST /oauth/token': token,
	'POST /oauth/revoke': revoke,
};

/** Reads a call to Zoom, records it, and answers it: as Zoom would, or as a fault wants. */
export async function serve(
	context: EmulatorContext,
	incoming: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const request = await readRequest(context, incoming);
	if (request.path === '/') return send(response, redirectTo(`${control}/`));
	if (isControl(request.path))
		return send(
			response,
			await controlAnswer(context, request, request.path.slice(control.length)),
		);
	context.requests.push(request);
	const path = apiPath(request.path);
	const match = path === undefined ? undefined : router.find(request.method, path);
	request.route = match?.route.path;
	await respond(
		context,
		exchangeFor(
			request,
			match,
			response,
			async () => await late(context, () => answerTo(context, request, match)),
		),
	);
}

/** An answer that takes as long as the settings say, the work for it included, which is done when the call arrives. */
async function late(
	{ settings }: EmulatorContext,
	work: () => Answer | Promise<Answer>,
): Promise<Answer> {
	const began = performance.now();
	const answer = await work();
	const left = settings.latencyMs - (performance.now() - began);
	if (left > 0) await sleep(left, undefined, { ref: false });
	return answer;
}

/** The same for a call to the other origin, which has nothing but files. */
export async function serveFile(
	context: EmulatorContext,
	incoming: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const request = await readRequest(context, incoming);
	context.requests.push(request);
	await respond(
		context,
		exchangeFor(request, undefined, response, () => storedFile(context, request)),
	);
}

async function respond(context: EmulatorContext, exchange: Exchange): Promise<void> {
	const fault = context.faults.take(exchange.request);
	if (fault) await applyFault(context, fault, exchange);
	else send(exchange.response, await exchange.work());
}

function exchangeFor(
	request: RecordedRequest,
	match: Match | undefined,
	response: ServerResponse,
	answerOf: () => Answer | Promise<Answer>,
): Exchange {
	const tracking = { 'x-zm-trackingid': `v=2.0;clid=us02;rid=WEB_${plainUuid()}` };
	const withHeaders = (answer: Answer): Answer => ({
		...answer,
		headers: { ...tracking, date: new Date(request.at).toUTCString(), ...answer.headers },
	});
	const work = async (): Promise<Answer> => {
		const answer = withHeaders(await answerOf());
		request.status = answer.status;
		request.workStatus = answer.status;
		return answer;
	};
	return { request, match, response, work, withHeaders };
}

function answerTo(
	context: EmulatorContext,
	request: RecordedRequest,
	match: Match | undefined,
): Answer | Promise<Answer> {
	const preferred = /\bcode=(\d{3})\b/.exec(request.headers.prefer ?? '')?.[1];
	if (preferred) return plainError(context, Number(preferred), match);
	if (apiPath(request.path) !== undefined) return answerRest(context, router, request, match);
	const answer = oauth[`${request.method} ${request.path}`];
	if (answer) return answer(context, request);
	const meeting = /^\/[jsw]\/(\d+)$/.exec(request.path)?.[1];
	if (request.method === 'GET' && meeting) return meetingLink(context, meeting);
	return recordingLink(context, request) ?? pictureLink(context, request) ?? notRecognized().answer;
}

/** The part of a path that names a route. SCIM is beside the API's versions rather than in one. */
function apiPath(path: string): string | undefined {
	return path.startsWith('/scim2/') ? path : /^\/v2(\/(?!scim2\/).*)$/.exec(path)?.[1];
}

function meetingLink(context: EmulatorContext, id: string): Answer {
	const [byPmi] = context.store.meetings.find(({ pmi }) => String(pmi) === id);
	const meeting = context.store.meetings.get(id) ?? context.store.webinars.get(id) ?? byPmi;
	return {
		status: meeting ? 200 : 404,
		headers: { 'content-type': 'text/html;charset=UTF-8' },
		body: meetingPage(meeting),
	};
}

function redirectTo(location: string): Answer {
	return { status: 302, headers: { location } };
}

function plainUuid(): string {
	return randomUUID().replaceAll('-', '');
}
