import type { IDataObject } from 'n8n-workflow';

import { isObject, objectsIn } from '../../json/json';

/** What Zoom sends about an event, by webhook and by WebSocket alike. */
export interface EventBody extends IDataObject {
	readonly event: string;
}

/** Bytes of a body, or characters of a message: what n8n takes of a webhook by default. Zoom's events are far below. */
export const LARGEST = 16 * 1024 * 1024;
const DEEPEST = 1000;
const LONGEST_NAME = 200;

/** Whether a value is the body of an event; only its name is certain about it. */
export const isEventBody = (value: unknown): value is EventBody =>
	isObject(value) &&
	typeof value.event === 'string' &&
	value.event !== '' &&
	value.event.length <= LONGEST_NAME;

/** Reads JSON text as the body of an event; undefined when it is none. */
export function parseEventBody(json: string): EventBody | undefined {
	const value = parseJson(json);
	return isEventBody(value) ? value : undefined;
}

/**
 * Reads JSON text from outside; undefined when it is none, or larger or deeper than anything Zoom sends. Members called
 * `__proto__` are left out: whatever copies the value later could take them for its prototype.
 */
export function parseJson(text: string): unknown {
	if (text.length > LARGEST) return undefined;
	try {
		const value: unknown = JSON.parse(text, withoutPrototype);
		return isDeeper(value, DEEPEST) ? undefined : value;
	} catch {
		return undefined;
	}
}

const withoutPrototype = (key: string, value: unknown) => (key === '__proto__' ? undefined : value);

const isDeeper = (value: unknown, levels: number): boolean =>
	typeof value === 'object' &&
	value !== null &&
	(levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1)));

/** A name without what slips in at the end of a few of Zoom's: a dot, a blank. */
export function plainName(event: string): string {
	let end = event.length;
	while (/[.\s]/.test(event.charAt(end - 1))) end -= 1;
	return event.slice(0, end);
}

/** What the event is about; a few have it right in the payload. */
export function subjectOf({ payload }: EventBody): IDataObject {
	if (!isObject(payload)) return {};
	return isObject(payload.object) ? payload.object : payload;
}

/** The body with another subject in its place. */
export function withSubject(body: EventBody, subject: IDataObject): EventBody {
	const { payload } = body;
	const isNested = isObject(payload) && isObject(payload.object);
	return { ...body, payload: isNested ? { ...payload, object: subject } : subject };
}

/** The lists of files a recording event may have. */
export const FILE_LISTS = [
	'recording_files',
	'participant_audio_files',
	'participant_video_files',
	'archive_files',
] as const;

/** The files of an event's subject, by the list they are in; empty when it has no such list. */
export function filesOf(subject: IDataObject): Readonly<Record<string, IDataObject[]>> {
	const lists = FILE_LISTS.filter((name) => Array.isArray(subject[name]));
	return Object.fromEntries(lists.map((name) => [name, objectsIn(subject[name])]));
}
