import type { ILoadOptionsFunctions, INode } from 'n8n-workflow';
import * as n8n from 'n8n-workflow';

const node = { name: 'Zoom', type: 'n8n-nodes-zoom.zoom' } as INode;
const NEEDED = 'The Zoom node needs n8n 2.35.3 or later';

/** Loads modules on an n8n that lacks some of what n8n-workflow exports today. */
function onN8nWithout<T>(names: string[], load: () => T): T {
	jest.doMock('n8n-workflow', () => ({
		...n8n,
		...Object.fromEntries(names.map((name) => [name, undefined])),
	}));
	let loaded: T;
	jest.isolateModules(() => {
		loaded = load();
	});
	jest.dontMock('n8n-workflow');
	return loaded!;
}

const check = (names: string[]) => {
	type Module = typeof import('../../../nodes/Zoom/host/hostVersion');
	const path = '../../../nodes/Zoom/host/hostVersion';
	const { requireSupportedN8n } = onN8nWithout(names, () => jest.requireActual<Module>(path));
	return () => requireSupportedN8n(node);
};

/** What n8n-workflow exports since 2.35.0, and 2.34 did not. */
const NEW = ['NodeVersionNotFoundError', 'webhookDescriptionFields'];

test('The n8n this node was made for is accepted', () => {
	expect(check([])).not.toThrow();
});

test('A later n8n that drops one of the names the version is told by is accepted', () => {
	for (const name of NEW) expect(check([name])).not.toThrow();
});

test('An n8n that sends failed items to the success output is refused with the version that is needed', () => {
	expect(check(NEW)).toThrow(NEEDED);
});

test('Every list of the editor says so, before anybody has built a workflow', async () => {
	const [zoom, trigger] = onN8nWithout(NEW, () => {
		const { Zoom } = jest.requireActual<typeof import('../../../nodes/Zoom/Zoom.node')>(
			'../../../nodes/Zoom/Zoom.node',
		);
		const { ZoomTrigger } = jest.requireActual<
			typeof import('../../../nodes/Zoom/ZoomTrigger.node')
		>('../../../nodes/Zoom/ZoomTrigger.node');
		return [new Zoom(), new ZoomTrigger()] as const;
	});
	const editor = { getNode: () => node } as ILoadOptionsFunctions;
	const methods = [...Object.values(zoom.methods), ...Object.values(trigger.methods)]
		.flatMap((kind): [string, (this: ILoadOptionsFunctions) => Promise<unknown>][] =>
			Object.entries(kind),
		)
		.map(([name, method]) => [name, method.call(editor)] as const);
	expect(methods.map(([name]) => name)).toEqual(
		expect.arrayContaining(['searchMeetings', 'getTimezones', 'getParameters', 'getEvents']),
	);
	for (const [, told] of methods) await expect(told).rejects.toThrow(NEEDED);
});
