/** What a domain of Zoom is for; each holds with its subdomains. */
interface ZoomDomain {
	readonly name: string;
	/** Whether Zoom documents its API there. */
	readonly hasApi: boolean;
	/** Whether the domain is Zoom's own, so that files there may be asked for with the connection's access token. */
	readonly takesAccessToken: boolean;
}

const DOMAINS: readonly ZoomDomain[] = [
	// @see https://developers.zoom.us/docs/integrations/oauth/
	{ name: 'zoom.us', hasApi: true, takesAccessToken: true },
	// Zoom for Government. @see https://www.zoomgov.com
	{ name: 'zoomgov.com', hasApi: true, takesAccessToken: true },
	// @see https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0060561
	{ name: 'zoom.com', hasApi: false, takesAccessToken: true },
	// Zoom X, a brand of Deutsche Telekom. @see https://blog.zoom.us/zoom-and-deutsche-telekom/
	{ name: 'zoom-x.de', hasApi: false, takesAccessToken: false },
	// Zoom's partners in China. @see https://github.com/nextdns/metadata/pull/152
	{ name: 'zoom.com.cn', hasApi: false, takesAccessToken: false },
];

/** The names of the domains that access tokens may go to. */
export const tokenDomains: readonly string[] = DOMAINS.filter(
	({ takesAccessToken }) => takesAccessToken,
).map(({ name }) => name);

/** The domain of Zoom a host name belongs to; undefined for any other name. */
export function zoomDomainOf(hostname: string): ZoomDomain | undefined {
	const name = hostname.toLowerCase();
	return DOMAINS.find((domain) => name === domain.name || name.endsWith(`.${domain.name}`));
}
