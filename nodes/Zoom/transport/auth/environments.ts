import { zoomDomainOf } from '../../registry/zoomDomains';

/** Where a credential's Zoom lives. Zoom for Government is a separate cloud with hosts of its own. */
export type Environment = 'zoom' | 'zoomGov' | 'custom';

/** The URLs of one cloud; `api` is an origin, REST paths begin with `/v2`. */
export interface Hosts {
	readonly authorize: string;
	readonly token: string;
	readonly api: string;
}

/** @see https://developers.zoom.us/docs/integrations/oauth/ */
export const HOSTS: Readonly<Record<Exclude<Environment, 'custom'>, Hosts>> = {
	zoom: {
		authorize: 'https://zoom.us/oauth/authorize',
		token: 'https://zoom.us/oauth/token',
		api: 'https://api.zoom.us',
	},
	zoomGov: {
		authorize: 'https://zoomgov.com/oauth/authorize',
		token: 'https://zoomgov.com/oauth/token',
		api: 'https://api.zoomgov.com',
	},
};

/** The fields of a credential that say where Zoom is. */
export interface HostFields {
	readonly environment?: unknown;
	readonly customAuthorizationUrl?: unknown;
	readonly customTokenUrl?: unknown;
	readonly customApiUrl?: unknown;
}

/** The hosts a credential names; URLs of a custom environment come without a trailing slash. */
export function hostsOf(credential: HostFields): Hosts {
	if (credential.environment === 'custom') {
		return {
			authorize: withoutSlash(credential.customAuthorizationUrl),
			token: withoutSlash(credential.customTokenUrl),
			api: withoutSlash(credential.customApiUrl).replace(/\/v2$/, ''),
		};
	}
	return credential.environment === 'zoomGov' ? HOSTS.zoomGov : HOSTS.zoom;
}

/**
 * Origin of the REST calls: the region the token names, as long as that is Zoom itself. A custom environment keeps its
 * own, because it was set so that every call goes there.
 */
export function apiUrlOf(credential: HostFields, tokenApiUrl: unknown): string {
	const useRegion = credential.environment !== 'custom' && isZoomOrigin(tokenApiUrl);
	return useRegion ? withoutSlash(tokenApiUrl) : hostsOf(credential).api;
}

/** Says what is wrong with a custom environment's Token URL; undefined when nothing is. */
export const tokenUrlProblem = (credential: HostFields): string | undefined =>
	urlProblem('Token URL', hostsOf(credential).token, HOSTS.zoom.token);

/** Says what is wrong with a custom environment's API URL; undefined when nothing is. */
export const apiUrlProblem = (credential: HostFields): string | undefined =>
	urlProblem('API URL', hostsOf(credential).api, HOSTS.zoom.api);

const urlProblem = (label: string, url: string, example: string) =>
	/^https?:\/\//i.test(url) && URL.canParse(url)
		? undefined
		: `${label} of the Zoom credential: must be an address such as ${example}`;

/** Says why a file is not fetched from an address; undefined when it is one of Zoom's, or of the custom environment. */
export const downloadUrlProblem = (url: string, apiUrl: string): string | undefined =>
	URL.canParse(url) && (isZoomFileUrl(url) || isAtApi(url, apiUrl))
		? undefined
		: 'Download URL: must be an https address of Zoom, such as https://us02web.zoom.us/rec/download/…';

/** Whether the connection's access token may be shown at the address of a file. */
export const takesAccessToken = (url: string, apiUrl: string): boolean =>
	isAtApi(url, apiUrl) ||
	(isZoomFileUrl(url) && zoomDomainOf(new URL(url).hostname)?.takesAccessToken === true);

function isZoomFileUrl(url: string): boolean {
	const { protocol, port, username, password, hostname } = new URL(url);
	const isPlain = protocol === 'https:' && port === '' && username === '' && password === '';
	return isPlain && zoomDomainOf(hostname) !== undefined;
}

const isAtApi = (url: string, apiUrl: string) => new URL(url).origin === new URL(apiUrl).origin;

/** The origins that mean the same API: its own, and the one of the same cloud that Zoom's documents name. */
export function apiOrigins(apiUrl: string): string[] {
	const own = new URL(apiUrl).origin;
	const domain = zoomDomainOf(new URL(own).hostname);
	const usual = Object.values(HOSTS).find(
		({ api }) => domain && zoomDomainOf(new URL(api).hostname) === domain,
	);
	return usual && usual.api !== own ? [own, usual.api] : [own];
}

/** Revoking lives beside the token endpoint. */
export function revokeUrlOf(credential: HostFields): string {
	const { token } = hostsOf(credential);
	return `${token.slice(0, token.lastIndexOf('/') + 1)}revoke`;
}

const API_ORIGIN = /^https:\/\/((?:[a-z0-9-]+\.)+[a-z]+)\/?$/i;

function isZoomOrigin(url: unknown): url is string {
	const [, host = ''] = typeof url === 'string' ? (API_ORIGIN.exec(url) ?? []) : [];
	return isZoomHost(host);
}

/** Whether a name is one of the hosts of Zoom's API, of either cloud. */
export const isZoomHost = (name: string): boolean => zoomDomainOf(name)?.hasApi === true;

function withoutSlash(url: unknown): string {
	const text = String(url ?? '').trim();
	let end = text.length;
	while (text[end - 1] === '/') end--;
	return text.slice(0, end);
}
