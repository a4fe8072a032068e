import type { IDataObject } from 'n8n-workflow';

/** How one attempt ended. */
export type Outcome<T = IDataObject> = Success<T> | Failed;

export type Failed = Refusal | Loss | NotSent | NotKept;

export interface Success<T> {
	readonly kind: 'success';
	/** What came: Zoom's JSON, empty when Zoom answered without a body, or what was made of a file. */
	readonly body: T;
	/** Lower-case names; absent where nothing is to be learned from them. */
	readonly headers?: Readonly<Record<string, string>>;
}

/** Zoom answered with an error, which it may do with HTTP 200. */
export interface Refusal {
	readonly kind: 'refusal';
	readonly status: number;
	/** Zoom's own number for the error. */
	readonly code?: number;
	readonly message: string;
	/** Fields Zoom found wrong. */
	readonly fields: ReadonlyArray<{ readonly field: string; readonly message: string }>;
	/** Lower-case names. */
	readonly headers: Readonly<Record<string, string>>;
	/** What is to be said of it where more is known than Zoom's words tell. */
	readonly explanation?: Explanation;
}

/** What to tell the user, in one or two sentences each. */
export interface Explanation {
	readonly message: string;
	readonly hint?: string;
	readonly missingScopes?: readonly string[];
}

/** No answer, or none that can be read: Zoom may have done what was asked. */
export interface Loss {
	readonly kind: 'loss';
	readonly how: 'timeout' | 'broken' | 'unreadable';
}

/** The request never reached Zoom: no connection, or no access token to send it with. */
export interface NotSent {
	readonly kind: 'notSent';
	/** Without secrets. */
	readonly message: string;
	/** Whether trying again soon may work. */
	readonly transient: boolean;
	/** Whether Zoom is out of reach, or wants the connection to be made anew, rather than something being set wrong. */
	readonly isOutage?: boolean;
}

/** Zoom did its part, but n8n could not keep what came. */
export interface NotKept {
	readonly kind: 'notKept';
	/** Without secrets. */
	readonly message: string;
}

/** An HTTP answer as n8n hands it over. */
export interface HttpAnswer {
	readonly statusCode: number;
	readonly headers: object;
	readonly body: unknown;
}

/**
 * What an answer means. A 2xx can be an error, and a body can be HTML or cut short.
 * @see https://developers.zoom.us/docs/api/errors/
 */
export function outcomeOf(answer: HttpAnswer): Outcome {
	const { statusCode, body } = answer;
	const isOk = statusCode >= 200 && statusCode < 300;
	if (!isOk || isErrorBody(contentOf(body))) return refusalOf(answer);
	const json = jsonOf(body);
	return json
		? { kind: 'success', body: json, headers: headersOf(answer.headers) }
		: { kind: 'loss', how: 'unreadable' };
}

function jsonOf(body: unknown): IDataObject | undefined {
	if (body === '' || body === undefined || body === null) return {};
	// A few endpoints answer a bare list.
	if (Array.isArray(body)) return { items: body as IDataObject[] };
	return isObject(body) ? body : undefined;
}

/** What an answer that is an error says. */
export function refusalOf({ statusCode, headers, body }: HttpAnswer): Refusal {
	const content = contentOf(body);
	return {
		kind: 'refusal',
		status: statusCode,
		code: codeOf(content),
		message: messageOf(content),
		fields: wrongFields(content),
		headers: headersOf(headers),
	};
}

const contentOf = (body: unknown) => (isObject(body) ? body : parseMalformed(body));

const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function headersOf(headers: object): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
	);
}

// Some products send quotes unescaped inside the message, so that the JSON cannot be parsed.
function parseMalformed(body: unknown): IDataObject {
	const match = /^\s*\{\s*"code"\s*:\s*(\d+)\s*,\s*"message"\s*:\s*"(.*)"\s*\}\s*$/s.exec(
		typeof body === 'string' ? body : '',
	);
	return match ? { code: Number(match[1]), message: match[2] } : {};
}

// Nothing Zoom answers as data has exactly a code and a message; code 0 is its way of saying "no error".
const isErrorBody = (content: IDataObject) =>
	typeof content.code === 'number' &&
	content.code !== 0 &&
	(typeof content.message === 'string' || typeof content.error_message === 'string');

const codeOf = ({ code }: IDataObject) =>
	(typeof code === 'string' && /^\d+$/.test(code)) || Number.isInteger(code)
		? Number(code)
		: undefined;

function messageOf(content: IDataObject): string {
	const message = content.message ?? content.error_message ?? content.reason ?? content.error;
	return textOf(message);
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

function wrongFields({ errors }: IDataObject): Refusal['fields'] {
	if (!Array.isArray(errors)) return [];
	return errors
		.filter((error): error is IDataObject => isObject(error))
		.map(({ field, message }) => ({ field: textOf(field), message: textOf(message) }));
}
