import { encryptedToken, signature } from './signing';

describe('signing', () => {
	// Computed with `openssl dgst -sha256 -hmac`.
	it('is an HMAC over version, time and body', () => {
		expect(signature('s3cret', '1739923528', '{"event":"meeting.started"}')).toBe(
			'v0=ef197c15af18a28137eaf1e1bcf092379935296339d5ff81d3c099c0e25dcd70',
		);
	});

	it('covers the bytes as they are, whatever they are', () => {
		expect(signature('s3cret', '1739923528', '{"topic":"Jahresrückblick 🎉", "n": 1.0}')).toBe(
			'v0=b6ea48f91b3ae45901b0f0b12350e42b90a58832fc280c31d69a46d536903e82',
		);
	});

	it('of a plain token is what a webhook has to answer', () => {
		expect(encryptedToken('s3cret', 'qgg8vlvZRS6UYooatFL8Aw')).toBe(
			'f54f2d5fee8f181aab8371bada7fed9bb675eae464f18ed4fb91715244b58ef4',
		);
	});

	it('of a plain token made for it would be the signature of an event', () => {
		const body = '{"event":"meeting.started"}';
		expect(`v0=${encryptedToken('s3cret', `v0:1739923528:${body}`)}`).toBe(
			signature('s3cret', '1739923528', body),
		);
	});
});
