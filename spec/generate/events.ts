import type { Event } from '../facts';
import type { Documents } from './documents';
import { factsOf } from './schemas';
import { withoutProse } from './samples';

/** Everything the documents say of each kind of event, by name. */
export function eventFacts(documents: Documents): Event[] {
	const bodies = new Map(
		webhooksIn(documents).map(({ event, schema, document }) => [event, factsOf(schema, document)]),
	);
	return documents.events
		.map(({ event, group, granularScopes, classicScopes, deprecated }) => ({
			...{ event, group, granularScopes, classicScopes },
			...(deprecated && { deprecated }),
			...(bodies.has(event) && { body: bodies.get(event) }),
		}))
		.sort((a, b) => (a.event < b.event ? -1 : 1));
}

/** An event as Zoom delivers it, by name, byte for byte but for words. */
export const eventSamples = (documents: Documents): Record<string, string> =>
	Object.fromEntries(
		webhooksIn(documents)
			.map(({ event, sample }) => [event, withoutProse(sample)] as const)
			.sort(([a], [b]) => (a < b ? -1 : 1)),
	);

const webhooksIn = (documents: Documents) =>
	documents.webhooks.flatMap((document) =>
		Object.entries(document.webhooks).map(([event, { post }]) => {
			const { schema, examples } = post.requestBody.content['application/json'];
			const [{ value: sample }] = Object.values(examples);
			return { event, schema, sample, document };
		}),
	);
