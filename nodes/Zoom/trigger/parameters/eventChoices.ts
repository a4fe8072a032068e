import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { isGranted, scopeNames, scopesFor } from '../../registry/scopes';
import type { Connection } from '../../registry/types';
import { credentialTypeFor, readConnection } from '../../transport/auth/connection';
import { settle } from '../../transport/sync/settle';
import { publishedEvents } from '../events/events';
import type { PublishedEvent } from '../events/events';
import { popularEvents } from '../events/popularEvents';
import { ALL_EVENTS } from './fields';

/** The published events to choose from, those that most people look for first. */
export async function getEvents(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const credentialType = credentialTypeFor(this.getNodeParameter('authentication', ''));
	// Before a credential is chosen there are events to choose from all the same.
	const read = await settle(readConnection(this, credentialType));
	const connection = read.status === 'fulfilled' ? read.value : undefined;
	const events = popularFirst(await publishedEvents());
	const choices = events.map((published) => choice(published, connection));
	const isByName = this.getNodeParameter('delivery', '') === 'webhookAutomatic';
	return isByName ? choices : [ALL, ...choices];
}

const ALL: INodePropertyOptions = {
	name: 'All Events (*)',
	value: ALL_EVENTS,
	description: 'All events of the event subscription at Zoom',
};

// Several products have an event of the same title, such as Recording Completed. The one that most people mean comes first.
function popularFirst(events: readonly PublishedEvent[]): PublishedEvent[] {
	const names = popularEvents.map(({ value }) => value);
	const isPopular = ({ event }: PublishedEvent) => names.includes(event.name);
	const rank = ({ event }: PublishedEvent) => names.indexOf(event.name);
	return [
		...events.filter(isPopular).sort((a, b) => rank(a) - rank(b)),
		...events.filter((published) => !isPopular(published)),
	];
}

const choice = (
	{ product, event: { name, title, scopes = [], classicScopes = [] } }: PublishedEvent,
	connection: Connection | undefined,
): INodePropertyOptions => ({
	// n8n finds only words in a row, so nothing may stand between the product and the title.
	name: `${product} ${title} (${name})`,
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
