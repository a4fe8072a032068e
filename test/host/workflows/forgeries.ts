import { createHash, createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { signature } from '../../emulator/events/delivery/signing';

/** A request to a webhook, to the byte. */
export interface Post {
	headers: Record<string, string>;
	body: Buffer;
}

/** What a forger knows: what goes over the wire, and secrets that are not the one. */
export interface Known {
	/** Only to sign what is then altered, or is too old. */
	secret: string;
	others: readonly string[];
	/** Seconds since 1970. */
	now: number;
}

const json = { 'content-type': 'application/json' };

/** An event as Zoom sends it. */
export function genuine(text: string, { secret, now }: Pick<Known, 'secret' | 'now'>): Post {
	return signed(text, signature(secret, String(now), text), String(now));
}

function signed(text: string | Buffer, value: string, timestamp: string, more = {}): Post {
	const headers = {
		...json,
		'x-zm-request-timestamp': timestamp,
		'x-zm-signature': value,
		...more,
	};
	return { headers, body: Buffer.from(text) };
}

type Forger = (text: string, known: Known, turn: number) => Post;

/** The ways to be refused, each of which makes another request each time it is taken. */
export const forgers: Readonly<Record<string, Forger>> = {
	'with no signature': (text, { now }) => ({
		headers: { ...json, 'x-zm-request-timestamp': String(now) },
		body: Buffer.from(text),
	}),
	'with no time': (text, { secret, now }) => ({
		headers: { ...json, 'x-zm-signature': signature(secret, String(now), text) },
		body: Buffer.from(text),
	}),
	'with neither': (text) => ({ headers: json, body: Buffer.from(text) }),
	'with an empty signature': (text, { now }) => signed(text, '', String(now)),
	'signed with another secret': (text, { others, now }, turn) =>
		genuine(text, { secret: others[turn % others.length], now }),
	'signed with a part of the secret': (text, { secret, now }, turn) =>
		genuine(text, { secret: secret.slice(0, turn % secret.length), now }),
	'signed with more than the secret': (text, { secret, now }) =>
		genuine(text, { secret: `${secret} `, now }),
	'with one bit of the signature altered': (text, known, turn) =>
		changed(text, known, (value) => flipped(value, 3 + (turn % 64))),
	'with one byte of the body altered': (text, known, turn) => {
		const post = genuine(text, known);
		post.body[turn % post.body.length] ^= 1 << turn % 7;
		return post;
	},
	'with a longer body': (text, known, turn) => ({
		...genuine(text, known),
		body: Buffer.from(`${text}${[' ', '\n', '\0', '}'][turn % 4]}`),
	}),
	'cut off': (text, known, turn) => ({
		...genuine(text, known),
		body: Buffer.from(text.slice(0, -1 - (turn % (text.length - 1)))),
	}),
	'with no body': (text, known) => ({ ...genuine(text, known), body: Buffer.alloc(0) }),
	'written in another way': (text, known, turn) => ({
		...genuine(text, known),
		body: Buffer.from(JSON.stringify(JSON.parse(text), null, 1 + (turn % 8))),
	}),
	'with a second event in front': (text, known) => ({
		...genuine(text, known),
		body: Buffer.from(text.replace('{', '{"event":"meeting.ended",')),
	}),
	'at another time': (text, known, turn) => {
		const post = genuine(text, known);
		const time = String(known.now + (turn % 2 ? -1 : 1) * (1 + turn));
		return { ...post, headers: { ...post.headers, 'x-zm-request-timestamp': time } };
	},
	'at a time that is none': (text, { secret }, turn) => {
		const time = ['', 'now', 'NaN', '-1', '1e9', '0x7fffffff', '1.5', '9'.repeat(20)][turn % 8];
		return signed(text, signature(secret, time, text), time);
	},
	'from long ago': (text, { secret, now }, turn) =>
		genuine(text, { secret, now: now - 101 * 60 - turn * 60 }),
	'from the future': (text, { secret, now }, turn) =>
		genuine(text, { secret, now: now + 6 * 60 + turn * 60 }),
	'in milliseconds': (text, { secret, now }) => genuine(text, { secret, now: now * 1000 }),
	'of another version': (text, known, turn) =>
		changed(text, known, (value) =>
			value.replace('v0=', ['v1=', 'V0=', '', 'v0:', 'v0=='][turn % 5]),
		),
	'in capitals': (text, known) =>
		changed(text, known, (value) => `v0=${value.slice(3).toUpperCase()}`),
	'signed in part': (text, known, turn) =>
		changed(text, known, (value) => value.slice(0, 3 + (turn % 64))),
	'signed twice': (text, known) => changed(text, known, (value) => `${value}, ${value}`),
	'with the body alone signed': (text, { secret, now }) =>
		signed(text, `v0=${hmac(secret, text)}`, String(now)),
	'signed in another order': (text, { secret, now }) =>
		signed(text, `v0=${hmac(secret, `v0:${text}:${now}`)}`, String(now)),
	'with a plain digest': (text, { secret, now }) =>
		signed(
			text,
			`v0=${createHash('sha256').update(`${secret}v0:${now}:${text}`).digest('hex')}`,
			String(now),
		),
	'with another digest': (text, { secret, now }) =>
		signed(
			text,
			`v0=${createHmac('sha1', secret).update(`v0:${now}:${text}`).digest('hex')}`,
			String(now),
		),
	'under another type': (text, { others, now }, turn) => {
		const { headers, body } = genuine(text, { secret: others[0], now });
		const types = [
			'text/plain',
			'application/x-www-form-urlencoded',
			'multipart/form-data; boundary=x',
			'application/xml',
			'application/octet-stream',
			'application/json; charset=utf-16',
		];
		return { headers: { ...headers, 'content-type': types[turn % types.length] }, body };
	},
	'packed, where the plain text is signed with another secret': (text, { others, now }) => {
		const { headers, body } = genuine(text, { secret: others[0], now });
		return { headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync(body) };
	},
	'that asks to be believed': (text, { now }) =>
		signed(text, 'v0=', String(now), { 'x-zm-verified': 'true', 'x-forwarded-for': '127.0.0.1' }),
	'that validates an address': (_text, { others, now }, turn) => {
		const payload = { plainToken: `Token-${turn}` };
		const text = JSON.stringify({
			event: 'endpoint.url_validation',
			payload,
			event_ts: now * 1000,
		});
		return genuine(text, { secret: others[turn % others.length], now });
	},
};

function changed(text: string, known: Known, change: (value: string) => string): Post {
	const { headers, body } = genuine(text, known);
	const value = change(headers['x-zm-signature']);
	return { headers: { ...headers, 'x-zm-signature': value }, body };
}

function flipped(value: string, at: number): string {
	const digit = (Number.parseInt(value[at], 16) ^ 1).toString(16);
	return value.slice(0, at) + digit + value.slice(at + 1);
}

const hmac = (secret: string, text: string) =>
	createHmac('sha256', secret).update(text).digest('hex');
