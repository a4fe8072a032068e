import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { asNodeError } from '../../host/nodeErrors';
import { credentialTypeFor } from '../../transport/auth/connection';
import { clock } from '../../transport/sync/clock';
import { settle } from '../../transport/sync/settle';
import { staticDataOf } from '../activation/staticData';
import { keyOf, recent, requestKeyOf } from '../events/duplicates';
import type { EventBody } from '../events/eventBody';
import { LARGEST, parseEventBody, subjectOf } from '../events/eventBody';
import type { HostIds } from '../filter/filter';
import { accepted } from '../filter/filter';
import { dependsOnUnknownHost, lookUpLate } from '../filter/lateHosts';
import type { Settings } from '../parameters/settings';
import { readSettings } from '../parameters/settings';
import type { Rejection } from './rejection';
import { reject } from './rejection';
import { secretOf } from './secretCache';
import type { SignedRequest } from './verify';
import { isGenuine, staleness, validationAnswer } from './verify';

/**
 * Takes in one delivery: answers Zoom's question about the address, refuses what Zoom did not sign, and starts the
 * workflow with what is left after filters and duplicates. At a forger nothing is thrown: n8n would store an execution.
 * @throws NodeOperationError when the node's parameters cannot be used, which is found out for genuine deliveries only
 */
export async function receive(caller: IWebhookFunctions): Promise<IWebhookResponseData> {
	const request = requestOf(caller);
	if (request.rawBody.length > LARGEST) {
		return reject(caller, { status: 400, why: 'it is larger than any event from Zoom' });
	}
	const secret = await secretBehind(caller, request);
	if (typeof secret !== 'string') return reject(caller, secret);
	const settings = settingsOf(caller);
	const stale = staleness(request, settings.maximumAge, clock.now());
	if (stale !== undefined) {
		return reject(caller, { status: 401, why: `it was signed ${stale} s ago` });
	}
	const body = parseEventBody(Buffer.from(request.rawBody).toString());
	if (!body) return reject(caller, { status: 400, why: 'its body is not an event' });
	if (body.event === 'endpoint.url_validation') return validate(caller, body, secret);
	const hostIds = await hostIdsFor(caller, settings, body);
	const wanted = accepted(body, settings, hostIds);
	if (!wanted && dependsOnUnknownHost(body, settings, hostIds)) {
		const why = 'a host in the filter has not been looked up';
		return reject(caller, { status: 500, why });
	}
	if (!wanted || isRepeat(caller, settings, body)) return ignore(caller);
	return { workflowData: [[{ json: wanted }]] };
}

function requestOf(caller: IWebhookFunctions): SignedRequest {
	const { rawBody }: { rawBody?: Buffer } = caller.getRequestObject();
	return {
		rawBody: rawBody ?? Buffer.alloc(0),
		signature: headerOf(caller, 'x-zm-signature'),
		timestamp: headerOf(caller, 'x-zm-request-timestamp'),
	};
}

const LONGEST_HEADER = 1000;

/** A header's text; empty where it is missing, or longer than any that Zoom sends. */
function headerOf(caller: IWebhookFunctions, name: string): string {
	const value = String(caller.getHeaderData()[name] ?? '');
	return value.length > LONGEST_HEADER ? '' : value;
}

/** The secret a request is signed with, or why it is refused. A secret changed in the credential serves at once. */
async function secretBehind(
	caller: IWebhookFunctions,
	request: SignedRequest,
): Promise<string | Rejection> {
	const credentialType = credentialTypeFor(caller.getNodeParameter('authentication', null));
	let secret = '';
	for (const refresh of [false, true]) {
		const read = await settle(secretOf(caller, credentialType, refresh));
		if (read.status === 'rejected') return { status: 500, why: 'the credential cannot be read' };
		secret = read.value;
		if (isGenuine(request, secret)) return secret;
	}
	return secret === ''
		? { status: 401, why: 'the credential has no Webhook Secret Token' }
		: { status: 401, why: "it is not signed with the credential's Webhook Secret Token" };
}

function settingsOf(caller: IWebhookFunctions): Settings {
	try {
		return readSettings((name) => caller.getNodeParameter(name, null));
	} catch (error) {
		throw asNodeError(caller.getNode(), error);
	}
}

/** The IDs of the hosts in the filter, looked up now where the activation could not and the event hangs on it. */
async function hostIdsFor(
	caller: IWebhookFunctions,
	settings: Settings,
	body: EventBody,
): Promise<HostIds> {
	// n8n takes a look at what a node keeps for a change of it, and may save it.
	if (settings.filters.hosts.length === 0) return {};
	const memory = staticDataOf(caller);
	const known = memory.hostIds ?? {};
	if (!dependsOnUnknownHost(body, settings, known)) return known;
	const found = await lookUpLate(caller, settings, known);
	if (found !== known) memory.hostIds = { ...found };
	return found;
}

function validate(
	caller: IWebhookFunctions,
	body: EventBody,
	secret: string,
): IWebhookResponseData {
	const webhookResponse = validationAnswer(subjectOf(body).plainToken, secret);
	return webhookResponse
		? { webhookResponse }
		: reject(caller, { status: 400, why: 'it asks for a signature that Zoom would not ask for' });
}

function isRepeat(
	caller: IWebhookFunctions,
	{ removeDuplicates }: Settings,
	body: EventBody,
): boolean {
	// In a test in the editor, somebody may send the same thing twice on purpose.
	if (!removeDuplicates || caller.getMode() === 'manual') return false;
	const keys = keysOf(caller, body);
	if (recent().isKnown(keys)) return true;
	const response = caller.getResponseObject();
	const hasFailed = () => response.statusCode >= 500;
	const conclude = () => (hasFailed() ? recent().forget(keys) : recent().trust(keys));
	// Where n8n could not start the workflow, Zoom's repeat is the first that counts. Zoom may hang up before that is known.
	const closed = () => {
		if (hasFailed() || response.writableFinished) return conclude();
		recent().doubt(keys, hasFailed);
		// n8n answers all the same; from then on the request need not be kept for it.
		response.once('prefinish', conclude);
	};
	if (response.closed) closed();
	else response.once('close', closed);
	return false;
}

function keysOf(caller: IWebhookFunctions, body: EventBody): string[] {
	const node = `${caller.getWorkflow().id}:${caller.getNode().id}`;
	const requestId = headerOf(caller, 'x-zm-request-id');
	const keys = [keyOf(body), ...(requestId === '' ? [] : [requestKeyOf(requestId, body)])];
	return keys.map((key) => `${node}:${key}`);
}

/** Zoom is content, and nothing starts. */
function ignore(caller: IWebhookFunctions): IWebhookResponseData {
	caller.getResponseObject().status(204).end();
	return { noWebhookResponse: true };
}
