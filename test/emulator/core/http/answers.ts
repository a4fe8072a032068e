import type { Content } from './content';

/** What goes back to the caller. */
export interface Answer {
	status: number;
	headers?: Record<string, string>;
	/** JSON unless it is a string. */
	body?: unknown;
	/** A file, instead of a body. */
	content?: Content;
}

/** One entry of `errors` in Zoom's validation answer. */
export interface FieldError {
	field: string;
	message: string;
}

/** An answer in Zoom's error envelope, thrown from wherever the request turns out wrong. */
export class ZoomError extends Error {
	constructor(
		readonly status: number,
		readonly code: number,
		message: string,
		readonly errors?: FieldError[],
	) {
		super(message);
	}

	get answer(): Answer {
		const { status, code, message, errors } = this;
		return { status, body: { code, message, ...(errors && { errors }) } };
	}
}

/** The same where Zoom forgets to escape the quotation marks, which makes the JSON none. */
class UnescapedError extends ZoomError {
	override get answer(): Answer {
		const { status, code, message } = this;
		return {
			status,
			headers: { 'content-type': 'application/json;charset=UTF-8' },
			body: `{"code":${code},"message":"${message}"}`,
		};
	}
}

/** Zoom's answer to input it refuses. */
export function validationFailed(...errors: FieldError[]): ZoomError {
	return new ZoomError(400, 300, 'Validation Failed.', errors);
}

/** Zoom's answer to a value it knows the place of and refuses. */
export function invalidParameter(field: string): ZoomError {
	return validationFailed({ field, message: `Invalid parameter: ${field.split('.').pop()}.` });
}

/** Zoom's answer to a body that is none. */
export function notJson(): ZoomError {
	return new ZoomError(400, 300, 'Request Body should be a valid JSON object.');
}

/** Zoom's answer to a path or method it does not have. */
export function notRecognized(): ZoomError {
	return new ZoomError(404, 2300, 'This API endpoint is not recognized.');
}

/** Zoom's answer to a token it does not accept. */
export function badToken(message = 'Invalid access token.'): ZoomError {
	return new ZoomError(401, 124, message);
}

/** Zoom's answer where the token lacks a scope; it names the ones that would do. */
export function missingScopes(
	scopes: readonly string[],
	{ code, unescaped }: { code: number; unescaped?: true } = { code: 4711 },
): ZoomError {
	const named = (list: string) => `Invalid access token, does not contain scopes:[${list}]`;
	if (unescaped) return new UnescapedError(400, code, named(`"${scopes.join('","')}"`));
	return new ZoomError(400, code, `${named(scopes.join(', '))}.`);
}

/** Zoom's answer where no user has that ID or e-mail. */
export function noSuchUser(reference: string): ZoomError {
	return new ZoomError(404, 1001, `User does not exist: ${reference}.`);
}

/** Zoom's answer where no meeting has that ID, or it lies in the trash. */
export function noSuchMeeting(reference: string | number): ZoomError {
	return new ZoomError(404, 3001, `Meeting does not exist: ${reference}.`);
}

/** The record without what it does not have, as Zoom leaves out what is not set. */
export function present(record: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
