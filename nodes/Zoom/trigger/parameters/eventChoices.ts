import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { isGranted, scopeNames, scopesFor } from '../../registry/scopes';
import type { Connection } from '../../registry/types';
import { credentialTypeFor, readConnection } from '../../transport/auth/connection';
import { settle } from '../../transport/sync/settle';
import { publishedEvents } from '../events/events';
import type { PublishedEvent } from '../events/events';
import { ALL_EVENTS } from './fields';

/** The published events to choose from, found by product, title, name or scope. */
export async function getEvents(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const credentialType = credentialTypeFor(this.getNodeParameter('authentication', ''));
	// Before a credential is chosen there are events to choose from all the same.
	const read = await settle(readConnection(this, credentialType));
	const connection = read.status === 'fulfilled' ? read.value : undefined;
	const choices = (await publishedEvents()).map((published) => choice(published, connection));
	const isByName = this.getNodeParameter('delivery', '') === 'webhookAutomatic';
	return isByName ? choices : [ALL, ...choices];
}

const ALL: INodePropertyOptions = {
	name: 'All Events (*)',
	value: ALL_EVENTS,
	description: 'All events of the event subscription at Zoom',
};

const choice = (
	{ product, event: { name, title, scopes = [], classicScopes = [] } }: PublishedEvent,
	connection: Connection | undefined,
): INodePropertyOptions => ({
	name: `${product}: ${title} (${name})`,
	value: name,
	description: needOf({ scopes, classicScopes }, connection),
});

function needOf(
	need: { scopes: readonly string[]; classicScopes: readonly string[] },
	connection: Connection | undefined,
): string | undefined {
	const names = scopesFor(connection?.appKind ?? 'serverToServer', scopeNames(need));
	if (names.length === 0) return undefined;
	const { grantedScopes } = connection ?? {};
	const isMissing = grantedScopes !== undefined && !isGranted(grantedScopes, need);
	return `Needs ${names[0]}${isMissing ? ' (scope missing)' : ''}`;
}
