import type { App } from '../../oauth/apps';
import facts from './catalogue.generated.json';

/** What a value is: its type or format, the values it may have, or what is in it; `[]` marks a list. */
export type Sketch = string | readonly (string | number)[] | { readonly [name: string]: Sketch };

/** What is known of one kind of event. */
export interface EventFacts {
	name: string;
	/** The scopes of which an app needs one; of many events no document of Zoom's names them. */
	granular: readonly string[];
	classic: readonly string[];
	/** What is delivered, where one of Zoom's documents describes it. */
	body?: Sketch;
}

/** Every kind of event Zoom names. */
export const catalogue = facts as unknown as EventFacts[];

const byName = new Map(catalogue.map((event) => [event.name, event]));

/** What is known of the event with that name. */
export function findEvent(name: string): EventFacts | undefined {
	return byName.get(name);
}

/** Whether the app may ask for the event: Zoom must know it, and the app have one of its scopes. */
export function mayHave({ scopes }: App, name: string): boolean {
	const event = findEvent(name);
	if (!event || name === 'endpoint.url_validation') return false;
	const opening = [...event.granular, ...event.classic];
	return !opening.length || opening.some((scope) => scopes.includes(scope));
}
