import type { IDataObject } from 'n8n-workflow';

import { isObject, parsedJson } from '../../json/json';
import { shorten } from '../redaction/redact';

/** What the body of an error says. */
export interface Reason {
	/** Zoom's own number for the error. */
	readonly code?: number;
	/** Empty where it says nothing that can be read. */
	readonly message: string;
	/** Fields found wrong; either name or message may be empty. */
	readonly fields: readonly WrongField[];
	/** What the reason came in, where that was not JSON: then somebody else than Zoom may have said it. */
	readonly form?: 'text' | 'page';
}

export interface WrongField {
	readonly field: string;
	readonly message: string;
}

// Behind this nobody looks for a reason.
const LONGEST_BODY = 64 * 1024;
const LONGEST_REASON = 2000;
const LONGEST_FIELD = 200;
const MOST_FIELDS = 20;

/** Where products of Zoom, SCIM and the file hosts put the reason; the telling ones first. */
const REASONS = [
	...['message', 'error_message', 'errorMessage', 'detail', 'error_description'],
	...['errorDescription', 'description', 'reason', 'msg', 'messages', 'text', 'error', 'title'],
];
const FIELD_NAMES = ['field', 'fieldName', 'parameter', 'param', 'property', 'path', 'name'];
const CODES = ['code', 'errorCode', 'error_code'];
/** How deep a reason may lie: `{"error":{"errors":[{"message":"…"}]}}`. */
const DEEPEST = 4;

/** Reads the body of an error, whatever form it has. */
export function readReason(body: unknown): Reason {
	if (typeof body !== 'string') return ofJson(body);
	const text = body.slice(0, LONGEST_BODY).trim();
	if (/^[[{"]/.test(text)) return ofJson(parsedJson(text) ?? parseMalformed(text));
	const form = text.startsWith('<') ? 'page' : 'text';
	const message = form === 'page' ? pageTitle(text) : tidy(text);
	return { message, fields: [], ...(message !== '' && { form }) };
}

/** The JSON a body holds, as far as errors reach; undefined where it is something else. */
export function jsonIn(body: unknown): unknown {
	if (typeof body !== 'string') return body;
	const text = body.slice(0, LONGEST_BODY).trim();
	return parsedJson(text) ?? parseMalformed(text);
}

/** Whether a JSON body is an error, although the status says that all is well. */
export const isErrorBody = (body: unknown): boolean =>
	isObject(body) &&
	(isError(body.code, body.message) ||
		isError(body.code, body.error_message) ||
		isError(body.errorCode, body.errorMessage));

// Nothing Zoom answers as data has a code and a message; code 0 is its way of saying "no error".
const isError = (code: unknown, message: unknown) =>
	typeof code === 'number' && code !== 0 && typeof message === 'string';

const MALFORMED =
	/^\{\s{0,9}"code"\s{0,9}:\s{0,9}(\d{1,15})\s{0,9},\s{0,9}"message"\s{0,9}:\s{0,9}"/;

// Some products send quotes unescaped inside the message, so that the JSON cannot be parsed.
function parseMalformed(text: string): IDataObject | undefined {
	const match = MALFORMED.exec(text);
	const end = text.lastIndexOf('"');
	if (!match || end < match[0].length || text.slice(end + 1).trim() !== '}') return parseCut(text);
	return { code: Number(match[1]), message: text.slice(match[0].length, end) };
}

const CODE_MEMBER = /"(?:code|errorCode|error_code)"\s{0,9}:\s{0,9}(\d{1,15})\b/;
const REASON_MEMBER =
	/"(?:message|errorMessage|error_message|detail|reason)"\s{0,9}:\s{0,9}"([^"]{1,2000})"/;

// Of an error that is too long to be read whole.
function parseCut(text: string): IDataObject | undefined {
	const [, message] = REASON_MEMBER.exec(text) ?? [];
	const [, code] = CODE_MEMBER.exec(text) ?? [];
	if (!text.startsWith('{') || message === undefined) return undefined;
	return { message, ...(code !== undefined && { code: Number(code) }) };
}

function ofJson(body: unknown): Reason {
	const within = own(body, 'error');
	const message = reasonIn(body);
	const fields = wrongFields(own(body, 'errors') ?? own(within, 'errors'));
	const isSaid = message !== '' || fields.length > 0;
	return {
		code: codeIn(body) ?? codeIn(within),
		message: isSaid ? message : reasonAnywhere(body),
		fields,
	};
}

/** A reason in a member of any name, for `{"data":{"message":"…"}}`. */
function reasonAnywhere(body: unknown): string {
	if (!isObject(body)) return '';
	return firstOf(Object.keys(body).slice(0, MOST_FIELDS), (name) => {
		const value = own(body, name);
		// A text is a reason where it is a sentence.
		return typeof value !== 'string' || /\S\s\S/.test(value.slice(0, LONGEST_REASON))
			? reasonIn(value, 1)
			: '';
	});
}

const own = (content: unknown, name: string): unknown =>
	isObject(content) && Object.hasOwn(content, name) ? content[name] : undefined;

const codeIn = (content: unknown) =>
	CODES.map((name) => own(content, name))
		.filter((code) => Number.isSafeInteger(code) || isDigits(code))
		.map(Number)
		.at(0);

const isDigits = (value: unknown) => typeof value === 'string' && /^\d{1,15}$/.test(value);

/** The first reason in a value; empty when it holds none. */
function reasonIn(value: unknown, depth = 0): string {
	if (typeof value === 'string') return tidy(value);
	if (depth >= DEEPEST) return '';
	if (Array.isArray(value)) {
		const reasons = value.slice(0, MOST_FIELDS).map((entry) => reasonIn(entry, depth + 1));
		return tidy(reasons.filter((reason) => reason !== '').join('; '));
	}
	if (!isObject(value)) return '';
	return firstOf(REASONS, (name) => reasonIn(own(value, name), depth + 1));
}

/** The first text a look-up finds that is not empty. */
function firstOf(names: readonly string[], find: (name: string) => string): string {
	for (const name of names) {
		const found = find(name);
		if (found !== '') return found;
	}
	return '';
}

function wrongFields(errors: unknown): WrongField[] {
	const entries = Array.isArray(errors)
		? errors.slice(0, MOST_FIELDS).map(wrongField)
		: ofObject(errors);
	const told = entries.filter(({ field, message }) => field !== '' || message !== '');
	const isCut = Array.isArray(errors) && errors.length > MOST_FIELDS;
	return isCut ? [...told, { field: '', message: '…' }] : told;
}

/** Members of which one at least is in an error that stands alone. */
const SINGLE = ['field', 'message', 'error_message', 'errorMessage', 'detail', 'reason'];

/** Errors that stand one by one under the name of their field, or a single one. */
function ofObject(errors: unknown): WrongField[] {
	if (typeof errors === 'string') return [wrongField(errors)];
	if (!isObject(errors)) return [];
	if (SINGLE.some((name) => Object.hasOwn(errors, name))) return [wrongField(errors)];
	return Object.entries(errors)
		.slice(0, MOST_FIELDS)
		.map(([field, value]) => ({ field: tidy(field, LONGEST_FIELD), message: reasonIn(value) }));
}

function wrongField(error: unknown): WrongField {
	if (!isObject(error)) return { field: '', message: reasonIn(error, 1) };
	return {
		field: firstOf(FIELD_NAMES, (name) => textOf(own(error, name))),
		message: reasonIn(error, 1),
	};
}

const textOf = (value: unknown) => (typeof value === 'string' ? tidy(value, LONGEST_FIELD) : '');

/** On one line, and without what turns or hides the text around it. */
const tidy = (text: string, longest = LONGEST_REASON) =>
	shorten(text.slice(0, LONGEST_BODY), longest)
		.replace(/[\p{Cc}\s]+/gu, ' ')
		.replace(/\p{Cf}/gu, '')
		.trim();

/** What a page of HTML, or an error in XML, calls itself. */
function pageTitle(page: string): string {
	const lower = page.toLowerCase();
	return firstOf(['title', 'h1', 'message'], (tag) => {
		const begin = lower.indexOf('>', lower.indexOf(`<${tag}`));
		const end = lower.indexOf(`</${tag}>`, begin);
		const isThere = lower.includes(`<${tag}`) && begin >= 0 && end >= 0;
		return isThere ? tidy(unmarked(page.slice(begin + 1, end)), LONGEST_FIELD) : '';
	});
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
	['&amp;', '&'],
	['&lt;', '<'],
	['&gt;', '>'],
	['&quot;', '"'],
	['&#39;', "'"],
	['&nbsp;', ' '],
]);

const unmarked = (html: string) =>
	html
		.replace(/<[^<>]*>/g, ' ')
		.replace(/&#?[a-z\d]{2,6};/gi, (entity) => ENTITIES.get(entity.toLowerCase()) ?? ' ');
