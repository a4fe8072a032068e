import type { IDataObject, INode } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import type { Chunking } from '../../../nodes/Zoom/registry/paging';
import type { ZoomRequest } from '../../../nodes/Zoom/registry/types';
import { sendInChunks } from '../../../nodes/Zoom/transport/client/chunks';
import { restOperation } from '../../support/registry/registry';

const batch: Chunking = { key: 'people', size: 30, answer: 'made' };
const people = Array.from({ length: 70 }, (_, number) => ({ number }));
const request = (body: IDataObject): ZoomRequest => ({
	operation: restOperation('meeting.create'),
	method: 'POST',
	path: '/people',
	query: { notify: true },
	body,
});
const node = { name: 'Zoom' } as INode;

const sent: IDataObject[] = [];
const send = jest.fn(async ({ body = {} }: ZoomRequest) => {
	sent.push(body);
	const made = (body.people as IDataObject[]).map(({ number }) => ({ id: number }));
	return await Promise.resolve({ host: 'one', made });
});
beforeEach(() => {
	sent.length = 0;
	send.mockClear();
});

test('A long list goes in parts, and the answers come together in order', async () => {
	const answer = await sendInChunks({ send }, request({ confirm: true, people }), batch);
	expect(sent.map((body) => (body.people as unknown[]).length)).toEqual([30, 30, 10]);
	expect(sent.every(({ confirm }) => confirm === true)).toBe(true);
	expect(answer).toEqual({ host: 'one', made: people.map(({ number }) => ({ id: number })) });
});

test.each([0, 1, 30])('A list of %d goes in one call', async (length) => {
	await sendInChunks({ send }, request({ people: people.slice(0, length) }), batch);
	expect(send).toHaveBeenCalledTimes(1);
});

test('Where Zoom answers nothing, nothing is answered', async () => {
	const silent = jest.fn(async () => await Promise.resolve({}));
	const { answer, ...quiet } = batch;
	expect(answer).toBeDefined();
	expect(await sendInChunks({ send: silent }, request({ people }), quiet)).toEqual({});
	expect(silent).toHaveBeenCalledTimes(3);
});

test('Answers of text with commas come together as one', async () => {
	const names = ['1,2', '3'];
	const send = jest.fn(async () => await Promise.resolve({ at: 'noon', ids: names.shift() }));
	const answer = await sendInChunks({ send }, request({ people: people.slice(0, 40) }), {
		...batch,
		answer: 'ids',
	});
	expect(answer).toEqual({ at: 'noon', ids: '1,2,3' });
});

test('What failed half-way says how much Zoom had accepted', async () => {
	const made = { id: 7, join_url: 'https://zoom.us/w/1?tk=secret', participant_pin_code: 380303 };
	const host = { host: 'one', made: [made as { id: number }] };
	send.mockImplementationOnce(async () => await Promise.resolve(host));
	send.mockImplementationOnce(async () => {
		return await Promise.reject(new NodeApiError(node, {}, { message: 'Zoom is out' }));
	});
	await expect(sendInChunks({ send }, request({ people }), batch)).rejects.toMatchObject({
		message: 'Zoom is out. Zoom had already accepted the first 30 of 70 entries.',
		context: { data: { done: { host: 'one', made: [{ id: 7 }] } } },
	});
	expect(send).toHaveBeenCalledTimes(2);
});

test('What failed at once says what happened, and no more', async () => {
	send.mockImplementationOnce(async () => {
		return await Promise.reject(new NodeApiError(node, {}, { message: 'Zoom is out' }));
	});
	await expect(sendInChunks({ send }, request({ people }), batch)).rejects.toThrow(/^Zoom is out$/);
});

test('What Zoom answers as text with commas stays so, with any entry left out', async () => {
	const answers = ['a,b', '', undefined, 'c'];
	const telling = jest.fn(async () => await Promise.resolve({ ids: answers.shift() }));
	const many = Array.from({ length: 100 }, (_, number) => ({ number }));
	const ids = { ...batch, answer: 'ids' };
	const answer = await sendInChunks({ send: telling as never }, request({ people: many }), ids);
	expect(answer).toEqual({ ids: 'a,b,c' });
});
