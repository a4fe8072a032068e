import { NodeApiError, OperationalError } from 'n8n-workflow';
import { classifyError } from '../../../nodes/Zoom/transport/client/classifyError';
import { storageProblem } from '../../../nodes/Zoom/transport/download/storage';
import type { FailedCall } from '../../../nodes/Zoom/transport/response/failedCall';
import { create, errorOf, messageOf, node, refused } from '../../support/failures';

describe('What n8n gets', () => {
	// n8n has texts of its own for these words, and would show them instead.
	test.each([
		'EPERM: operation not permitted',
		'ECONNREFUSED by the topic',
		'ENOTFOUND',
		'ETIMEDOUT',
		'getaddrinfo EAI_AGAIN',
	])('the message as it is, even with %s in it', (said) => {
		expect(messageOf(refused(418, said))).toBe(`Zoom refused the call: ${said}`);
		expect(messageOf({ kind: 'notSent', message: said, transient: false })).toBe(said);
	});

	test('an API error of the node, with status, code, hint and tracking ID', () => {
		const outcome = refused(404, 'Meeting does not exist: 1.', {
			code: 3001,
			headers: { 'x-zm-trackingid': 'v=2.0;rid=WEB_1' },
		});
		const error = errorOf(outcome);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error.httpCode).toBe('404');
		expect(error.node).toBe(node);
		expect(error.context.data).toEqual({
			status: 404,
			code: 3001,
			hint: error.description,
			trackingId: 'v=2.0;rid=WEB_1',
		});
	});

	test('no details that there are not', () => {
		const error = errorOf({ kind: 'notSent', message: 'Not sent.', transient: true });
		expect(error.context.data).toEqual({});
		expect(error.httpCode).toBeNull();
	});
});

describe('No secret stands in an error', () => {
	const SECRET = 'S3cr3tV4lue';
	const JWT = `eyJhbGciOiJIUzI1NiJ9.eyJ1aWQiOiIxIn0.${SECRET}`;
	const spoken = [
		`access_token=${SECRET}`,
		`"refresh_token": "${SECRET}"`,
		`{"client_secret":"${SECRET},with more&${SECRET}"}`,
		`download_access_token=${SECRET}`,
		`accessToken: '${SECRET}'`,
		`zak=${SECRET}&x=1`,
		`Password: ${SECRET}`,
		`passcode = ${SECRET}`,
		`"h323_password":"${SECRET}"`,
		`Authorization: Bearer ${SECRET}.${SECRET}`,
		`Authorization: Basic ${SECRET}${SECRET}==`,
		`token ${JWT} is odd`,
		`https://us02web.zoom.us/s/81234567890?zak=${SECRET}`,
		`https://us02web.zoom.us/j/81234567890?pwd=${SECRET}`,
	];

	test.each(spoken)('not when Zoom says %s', (said) => {
		const tellings: FailedCall['outcome'][] = [
			refused(418, said),
			refused(400, `Only available for Paid account. ${said}`, { code: 200 }),
			refused(400, `No permission. ${said}`, { code: 200 }),
			refused(404, `Meeting does not exist: ${said}`),
			refused(400, `does not contain scopes ${said}`),
			refused(429, `daily rate limit (100) ${said}`),
			refused(400, '', { fields: [{ field: said, message: said }] }),
			classifyError(new Error(said), 'https://api.zoom.us/v2/users/me'),
			{ kind: 'storageFailure', message: storageProblem(new OperationalError(said))! },
		];
		for (const outcome of tellings) {
			const { message, description, context, cause, messages, stack } = errorOf(outcome);
			const told = JSON.stringify([message, description, context, cause, messages, stack]);
			expect(told).not.toContain(SECRET);
		}
	});

	test('ordinary words stay', () => {
		const said = 'The token is expired, and Basic users have no passcode. Password rules apply.';
		expect(messageOf(refused(418, said))).toBe(`Zoom refused the call: ${said}`);
	});

	test('what Zoom says is cut, and what is to be done stays', () => {
		const loss = { request: create, mayHaveHappened: true };
		const message = messageOf(refused(418, 'x'.repeat(5000)), loss);
		expect(message.length).toBeLessThan(700);
		expect(message).toMatch(/…\s+Zoom may have created it/);
	});
});
