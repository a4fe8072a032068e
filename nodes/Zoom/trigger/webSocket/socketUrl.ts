import { isZoomHost } from '../../transport/auth/environments';
import { refuse } from '../../values/inputError';
import { socketUrl } from '../parameters/fields';
import type { App } from '../subscription/app';

const SUBSCRIPTION_ID = /^[A-Za-z0-9_-]{16,64}$/;
const EXPECTED =
	'must be the endpoint URL that Zoom shows for the event subscription, such as wss://ws.zoom.us/ws?subscriptionId=…';

const ELSEWHERE =
	"must be a Zoom address that begins with wss://. In a custom environment, it must have the host and port of the credential's API URL, and wss:// if that URL has https://.";

/**
 * Where a subscription's events come from, without a token. The token goes there, so it has to be Zoom itself, or where a
 * custom environment has its API.
 * @param given the URL as Zoom shows it, or the subscription's ID
 * @throws InputError when it is neither
 */
export function socketAddress(given: string, app: Pick<App, 'environment' | 'apiUrl'>): URL {
	const labels = [socketUrl.displayName];
	if (given === '') return refuse(labels, `is required: ${EXPECTED.replace('must be ', '')}`);
	const { environment, apiUrl } = app;
	const isCustom = environment === 'custom';
	const isId = SUBSCRIPTION_ID.test(given) && !isCustom && environment !== 'zoomGov';
	const text = isId ? `wss://ws.zoom.us/ws?subscriptionId=${given}` : given;
	if (!URL.canParse(text)) return refuse(labels, EXPECTED);
	const url = new URL(text);
	const isComplete = (url.searchParams.get('subscriptionId') ?? '') !== '';
	if (!/^wss?:$/.test(url.protocol) || !isComplete) return refuse(labels, EXPECTED);
	const isZooms = url.protocol === 'wss:' && isZoomHost(url.hostname);
	if (!isZooms && !(isCustom && isBesideApi(url, new URL(apiUrl)))) {
		return refuse(labels, isCustom ? ELSEWHERE : EXPECTED);
	}
	url.searchParams.delete('access_token');
	Object.assign(url, { username: '', password: '', hash: '' });
	return url;
}

const isBesideApi = (socket: URL, api: URL) =>
	socket.hostname === api.hostname &&
	portOf(socket) === portOf(api) &&
	(socket.protocol === 'wss:' || api.protocol === 'http:');

const SECURE: readonly string[] = ['https:', 'wss:'];

/** The port, also where it goes without saying. */
const portOf = ({ port, protocol }: URL) =>
	port !== '' ? port : SECURE.includes(protocol) ? '443' : '80';
