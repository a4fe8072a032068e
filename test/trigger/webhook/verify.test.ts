import { createHmac } from 'node:crypto';
import type { SignedRequest } from '../../../nodes/Zoom/trigger/webhook/verify';
import { isGenuine, staleness, validationAnswer } from '../../../nodes/Zoom/trigger/webhook/verify';

const SECRET = 'aSecretToken_123';
const TEXT =
	'{"event":"meeting.started","event_ts":1626230691572,"payload":{"account_id":"AAAAAABBBB","object":{"topic":"Grüße 👋","id":"1234567890","duration":60.0}}}';
// printf 'v0:1739923528:%s' "$TEXT" | openssl dgst -sha256 -hmac aSecretToken_123
const SIGNATURE = 'v0=f52ef988a918bd0e22847fa19fd8346a225ed75f55edea9e834b85c97e43fd07';

const request = (more: Partial<SignedRequest> = {}): SignedRequest => ({
	rawBody: Buffer.from(TEXT),
	signature: SIGNATURE,
	timestamp: '1739923528',
	...more,
});

const flipped = (text: string, at: number) =>
	text.slice(0, at) + (text[at] === '0' ? '1' : '0') + text.slice(at + 1);

describe('A signature', () => {
	test('that OpenSSL makes of the bytes is genuine', () => {
		expect(isGenuine(request(), SECRET)).toBe(true);
	});

	test('is not one of the same JSON written in another way', () => {
		const again = JSON.stringify(JSON.parse(TEXT));
		expect(again).not.toBe(TEXT);
		expect(isGenuine(request({ rawBody: Buffer.from(again) }), SECRET)).toBe(false);
	});

	test.each<[string, Partial<SignedRequest>]>([
		['one digit differs', { signature: flipped(SIGNATURE, 10) }],
		['it is cut short', { signature: SIGNATURE.slice(0, -1) }],
		['it goes on', { signature: `${SIGNATURE}0` }],
		['it is in capitals', { signature: SIGNATURE.toUpperCase() }],
		['it has no version', { signature: SIGNATURE.slice(3) }],
		['it is missing', { signature: '' }],
		['its letters are wider than a byte', { signature: 'ü'.repeat(SIGNATURE.length) }],
		['the time is another', { timestamp: '1739923529' }],
		['the time is missing', { timestamp: '' }],
		['the time is no number', { timestamp: 'NaN' }],
		['the time is more than a number', { timestamp: '1739923528:' }],
		['a byte of the body differs', { rawBody: Buffer.from(flipped(TEXT, 40)) }],
		['the body is missing', { rawBody: Buffer.alloc(0) }],
	])('is refused where %s', (_, more) => {
		expect(isGenuine(request(more), SECRET)).toBe(false);
	});

	test('is refused with another secret', () => {
		expect(isGenuine(request(), `${SECRET}4`)).toBe(false);
	});

	test('is refused without a secret, even if it was made without one', () => {
		const signature = `v0=${createHmac('sha256', '').update(`v0:1739923528:${TEXT}`).digest('hex')}`;
		expect(isGenuine(request({ signature }), '')).toBe(false);
	});
});

describe('The age of a delivery', () => {
	const now = Date.UTC(2026, 6, 5, 10);
	const signedAt = (seconds: number) => ({ timestamp: String(now / 1000 - seconds) });

	test.each([
		[0, 100, undefined],
		[100 * 60, 100, undefined],
		[100 * 60 + 1, 100, 6001],
		[85 * 60, 5, 5100],
		[-5 * 60, 100, undefined],
		[-5 * 60 - 1, 100, -301],
	])('%s s ago is, with at most %s minutes, %s', (seconds, minutes, expected) => {
		expect(staleness(signedAt(seconds), minutes * 60_000, now)).toBe(expected);
	});

	test('in milliseconds is in a far future', () => {
		expect(staleness({ timestamp: String(now) }, 100 * 60_000, now)).toBeLessThan(0);
	});
});

describe('The answer to the question about the address', () => {
	test('has the token and what OpenSSL makes of it', () => {
		// printf %s qgg8vlvZRS6UYooatFL8Aw | openssl dgst -sha256 -hmac aSecretToken_123
		expect(validationAnswer('qgg8vlvZRS6UYooatFL8Aw', SECRET)).toEqual({
			plainToken: 'qgg8vlvZRS6UYooatFL8Aw',
			encryptedToken: 'c32830154c772600090b0b0109376c0db6a31b52a0f8eb7ab2d98c03e87d9a45',
		});
	});

	test('is never the signature of an event', () => {
		const forged = 'v0:1739923528:{"event":"user.deleted","payload":{}}';
		const signature = createHmac('sha256', SECRET).update(forged).digest('hex');
		expect(
			isGenuine(
				request({
					rawBody: Buffer.from(forged.slice('v0:1739923528:'.length)),
					signature: `v0=${signature}`,
				}),
				SECRET,
			),
		).toBe(true);
		expect(validationAnswer(forged, SECRET)).toBeUndefined();
	});

	test.each([
		['v0:1739923528:'],
		['a:b'],
		['{"a":1}'],
		['a b'],
		['a\n'],
		['ä'],
		[''],
		['x'.repeat(129)],
		[undefined],
		[null],
		[42],
		[['qgg8vlvZRS6UYooatFL8Aw']],
		[{ toString: () => 'qgg8vlvZRS6UYooatFL8Aw' }],
	])('is not given for %j', (token) => {
		expect(validationAnswer(token, SECRET)).toBeUndefined();
	});
});
