import { createHmac } from 'node:crypto';

/** The value of `x-zm-signature` for a body sent at a time, in seconds. */
export function signature(secretToken: string, timestamp: string, body: string): string {
	return `v0=${hmac(secretToken, `v0:${timestamp}:${body}`)}`;
}

/** What a webhook has to answer to a `plainToken`. */
export function encryptedToken(secretToken: string, plainToken: string): string {
	return hmac(secretToken, plainToken);
}

function hmac(key: string, text: string): string {
	return createHmac('sha256', key).update(text).digest('hex');
}
