import type { Download } from '../../../nodes/Zoom/registry/files';
import type { RestOperation } from '../../../nodes/Zoom/registry/types';
import { download } from '../../../nodes/Zoom/transport/download/download';

const operation = { path: '/files', method: 'GET' } as RestOperation;

/** Fetches a file with a stub of n8n, and tells with what it was asked for. */
async function passFor(file: Download): Promise<string> {
	const seen: string[] = [];
	const answer = { statusCode: 200, headers: {}, body: Buffer.from('a file') };
	const httpRequest = async ({ headers }: { headers?: { Authorization: string } }) => {
		seen.push(headers?.Authorization ?? 'nothing');
		return await Promise.resolve(answer);
	};
	const httpRequestWithAuthentication = async () => {
		seen.push('access token');
		return await Promise.resolve(answer);
	};
	const caller = {
		helpers: { httpRequest, httpRequestWithAuthentication },
		getExecutionCancelSignal: () => undefined,
	};
	const connection = {
		account: 'A',
		apiUrl: 'https://api.zoom.us',
		credentialType: 'x',
		tokenExpiresAt: Infinity,
	};
	const options = { retry: { mode: 'none' }, timeout: 1 };
	const keep = async () => await Promise.resolve({ value: undefined });
	await download({ caller, connection, options } as never, { file, operation, keep });
	return seen.join();
}

const askToken = async () => await Promise.resolve('token of the recording');

test.each<[string, Partial<Download>, string]>([
	['https://us02web.zoom.us/rec/download/x', {}, 'access token'],
	['https://us02web.zoom.us/rec/download/x', { askToken }, 'access token'],
	['https://example.zoom.com/rec/download/x', {}, 'access token'],
	['https://uni-example.zoom-x.de/rec/download/x', {}, 'nothing'],
	['https://uni-example.zoom-x.de/rec/download/x', { askToken }, 'Bearer token of the recording'],
	['https://uni-example.zoom-x.de/rec/download/x', { token: 'event' }, 'Bearer event'],
	['https://example.zoom.com.cn/rec/download/x', {}, 'nothing'],
])('A file at %s is asked for with what may go there (%j): %s', async (url, more, pass) => {
	expect(await passFor({ url, ...more })).toBe(pass);
});
