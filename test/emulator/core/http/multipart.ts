import type { Route } from '../contract/contract';
import { notJson, validationFailed, ZoomError } from './answers';

/** One part of a multipart form. */
export interface Part {
	fileName?: string;
	type?: string;
	bytes: Buffer;
}

/** The parts of a multipart form by their names, or undefined where it is not formed as Zoom wants. */
export function readParts(bytes: Buffer, type: string): Record<string, Part> | undefined {
	const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
	if (!boundary) return undefined;
	const [, ...pieces] = split(bytes, Buffer.from(`--${boundary}`));
	const parts = pieces.slice(0, -1).map(readPart);
	if (!parts.length || parts.includes(undefined)) return undefined;
	return Object.fromEntries(parts as [string, Part][]);
}

/** The parts a route takes, or Zoom's refusal of a form that is none, or has others. */
export function checkParts(
	{ body: shape }: Route,
	type: string,
	body: unknown,
): Record<string, unknown> {
	if (!/^multipart\/form-data/i.test(type)) throw notJson();
	if (body === undefined)
		throw new ZoomError(400, 300, "Invalid 'Content-Disposition' in multipart form");
	const known = Object.keys(shape?.properties ?? {});
	const names = Object.keys(body as Record<string, Part>);
	const wrong = [
		...names.filter((name) => !known.includes(name)),
		...(shape?.required ?? []).filter((name) => !names.includes(name)),
	];
	if (wrong.length)
		throw validationFailed(...wrong.map((field) => ({ field, message: 'Invalid field.' })));
	return body as Record<string, Part>;
}

function readPart(piece: Buffer): [string, Part] | undefined {
	const end = piece.indexOf('\r\n\r\n');
	const head = piece.subarray(0, end).toString();
	// Zoom takes the names only in quotation marks.
	const disposition = head.split('\r\n').find((line) => /^content-disposition:/i.test(line)) ?? '';
	const name = /[; ]name="([^"]*)"/i.exec(disposition)?.[1];
	if (end < 0 || name === undefined || /filename=[^"]/i.test(head)) return undefined;
	return [
		name,
		{
			fileName: /filename="([^"]*)"/i.exec(head)?.[1],
			type: /content-type:\s*([^\s;]+)/i.exec(head)?.[1],
			bytes: piece.subarray(end + 4, -2),
		},
	];
}

function split(bytes: Buffer, separator: Buffer): Buffer[] {
	const pieces: Buffer[] = [];
	let from = 0;
	for (let at = bytes.indexOf(separator); at >= 0; at = bytes.indexOf(separator, from)) {
		pieces.push(bytes.subarray(from, at));
		from = at + separator.length;
	}
	return [...pieces, bytes.subarray(from)];
}
