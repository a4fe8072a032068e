import type { IDataObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { objectOf, objectsIn } from '../../json/json';
import type { Chunking } from '../../registry/paging';
import type { ZoomRequest } from '../../registry/types';
import type { Client } from './client';

/**
 * Sends a list in the body in as many calls as Zoom wants, one after the other, and puts the lists of the answers
 * together again.
 * @throws NodeApiError of the call that failed, which says how many entries went through before it and, in its details,
 * what Zoom answered of them
 */
export async function sendInChunks(
	client: Client,
	request: ZoomRequest,
	batch: Chunking,
): Promise<IDataObject> {
	const body = objectOf(request.body);
	const entries = objectsIn(body[batch.key]);
	const answers: IDataObject[] = [];
	for (let done = 0; done === 0 || done < entries.length; done += batch.size) {
		const part = { ...body, [batch.key]: entries.slice(done, done + batch.size) };
		try {
			answers.push(await client.send({ ...request, body: part }));
		} catch (error) {
			throw done > 0 && error instanceof NodeApiError
				? withProgress(error, { done, total: entries.length, answer: joined(answers, batch) })
				: error;
		}
	}
	return joined(answers, batch);
}

interface Progress {
	readonly done: number;
	readonly total: number;
	/** Of the calls before the one that failed, put together. */
	readonly answer: IDataObject;
}

function withProgress(error: NodeApiError, { done, total, answer }: Progress): NodeApiError {
	const end = /[.!?…]$/.test(error.message) ? '' : '.';
	error.message = `${error.message}${end} Zoom had already accepted the first ${done} of ${total} entries.`;
	const details = { ...objectOf(error.context.data), done: harmless(answer) };
	error.context = { ...error.context, data: details };
	return error;
}

// Personal links and codes have no place in an error.
const SECRET = /url|link|code|pin|password|token/i;

function harmless(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(harmless);
	if (typeof value !== 'object' || value === null) return value;
	const members = Object.entries(value).filter(([name]) => !SECRET.test(name));
	return Object.fromEntries(members.map(([name, member]) => [name, harmless(member)]));
}

function joined([first, ...others]: readonly IDataObject[], { answer }: Chunking): IDataObject {
	if (answer === undefined) return first;
	const parts = [first, ...others].map((entry) => entry[answer] ?? []);
	const isText = parts.some((part) => typeof part === 'string');
	const list = parts.flat().filter((part) => part !== '');
	return { ...first, [answer]: isText ? list.join(',') : list };
}
