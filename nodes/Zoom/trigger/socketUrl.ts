import { refuse } from '../inputError';
import { isZoomHost } from '../transport/hosts';
import { socketUrl } from './fields';

const SUBSCRIPTION_ID = /^[A-Za-z0-9_-]{16,64}$/;
const EXPECTED =
	'must be the endpoint URL that Zoom shows for the event subscription, such as wss://ws.zoom.us/ws?subscriptionId=…';

/**
 * Where a subscription's events come from, without a token. The token goes there, so it has to be Zoom itself, except
 * for a custom environment.
 * @param given the URL as Zoom shows it, or the subscription's ID
 * @throws InputError when it is neither
 */
export function socketAddress(given: string, environment: unknown): URL {
	const labels = [socketUrl.displayName];
	if (given === '') return refuse(labels, `is required: ${EXPECTED.replace('must be ', '')}`);
	const isCustom = environment === 'custom';
	const isId = SUBSCRIPTION_ID.test(given) && !isCustom && environment !== 'zoomGov';
	const text = isId ? `wss://ws.zoom.us/ws?subscriptionId=${given}` : given;
	if (!URL.canParse(text)) return refuse(labels, EXPECTED);
	const url = new URL(text);
	const isSafe = url.protocol === 'wss:' && isZoomHost(url.hostname);
	const isFit = isSafe || (isCustom && /^wss?:$/.test(url.protocol));
	if (!isFit || (url.searchParams.get('subscriptionId') ?? '') === '') {
		return refuse(labels, EXPECTED);
	}
	url.searchParams.delete('access_token');
	url.hash = '';
	return url;
}
