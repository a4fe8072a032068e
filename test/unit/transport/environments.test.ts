import {
	apiUrlOf,
	apiUrlProblem,
	downloadUrlProblem,
	hostsOf,
	isZoomHost,
	revokeUrlOf,
	takesAccessToken,
	tokenUrlProblem,
} from '../../../nodes/Zoom/transport/auth/environments';

const custom = {
	environment: 'custom',
	customAuthorizationUrl: 'http://127.0.0.1:4000/oauth/authorize',
	customTokenUrl: 'http://127.0.0.1:4000/oauth/token',
	customApiUrl: 'http://127.0.0.1:4000',
};

describe('The hosts of an environment', () => {
	test.each([
		['zoom', 'https://zoom.us', 'https://api.zoom.us'],
		['zoomGov', 'https://zoomgov.com', 'https://api.zoomgov.com'],
		[undefined, 'https://zoom.us', 'https://api.zoom.us'],
		['', 'https://zoom.us', 'https://api.zoom.us'],
		['other', 'https://zoom.us', 'https://api.zoom.us'],
	])('%s', (environment, site, api) => {
		// What was typed for a custom environment before does not count.
		expect(hostsOf({ ...custom, environment })).toEqual({
			authorize: `${site}/oauth/authorize`,
			token: `${site}/oauth/token`,
			api,
		});
	});

	test.each(['', '/', '//', ' ', '/v2', '/v2/'])('a custom one may end with %j', (end) => {
		expect(hostsOf({ ...custom, customApiUrl: `http://127.0.0.1:4000${end}` })).toEqual({
			authorize: 'http://127.0.0.1:4000/oauth/authorize',
			token: 'http://127.0.0.1:4000/oauth/token',
			api: 'http://127.0.0.1:4000',
		});
	});

	test('a custom one may have a path', () => {
		const customApiUrl = 'https://proxy.example.com/zoom/v2';
		expect(hostsOf({ ...custom, customApiUrl }).api).toBe('https://proxy.example.com/zoom');
	});

	test('nothing typed is no URL', () => {
		expect(hostsOf({ environment: 'custom' })).toEqual({ authorize: '', token: '', api: '' });
	});
});

describe('Calls go to', () => {
	const zoom = { environment: 'zoom' };

	test.each([
		['https://api.zoom.us'],
		['https://api-eu.zoom.us'],
		['https://api-us.zoom.us/'],
		['https://example.zoom.us'],
		['https://api.zoomgov.com'],
		['HTTPS://API-EU.ZOOM.US'],
	])('the region a token names: %s', (url) => {
		expect(apiUrlOf(zoom, url)).toBe(url.replace(/\/$/, ''));
		expect(apiUrlOf({ environment: 'zoomGov' }, url)).toBe(url.replace(/\/$/, ''));
	});

	test.each([
		['https://zoom.us.evil.com'],
		['https://evilzoom.us'],
		['https://evil-zoom.us'],
		['https://zoom.us@evil.com'],
		['https://evil.com#.zoom.us'],
		['https://evil.com?.zoom.us'],
		['https://evil.com/.zoom.us'],
		['https://evil.com\\.zoom.us'],
		['https://api.zoom.us:8443'],
		['https://user:password@api.zoom.us'],
		['http://api.zoom.us'],
		['ftp://api.zoom.us'],
		['//api.zoom.us'],
		['api.zoom.us'],
		['https://api.zoom.us/v2'],
		['https://api.zoom.us/@evil.com'],
		['https://api.zoom.us\n.evil.com'],
		['https://api.zoom.us\n'],
		['https://..zoom.us'],
		['https://zoom.com'],
		[''],
		[undefined],
		[null],
		[5],
		[['https://api.zoom.us']],
		[{}],
	])('Zoom all the same when a token names %j', (url) => {
		expect(apiUrlOf(zoom, url)).toBe('https://api.zoom.us');
		expect(apiUrlOf({ environment: 'zoomGov' }, url)).toBe('https://api.zoomgov.com');
	});

	test.each([['https://api-eu.zoom.us'], ['http://evil.com'], [undefined]])(
		'where a custom environment says, whatever a token names: %s',
		(url) => {
			expect(apiUrlOf(custom, url)).toBe('http://127.0.0.1:4000');
		},
	);
});

describe('A file', () => {
	const api = 'https://api.zoom.us';

	test.each([
		['https://zoom.us/rec/download/x', true],
		['https://us02web.zoom.us/rec/download/x', true],
		['https://example.zoomgov.com/rec/download/x', true],
		['https://EXAMPLE.ZOOM.COM/rec/download/x', true],
		['https://zoom-x.de/rec/download/x', false],
		['https://uni-example.zoom-x.de/rec/webhook_download/x', false],
		['https://example.zoom.com.cn/rec/download/x', false],
	])("at %s is Zoom's; the access token goes there: %s", (url, isOwn) => {
		expect(downloadUrlProblem(url, api)).toBeUndefined();
		expect(takesAccessToken(url, api)).toBe(isOwn);
	});

	test.each([
		'http://zoom.us/rec/download/x',
		'http://uni-example.zoom-x.de/rec/download/x',
		'https://evilzoom-x.de/rec/download/x',
		'https://zoom-x.de.example.com/rec/download/x',
		'https://zoom.us.example.com/rec/download/x',
		'https://zoom.us:8443/rec/download/x',
		'https://zoom.us:secret@example.com/rec/download/x',
		'https://jane:secret@zoom.us/rec/download/x',
		'https://example.com/zoom.us',
		'ftp://zoom.us/x',
		'zoom.us/rec/download/x',
		'',
	])('at %j is nobody’s that Zoom names', (url) => {
		expect(downloadUrlProblem(url, api)).toMatch(/^Download URL: must be an https address of Zoom/);
	});

	test('is at the custom environment as well, and only at its own origin', () => {
		const custom = 'http://127.0.0.1:4000';
		expect(downloadUrlProblem('http://127.0.0.1:4000/rec/x', custom)).toBeUndefined();
		expect(takesAccessToken('http://127.0.0.1:4000/rec/x', custom)).toBe(true);
		expect(downloadUrlProblem('http://127.0.0.1:4001/rec/x', custom)).toMatch(/^Download URL/);
	});
});

test.each([
	['ws.zoom.us', true],
	['ws.zoomgov.com', true],
	['zoom.com', false],
	['ws.zoom-x.de', false],
	['evilzoom.us', false],
])('The API is at %s: %s', (name, isApi) => {
	expect(isZoomHost(name)).toBe(isApi);
});

describe('Tokens are revoked', () => {
	test.each([
		[{ environment: 'zoom' }, 'https://zoom.us/oauth/revoke'],
		[{ environment: 'zoomGov' }, 'https://zoomgov.com/oauth/revoke'],
		[custom, 'http://127.0.0.1:4000/oauth/revoke'],
		[
			{ ...custom, customTokenUrl: 'https://proxy.example.com/a/token/' },
			'https://proxy.example.com/a/revoke',
		],
	])('beside where they come from: %j', (credential, url) => {
		expect(revokeUrlOf(credential)).toBe(url);
	});
});

describe('A URL of a custom environment', () => {
	test.each([
		[undefined],
		[''],
		[' '],
		['/'],
		['zoom.example.com'],
		['//zoom.example.com'],
		['ftp://zoom.example.com'],
		['https://'],
		['https://zoom example.com'],
		['http://127.0.0.1:99999'],
		[5],
	])('that is %j is none, and is named with an example', (url) => {
		expect(tokenUrlProblem({ ...custom, customTokenUrl: url })).toBe(
			'Token URL of the Zoom credential: must be an address such as https://zoom.us/oauth/token',
		);
		expect(apiUrlProblem({ ...custom, customApiUrl: url })).toBe(
			'API URL of the Zoom credential: must be an address such as https://api.zoom.us',
		);
	});

	test.each(['http://127.0.0.1:4000', ' HTTPS://proxy.example.com/zoom/ '])('may be %j', (url) => {
		expect(tokenUrlProblem({ ...custom, customTokenUrl: url })).toBeUndefined();
		expect(apiUrlProblem({ ...custom, customApiUrl: url })).toBeUndefined();
	});

	test.each(['zoom', 'zoomGov'])('does not matter in environment %s', (environment) => {
		expect(tokenUrlProblem({ environment, customTokenUrl: 'x' })).toBeUndefined();
		expect(apiUrlProblem({ environment, customApiUrl: 'x' })).toBeUndefined();
	});
});
