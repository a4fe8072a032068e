import { socketAddress } from '../../../nodes/Zoom/trigger/webSocket/socketUrl';
import { messageOf } from '../../support/registry/registry';

const ID = 'aBcD1234efGH5678ijKL90';
const appIn = (environment: string | undefined, apiUrl = 'https://api.zoom.us') => ({
	environment,
	apiUrl,
});

test.each([
	[`wss://ws.zoom.us/ws?subscriptionId=${ID}`, 'zoom', `wss://ws.zoom.us/ws?subscriptionId=${ID}`],
	[`WSS://WS.ZOOM.US/ws?subscriptionId=${ID}`, 'zoom', `wss://ws.zoom.us/ws?subscriptionId=${ID}`],
	[
		`wss://ws.zoomgov.com/ws?subscriptionId=${ID}`,
		'zoomGov',
		`wss://ws.zoomgov.com/ws?subscriptionId=${ID}`,
	],
	[ID, 'zoom', `wss://ws.zoom.us/ws?subscriptionId=${ID}`],
	[ID, undefined, `wss://ws.zoom.us/ws?subscriptionId=${ID}`],
	[
		`wss://ws.zoom.us/ws?subscriptionId=${ID}&access_token=secret#x`,
		'zoom',
		`wss://ws.zoom.us/ws?subscriptionId=${ID}`,
	],
])('%s in environment %s is %s', (given, environment, expected) => {
	expect(socketAddress(given, appIn(environment)).href).toBe(expected);
});

test.each([
	['', 'zoom'],
	['wss://ws.zoom.us/ws', 'zoom'],
	['wss://ws.zoom.us/ws?subscriptionId=', 'zoom'],
	[`ws://ws.zoom.us/ws?subscriptionId=${ID}`, 'zoom'],
	[`https://ws.zoom.us/ws?subscriptionId=${ID}`, 'zoom'],
	[`wss://ws.zoom.us.example.com/ws?subscriptionId=${ID}`, 'zoom'],
	[`wss://evilzoom.us/ws?subscriptionId=${ID}`, 'zoom'],
	[`wss://ws.zoom.us@example.com/ws?subscriptionId=${ID}`, 'zoom'],
	[`wss://127.0.0.1/ws?subscriptionId=${ID}`, 'zoom'],
	[`wss://proxy.example.com/ws?subscriptionId=${ID}`, 'zoomGov'],
	[ID, 'zoomGov'],
	[ID, 'custom'],
	[`http://127.0.0.1/ws?subscriptionId=${ID}`, 'custom'],
	['javascript:alert(1)', 'custom'],
	['short', 'zoom'],
	['two words and more words', 'zoom'],
])('%s in environment %s is refused', (given, environment) => {
	expect(messageOf(() => socketAddress(given, appIn(environment)))).toMatch(
		/^Socket URL: .*the endpoint URL that Zoom shows for the event subscription, such as wss:/,
	);
});

describe('In a custom environment an address beside the API is taken', () => {
	test.each([
		['ws://127.0.0.1:4100', 'http://127.0.0.1:4100'],
		['wss://127.0.0.1:4100', 'http://127.0.0.1:4100'],
		['wss://zoom.example.com', 'https://zoom.example.com'],
		['wss://zoom.example.com:443', 'https://zoom.example.com'],
		['wss://ZOOM.example.com', 'https://zoom.example.com:443'],
		['ws://zoom.example.com', 'http://zoom.example.com:80'],
		['wss://[::1]:4100', 'https://[::1]:4100'],
		['wss://ws.zoom.us', 'https://zoom.example.com'],
	])('%s beside %s', (origin, apiUrl) => {
		const given = `${origin}/ws?subscriptionId=${ID}`;
		expect(socketAddress(given, appIn('custom', apiUrl)).href).toBe(new URL(given).href);
	});

	test('without what somebody signs in with', () => {
		const given = `wss://user:password@ws.zoom.us/ws?subscriptionId=${ID}`;
		expect(socketAddress(given, appIn('zoom')).href).toBe(
			`wss://ws.zoom.us/ws?subscriptionId=${ID}`,
		);
	});

	test.each([
		['ws://zoom.example.com', 'https://zoom.example.com'],
		['ws://zoom.example.com:443', 'https://zoom.example.com'],
		['wss://zoom.example.com:8443', 'https://zoom.example.com'],
		['wss://other.example.com', 'https://zoom.example.com'],
		['wss://zoom.example.com.', 'https://zoom.example.com'],
		['ws://127.0.0.1', 'http://127.0.0.1:4100'],
		['ws://127.0.0.1:4100', 'http://localhost:4100'],
		['ws://ws.zoom.us', 'https://zoom.example.com'],
		['wss://zoom.example.com@127.0.0.1', 'https://zoom.example.com'],
	])('and %s beside %s is refused', (origin, apiUrl) => {
		const given = `${origin}/ws?subscriptionId=${ID}`;
		expect(messageOf(() => socketAddress(given, appIn('custom', apiUrl)))).toMatch(
			/^Socket URL: .*the host and port of the credential's API URL/,
		);
	});
});
