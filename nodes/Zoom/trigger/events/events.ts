import { processState } from '../../host/processState';

/** A kind of event that Zoom publishes. */
export interface ZoomEvent {
	/** Zoom's name, as it stands in a delivery. */
	readonly name: string;
	/** What happened, without the product. */
	readonly title: string;
	/** Granular scopes, any one of which lets an app have the event; absent where Zoom does not say. */
	readonly scopes?: readonly string[];
	readonly classicScopes?: readonly string[];
}

/** An event and the Zoom product it belongs to. */
export interface PublishedEvent {
	readonly product: string;
	readonly event: ZoomEvent;
}

/** All published events, product by product. Few need the table, so it is loaded when it is first asked for. */
export const publishedEvents = processState('published events', loadEvents);

async function loadEvents(): Promise<PublishedEvent[]> {
	const { default: table } = await import('./events.generated.json');
	return Object.entries<ZoomEvent[]>(table).flatMap(([product, events]) =>
		events.map((event) => ({ product, event })),
	);
}
