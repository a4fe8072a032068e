import type { Credential } from '../n8n/rest';
import type { NodeSketch, WorkflowNode } from './workflow';

/** A Zoom node that uses a credential, as the editor saves it. */
export function zoomNode(
	{ id, name, type }: Pick<Credential, 'id' | 'name' | 'type'>,
	parameters: Record<string, unknown>,
	more: Partial<WorkflowNode> = {},
): NodeSketch {
	const authentication = type === 'zoomServerToServerOAuth2Api' ? 'serverToServer' : 'oAuth2';
	return {
		name: 'Zoom',
		type: 'n8n-nodes-zoom.zoom',
		parameters: { authentication, ...parameters },
		credentials: { [type]: { id, name } },
		...more,
	};
}

/** A choice in a field that offers a list beside it. */
export function byId(value: string) {
	return { __rl: true, mode: 'id', value };
}

/** The parameters that read a user. */
export function getUser(user = 'me') {
	return { resource: 'user', operation: 'get', userId: byId(user) };
}

/** The parameters that create a meeting. */
export function createMeeting(topic: string, host = 'me') {
	return { resource: 'meeting', operation: 'create', userId: byId(host), topic };
}
