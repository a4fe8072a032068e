import type { INode } from 'n8n-workflow';
import * as n8n from 'n8n-workflow';
import { requireSupportedN8n } from '../nodes/Zoom/hostVersion';

const node = { name: 'Zoom', type: 'n8n-nodes-zoom.zoom' } as INode;

afterEach(() => {
	jest.restoreAllMocks();
});

test('The n8n this node was made for is accepted', () => {
	expect(() => requireSupportedN8n(node)).not.toThrow();
});

test('An n8n whose pauses cannot be cancelled is refused with the version that is needed', () => {
	jest.doMock('n8n-workflow', () => ({
		...n8n,
		// As n8n-workflow had it before 2.34.
		sleep: async (milliseconds: number) => {
			await new Promise((resolve) => setTimeout(resolve, milliseconds));
		},
	}));
	jest.isolateModules(() => {
		const { requireSupportedN8n: check } = jest.requireActual<
			typeof import('../nodes/Zoom/hostVersion')
		>('../nodes/Zoom/hostVersion');
		expect(() => check(node)).toThrow('The Zoom node needs n8n 2.34.0 or later');
	});
	jest.dontMock('n8n-workflow');
});
