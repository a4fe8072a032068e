import type { Handler } from '../context';
import type { Route } from '../contract/contract';
import { notRecognized, ZoomError } from './answers';

/** A route and the values in its path. */
export interface Match {
	route: Route;
	params: Record<string, string>;
}

/** Finds the route of a call; routes without a handler count as unknown. */
export class Router {
	private readonly routes: Route[];

	constructor(
		routes: Route[],
		private readonly handlers: Record<string, Handler>,
	) {
		this.routes = routes
			.filter((route) => route.operationId in handlers)
			// A literal segment such as `me` wins over a value in its place.
			.sort((a, b) => a.path.split('{').length - b.path.split('{').length);
	}

	/** The route for a method and a path below /v2, still percent-encoded. */
	find(method: string, path: string): Match | undefined {
		const segments = path.replace(/\/{2,}/g, '/').split('/');
		for (const route of this.routes) {
			const params = route.method === method && read(route, segments);
			if (params) return { route, params };
		}
		return undefined;
	}

	handler(route: Route): Handler {
		return this.handlers[route.operationId];
	}
}

const invalidIds: Record<string, string | undefined> = {
	meetingId: 'Invalid meeting ID.',
	webinarId: 'Invalid webinar ID.',
};

/** Refuses a path value that is no ID where Zoom takes nothing else. */
export function checkParams({ route, params }: Match): void {
	for (const [name, shape] of Object.entries(route.params)) {
		const message = invalidIds[name];
		const number = shape.type === 'integer' || message !== undefined;
		if (!number || shape.uuid || /^\d+$/.test(params[name])) continue;
		throw message === undefined ? notRecognized() : new ZoomError(400, 300, message);
	}
}

function read(route: Route, segments: string[]): Record<string, string> | undefined {
	const template = route.path.split('/');
	if (template.length !== segments.length) return undefined;
	const params: Record<string, string> = {};
	for (const [index, part] of template.entries()) {
		const name = /^\{(.+)\}$/.exec(part)?.[1];
		if (!name) {
			if (part !== segments[index]) return undefined;
			continue;
		}
		const value = decode(segments[index], route.params[name]?.uuid);
		if (!value) return undefined;
		params[name] = value;
	}
	return params;
}

/** Reads a path value as Zoom does: once, and a UUID with awkward slashes only if encoded twice. */
function decode(segment: string, uuid: true | undefined): string | undefined {
	const once = decodeOnce(segment);
	if (!uuid || once === undefined) return once;
	const twice = decodeOnce(once);
	if (twice !== undefined && needsTwice(twice) && once !== twice) return twice;
	// Encoded once, its slashes reach Zoom's own routing, which eats them.
	return needsTwice(once) ? once.replace(/\/{2,}/g, '/').replace(/^\//, '') : once;
}

function needsTwice(uuid: string): boolean {
	return uuid.startsWith('/') || uuid.includes('//');
}

function decodeOnce(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}
