import { textsIn } from '../../json/json';
import type { Field, Values } from '../../registry/types';
import { quoted } from '../../text/quote';
import { credentialTypeFor } from '../../transport/auth/connection';
import type { ReadParameter } from '../../values/input';
import { readCollection, readFields } from '../../values/input';
import { refuse } from '../../values/inputError';
import { ANOTHER_EVENT } from '../events/popularEvents';
import {
	ALL_EVENTS,
	chosenEvents,
	DEFAULT_MAXIMUM_AGE,
	events,
	filterFields,
	hosts,
	meetingIds,
	optionFields,
	otherEvents,
} from './fields';

/** The ways an event comes to n8n. */
export type Delivery = 'webhook' | 'webhookAutomatic' | 'webSocket';

/** What is told apart among the chosen events; an empty list lets everything pass. */
export interface Filters {
	/** Digits only. */
	readonly meetingIds: readonly string[];
	/** As the user gave them: IDs, e-mail addresses or `me`. */
	readonly hosts: readonly string[];
	/** In small letters; empty lets everything pass. */
	readonly topic: string;
	readonly fileTypes: readonly string[];
}

/** What the user set, checked. */
export interface Settings {
	readonly credentialType: string;
	readonly delivery: Delivery;
	/** As given: only the credential can say whether it is acceptable. */
	readonly socketUrl: string;
	/** Names of the events; undefined for all. */
	readonly wanted: readonly string[] | undefined;
	readonly filters: Filters;
	readonly output: 'zoom' | 'simplified';
	readonly downloadRecordings: boolean;
	readonly removeDuplicates: boolean;
	/** Milliseconds. */
	readonly maximumAge: number;
}

const MINUTE = 60_000;

const DELIVERIES: readonly unknown[] = ['webhook', 'webhookAutomatic', 'webSocket'];

/**
 * The node's parameters, all at once and before anything is done with them.
 * @throws InputError naming the first field that holds something it must not
 */
export function readSettings(read: ReadParameter): Settings {
	const delivery = readDelivery(read('delivery'));
	const filters = readCollection(filterFields, read('filters'), 'Filters');
	const options = readCollection(optionFields, read('options'), 'Options');
	return {
		credentialType: credentialTypeFor(read('authentication')),
		delivery,
		socketUrl: textOf(read('socketUrl')),
		wanted: readWanted(read, delivery),
		filters: {
			meetingIds: entriesOf(filters, meetingIds),
			hosts: entriesOf(filters, hosts),
			topic: String(filters.topic ?? '')
				.trim()
				.toLowerCase(),
			fileTypes: textsIn(filters.fileTypes),
		},
		output: options.output === 'simplified' ? 'simplified' : 'zoom',
		downloadRecordings: options.downloadRecordings === true,
		removeDuplicates: options.removeDuplicates !== false,
		maximumAge: Number(options.maximumAge ?? DEFAULT_MAXIMUM_AGE) * MINUTE,
	};
}

// What is no text is no URL, which is said where it is used.
const textOf = (given: unknown) => (typeof given === 'string' ? given.trim() : '');

function readDelivery(given: unknown): Delivery {
	const isKnown = (value: unknown): value is Delivery => DELIVERIES.includes(value);
	const chosen = given ?? 'webhook';
	return isKnown(chosen)
		? chosen
		: refuse(['Delivery'], `must be one from the list, not ${quoted(given)}`);
}

function readWanted(read: ReadParameter, delivery: Delivery): readonly string[] | undefined {
	const given = readFields(
		[chosenEvents, events, otherEvents],
		{
			popularEvents: read('popularEvents') ?? [],
			events: read('events') ?? [],
			otherEvents: read('otherEvents') ?? '',
		},
		[],
	);
	const listed = eventNames(textsIn(given.events).filter(isNotBlank), events);
	const others = eventNames(entriesOf(given, otherEvents), otherEvents);
	const popular = textsIn(given.popularEvents).filter((name) => name !== ANOTHER_EVENT);
	const names = [...new Set([...popular, ...listed, ...others])];
	if (names.length === 0) refuse([chosenEvents.displayName], 'must have at least one event');
	if (!names.includes(ALL_EVENTS)) return names;
	return delivery === 'webhookAutomatic'
		? refuse([events.displayName], 'must not be All Events. Choose events by name.')
		: undefined;
}

const isNotBlank = (text: string) => text.trim() !== '';

const EVENT_NAME = /^[A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)*$/;

function eventNames(given: readonly string[], { displayName }: Field): readonly string[] {
	const isOdd = (name: string) => name !== ALL_EVENTS && !EVENT_NAME.test(name);
	return given.some(isOdd)
		? refuse([displayName], 'must be event names of Zoom, such as meeting.started')
		: given;
}

/** The entries of a text with commas; none where the field was not set. */
function entriesOf(values: Values, { name, displayName, encode }: Field): string[] {
	if (values[name] === undefined) return [];
	const context = {
		timezone: 'UTC',
		timezoneChosen: false,
		refuse: (allowed: string) => refuse([displayName], allowed),
	};
	return textsIn(encode?.(values[name], context));
}
