import type { IncomingMessage } from 'node:http';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';

/** What is posted, where, and how long the answer may take. */
export interface Post {
	url: string;
	headers: Record<string, string>;
	body: string;
	timeoutMs: number;
	insecureTls: boolean;
	signal: AbortSignal;
}

/** What came of it: a status, or why there is none. */
export interface Outcome {
	status: number;
	answer: string;
	error?: string;
}

const longestAnswer = 64 * 1024;

/** What Zoom enters in place of a status where no answer came. */
const transportCodes: Record<string, number | undefined> = {
	TIMEOUT: -1,
	ECONNREFUSED: -2,
	ENOTFOUND: -13,
	EAI_AGAIN: -13,
};

/** Posts a body as it is, and waits for the whole answer; redirects are not followed. */
export async function post({ url, headers, body, ...how }: Post): Promise<Outcome> {
	const bytes = Buffer.from(body);
	const open = url.startsWith('https:') ? requestSecure : requestPlain;
	const deadline = AbortSignal.timeout(how.timeoutMs);
	try {
		return await new Promise<Outcome>((resolve, reject) => {
			const request = open(url, {
				method: 'POST',
				agent: false,
				headers: { ...headers, 'content-length': bytes.length },
				rejectUnauthorized: !how.insecureTls,
				signal: AbortSignal.any([deadline, how.signal]),
			});
			request.once('error', reject);
			request.once('response', (response) => {
				read(response).then(
					(answer) => resolve({ status: response.statusCode ?? 0, answer }),
					reject,
				);
			});
			request.end(bytes);
		});
	} catch (failure) {
		const error = deadline.aborted ? 'TIMEOUT' : codeOf(failure);
		return { status: transportCodes[error] ?? 0, answer: '', error };
	}
}

async function read(response: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of response) {
		length += (chunk as Buffer).length;
		if (length <= longestAnswer) chunks.push(chunk as Buffer);
	}
	return Buffer.concat(chunks).toString();
}

function codeOf(failure: unknown): string {
	const { code, message } = failure as NodeJS.ErrnoException;
	return code ?? message;
}
