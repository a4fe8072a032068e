import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

import { quoted } from '../../text/quote';
import { refuse } from '../../values/inputError';

/** Which endpoint a call goes to. */
export interface Address {
	readonly method: IHttpRequestMethods;
	/** Path below `/v2`, with `{placeholders}`. */
	readonly path: string;
	/** Names of the placeholders. */
	readonly placeholders: readonly string[];
	/** What stood behind a question mark. */
	readonly query: IDataObject;
}

/** Characters; servers take no longer addresses. */
const LONGEST = 16_000;
const ADDRESS = /^(?:(GET|POST|PUT|PATCH|DELETE)\s+)?([^\s\\#]+)$/i;
const ORIGIN = /^([a-z][a-z0-9+.-]*:)?\/\/[^/?]*/i;
const PLACEHOLDER = /^\{(\w+)\}$/;
// What a segment of a path may hold as it is.
const SEGMENT = /^(?:[\w.~!$&'()*+,;=:@-]|%[\da-f]{2})+$/i;
// A dot can be written as %2E, and the percent sign of that as %25 again.
const DOTS = /^(?:\.|%(?:25)*2e){1,2}$/i;

/** Products that take no OAuth token, by the first part of their paths. */
export const WITH_OWN_KEYS: ReadonlyMap<string, string> = new Map([
	['aiservices', 'AI Services API'],
	['cobrowsesdk', 'Cobrowse SDK API'],
	['videosdk', 'Video SDK API'],
]);

const ownKeys = (product: string) =>
	`must be an endpoint that takes an OAuth access token. The ${product} takes a JSON Web Token (JWT) signed with its own key and secret: use n8n's JWT and HTTP Request nodes`;

/**
 * Reads "GET /users/{userId}", or the same with the whole URL of the API as it stands in Zoom's documents.
 * @param origins where the connection's API is; a URL of any other host is refused
 * @throws InputError that says what is wrong
 */
export function readAddress(text: string, origins: readonly string[]): Address {
	if (text.length > LONGEST) no(`must have at most ${LONGEST} characters`);
	const [, method = 'GET', target] =
		ADDRESS.exec(text.trim()) ?? no('must be a method and a path, such as GET /users/me/meetings');
	const [location, ...rest] = withoutOrigin(target, origins).split('?');
	const search = rest.join('?');
	const path = location.replace(/^\/?(?:v2\/)?/, '/').replace(/(.)\/$/, '$1');
	const segments = path.slice(1).split('/');
	segments.forEach(checkSegment);
	const product = WITH_OWN_KEYS.get(segments[0].toLowerCase());
	if (product !== undefined) no(ownKeys(product));
	if (/[{}]/.test(search)) no('can have placeholders in its path only');
	return {
		method: method.toUpperCase() as IHttpRequestMethods,
		path,
		placeholders: segments.flatMap((segment) => PLACEHOLDER.exec(segment)?.[1] ?? []),
		query: readQuery(search),
	};
}

const no = (problem: string): never => refuse(['Endpoint'], problem);

function withoutOrigin(target: string, origins: readonly string[]): string {
	const origin = ORIGIN.exec(target)?.[0];
	if (origin === undefined) return target;
	const isOwn = origins.some((own) => own.toLowerCase() === origin.toLowerCase());
	return isOwn ? target.slice(origin.length) : no(`must be a path, or a URL of ${origins[0]}`);
}

function checkSegment(segment: string): void {
	if (segment === '') no('has an empty part in its path; check whether an expression is empty');
	if (DOTS.test(segment)) no('must not have . or .. as a part of its path');
	if (!PLACEHOLDER.test(segment) && !SEGMENT.test(segment)) {
		no(`has ${quoted(segment)} in its path; put such a value into a {placeholder}`);
	}
}

function readQuery(search: string): IDataObject {
	const found = new Map<string, string[]>();
	for (const [name, value] of new URLSearchParams(search)) {
		const values = found.get(name) ?? [];
		values.push(value);
		found.set(name, values);
	}
	return Object.fromEntries(
		[...found].map(([name, values]) => [name, values.length > 1 ? values : values[0]]),
	);
}
