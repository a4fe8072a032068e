import type { IDataObject } from 'n8n-workflow';
import { answerOf } from '../../../nodes/Zoom/execution/answer';
import type {
	Behavior,
	OperationContext,
	OperationRequest,
	RestOperation,
} from '../../../nodes/Zoom/registry/types';

const log: string[] = [];
const send = jest.fn<Promise<IDataObject>, Parameters<OperationContext['send']>>();
const list = jest.fn<Promise<IDataObject[]>, Parameters<OperationContext['list']>>();
const context = { send, list, limit: 2 } as Partial<OperationContext> as OperationContext;

beforeEach(() => {
	log.length = 0;
	send.mockReset().mockImplementation(async () => {
		log.push('sent');
		return await Promise.resolve({ id: 1 });
	});
	list.mockReset().mockResolvedValue([{ id: 1 }, { id: 2 }]);
});

const requestOf = (more: Partial<RestOperation>): OperationRequest => ({
	operation: {
		name: 'Create',
		value: 'create',
		action: 'Create a thing',
		description: 'Create a thing',
		method: 'POST',
		path: '/things',
		scopes: [],
		classicScopes: [],
		fields: [],
		...more,
	},
	method: 'POST',
	path: '/things',
	query: {},
	values: {},
});

const logged = (name: string): Behavior => ({
	around: async (call, next) => {
		log.push(`before ${name}`);
		const answer = await next(call);
		log.push(`after ${name}`);
		return { ...answer, [name]: true };
	},
});

test('Each behaviour wraps those before it, and what they answer is the item', async () => {
	const behaviors = [logged('inner'), { options: [] }, logged('outer')];
	const items = await answerOf(context, requestOf({ behaviors }));
	expect(log).toEqual(['before outer', 'before inner', 'sent', 'after inner', 'after outer']);
	expect(items).toEqual([{ json: { id: 1, inner: true, outer: true } }]);
});

test('A behaviour may answer without a call', async () => {
	const around = async () => await Promise.resolve({ id: 2 });
	const items = await answerOf(context, requestOf({ behaviors: [{ around }] }));
	expect(items).toEqual([{ json: { id: 2 } }]);
	expect(send).not.toHaveBeenCalled();
});

test('What a behaviour adds to the call is sent with it', async () => {
	const findMade = jest.fn();
	const adding: Behavior = { around: async (call, next) => await next({ ...call, findMade }) };
	const request = requestOf({ behaviors: [adding, logged('outer')] });
	await answerOf(context, request);
	expect(send.mock.calls).toEqual([[request, findMade]]);
});

test('The request that was prepared is sent as it is, once', async () => {
	const request = requestOf({});
	expect(await answerOf(context, request)).toEqual([{ json: { id: 1 } }]);
	expect(send.mock.calls).toEqual([[request, undefined]]);
});

test('An answer without members is told as success', async () => {
	send.mockResolvedValue({});
	expect(await answerOf(context, requestOf({}))).toEqual([{ json: { success: true } }]);
});

test('A list gives an item for each entry, as many as are wanted', async () => {
	const request = requestOf({ list: { key: 'things', paging: 'none' } });
	expect(await answerOf(context, request)).toEqual([{ json: { id: 1 } }, { json: { id: 2 } }]);
	expect(list.mock.calls).toEqual([[request, 2]]);
});
