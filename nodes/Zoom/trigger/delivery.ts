import type { IDataObject } from 'n8n-workflow';

/** What Zoom sends about an event, by webhook and by WebSocket alike. */
export interface EventBody extends IDataObject {
	readonly event: string;
}

/** Whether a value is an object as JSON has it. */
export const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value is the body of an event; only its name is certain about it. */
export const isEventBody = (value: unknown): value is EventBody =>
	isObject(value) && typeof value.event === 'string' && value.event !== '';

/** Reads JSON text as the body of an event; undefined when it is none. */
export function parseEventBody(json: string): EventBody | undefined {
	try {
		const value: unknown = JSON.parse(json);
		return isEventBody(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

/** A name without what slips in at the end of a few of Zoom's: a dot, a blank. */
export const plainName = (event: string): string => event.replace(/[.\s]+$/, '');

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
const FILE_LISTS = ['recording_files', 'participant_audio_files', 'archive_files'] as const;

/** The files of an event's subject, by the list they are in; empty when it has no such list. */
export function filesOf(subject: IDataObject): Readonly<Record<string, IDataObject[]>> {
	const lists = FILE_LISTS.filter((name) => Array.isArray(subject[name]));
	return Object.fromEntries(
		lists.map((name) => [name, (subject[name] as unknown[]).filter(isObject)]),
	);
}
