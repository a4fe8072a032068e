import { socketAddress } from '../../nodes/Zoom/trigger/socketUrl';
import { messageOf } from '../support/registry';

const ID = 'aBcD1234efGH5678ijKL90';

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
	[
		`ws://127.0.0.1:4100/ws?subscriptionId=${ID}`,
		'custom',
		`ws://127.0.0.1:4100/ws?subscriptionId=${ID}`,
	],
	[
		`wss://proxy.example.com/ws?subscriptionId=${ID}`,
		'custom',
		`wss://proxy.example.com/ws?subscriptionId=${ID}`,
	],
])('%s in environment %s is %s', (given, environment, expected) => {
	expect(socketAddress(given, environment).href).toBe(expected);
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
	['short', 'zoom'],
	['two words and more words', 'zoom'],
])('%s in environment %s is refused', (given, environment) => {
	expect(messageOf(() => socketAddress(given, environment))).toMatch(
		/^Socket URL: .*the endpoint URL that Zoom shows for the event subscription, such as wss:/,
	);
});
