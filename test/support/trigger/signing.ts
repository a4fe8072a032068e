import { createHmac } from 'node:crypto';
import { clock as nodeClock } from '../../../nodes/Zoom/transport/sync/clock';
import { SECRET } from './triggerCredentials';
import type { Delivery } from './triggerEngine';

/** A delivery of bytes, signed as Zoom signs. */
export function signedBytes(
	rawBody: Buffer,
	{ secret = SECRET, at = nodeClock.now(), headers = {} }: Partial<Signed> = {},
): Delivery {
	const timestamp = String(Math.floor(at / 1000));
	const signature = createHmac('sha256', secret)
		.update(Buffer.concat([Buffer.from(`v0:${timestamp}:`), rawBody]))
		.digest('hex');
	return {
		rawBody,
		headers: {
			'x-zm-signature': `v0=${signature}`,
			'x-zm-request-timestamp': timestamp,
			...headers,
		},
	};
}

interface Signed {
	readonly secret: string;
	/** Milliseconds since 1970. */
	readonly at: number;
	readonly headers: Record<string, string>;
}

/** A delivery of JSON, signed as Zoom signs. */
export const signedDelivery = (body: unknown, more?: Partial<Signed>): Delivery =>
	signedBytes(Buffer.from(JSON.stringify(body)), more);
