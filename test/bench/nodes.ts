import type { Credential } from '../host/n8n/rest';
import type { NodeSketch } from '../host/workflows/workflow';
import { createMeeting, zoomNode } from '../host/workflows/zoomNode';

/** A topic of its own for each item. */
const topic = '={{ "Meeting " + $json.number }}';

const kept: Partial<NodeSketch> = { onError: 'continueRegularOutput' };

/** Nodes that make so many items. */
export const itemsOf = (count: number): NodeSketch[] => [
	{
		name: 'List',
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: {
			mode: 'raw',
			jsonOutput: `={{ { "number": Array.from({ length: ${count} }, (_, index) => index) } }}`,
		},
	},
	{ name: 'Items', type: 'n8n-nodes-base.splitOut', parameters: { fieldToSplitOut: 'number' } },
];

/** This package's node, which creates a meeting of each item. */
export const ourCreate = (credential: Credential, concurrentRequests?: number): NodeSketch =>
	zoomNode(
		credential,
		{ ...createMeeting(topic), ...(concurrentRequests && { options: { concurrentRequests } }) },
		kept,
	);

/** n8n's own Zoom node. */
export const builtIn = (credential: Credential, parameters: object): NodeSketch => ({
	name: 'Zoom',
	type: 'n8n-nodes-base.zoom',
	parameters: { authentication: 'accessToken', resource: 'meeting', ...parameters },
	credentials: { zoomApi: { id: credential.id, name: credential.name } },
	...kept,
});

/** n8n's own Zoom node, which creates a meeting of each item. */
export const builtInCreate = (credential: Credential): NodeSketch =>
	builtIn(credential, { operation: 'create', topic });

/** Calls that n8n's HTTP Request node begins together, and milliseconds until the next ones. */
export interface Batching {
	readonly batchSize: number;
	readonly batchInterval: number;
}

/** n8n's HTTP Request node with a credential of this package. */
export function httpRequest(
	{ id, name, type }: Credential,
	parameters: { url: string; [name: string]: unknown },
	batch?: Batching,
): NodeSketch {
	return {
		name: 'Zoom',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			authentication: 'predefinedCredentialType',
			nodeCredentialType: type,
			...parameters,
			...(batch && { options: { batching: { batch } } }),
		},
		credentials: { [type]: { id, name } },
		...kept,
	};
}

/** n8n's HTTP Request node, which creates a meeting of each item. */
export const httpCreate = (credential: Credential, url: string, batch: Batching): NodeSketch =>
	httpRequest(
		credential,
		{
			url: `${url}/v2/users/me/meetings`,
			method: 'POST',
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '={{ { "topic": "Meeting " + $json.number } }}',
		},
		batch,
	);
