import type { IDataObject } from 'n8n-workflow';
import type { RestOperation, ZoomRequest } from '../../../nodes/Zoom/registry/types';
import type { Schema } from '../../../spec/facts';
import type { RecordedRequest } from '../../emulator';
import type { CallSpec } from './zoomSpec';
import { readCallSpec } from './zoomSpec';

const specs = new Map<string, CallSpec>();

function specOf({ method, route }: RecordedRequest): CallSpec {
	const name = `${method} ${route}`;
	const spec = specs.get(name) ?? readCallSpec(name);
	specs.set(name, spec);
	return spec;
}

/** What a call that arrived has that Zoom's documents do not allow, in words. */
export function problemsOf(request: RecordedRequest): string[] {
	const spec = specOf(request);
	const { method, path, route, query, body, headers } = request;
	return spec.problemsOf({
		method: method as ZoomRequest['method'],
		// An ID that was encoded twice, once.
		path: path.replace(/^\/v2/, '').replaceAll('%25', '%'),
		query: typed(query, spec.query),
		...(headers['content-type']?.startsWith('application/json') && { body: body as IDataObject }),
		operation: { path: route } as RestOperation,
	});
}

/** The values of a query, which is all text, as what Zoom calls them. */
function typed(query: RecordedRequest['query'], { properties = {} }: Schema): IDataObject {
	const entries = Object.entries(query).map(([name, text]) => {
		const { type = 'string' } = properties[name] ?? {};
		const isText = type === 'string' || !/^(true|false|-?\d+)$/.test(String(text));
		return [name, isText ? text : JSON.parse(String(text))] as const;
	});
	return Object.fromEntries(entries) as IDataObject;
}
