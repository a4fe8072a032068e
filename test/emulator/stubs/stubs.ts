import { readEndpoint } from '../../../spec/read';
import type { Call, Handler } from '../core/context';
import type { Route } from '../core/contract/contract';
import { userOf } from '../oauth/access';
import { sampleOf } from './sample';

/**
 * What routes do that have no handler of their own yet: they answer what Zoom's documents allow, and keep nothing. All
 * that is checked before a handler is called, from the token to the body, is checked here, too.
 */
export const stubsOf = (routes: readonly Route[]): Record<string, Handler> =>
	Object.fromEntries(routes.map(({ operationId }) => [operationId, stub]));

function stub(call: Call): unknown {
	if (call.route.params.userId) userOf(call);
	return stubAnswer(`${call.route.method} ${call.route.path}`);
}

/** The answer to an endpoint without what anybody stored; undefined where Zoom answers nothing but a status. */
export function stubAnswer(endpoint: string): unknown {
	const [schema] = Object.values(readEndpoint(endpoint).shape?.answers ?? {});
	return schema ? sampleOf(schema) : undefined;
}
