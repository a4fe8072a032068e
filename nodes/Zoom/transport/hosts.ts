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
 * own, since whoever set it wants every call to go there.
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

/** Says why a file is not fetched from an address: the access token goes there, so it must be Zoom's own. */
export const downloadUrlProblem = (url: string, apiUrl: string): string | undefined =>
	URL.canParse(url) &&
	(isZoomOrigin(new URL(url).origin) || new URL(url).origin === new URL(apiUrl).origin)
		? undefined
		: 'Download URL: must be an https address of Zoom, such as https://us02web.zoom.us/rec/download/…';

/** The origins that mean the same API: its own, and the one of the same cloud that Zoom's documents name. */
export function apiOrigins(apiUrl: string): string[] {
	const own = new URL(apiUrl).origin;
	const domain = ZOOM_ORIGIN.exec(own)?.[1];
	const usual = Object.values(HOSTS).find(({ api }) => ZOOM_ORIGIN.exec(api)?.[1] === domain);
	return usual && usual.api !== own ? [own, usual.api] : [own];
}

/** Revoking lives beside the token endpoint. */
export const revokeUrlOf = (credential: HostFields): string =>
	hostsOf(credential).token.replace(/[^/]*$/, 'revoke');

const ZOOM_ORIGIN = /^https:\/\/(?:[a-z0-9-]+\.)*(zoom\.us|zoomgov\.com)\/?$/i;

function isZoomOrigin(url: unknown): url is string {
	return typeof url === 'string' && ZOOM_ORIGIN.test(url);
}

/** Whether a name is one of Zoom's, of either cloud. */
export const isZoomHost = (name: string): boolean => ZOOM_ORIGIN.test(`https://${name}`);

const withoutSlash = (url: unknown) =>
	String(url ?? '')
		.trim()
		.replace(/\/+$/, '');
