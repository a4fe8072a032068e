import type { SocketFault } from '../../webSocket/sockets';
import type { RecordedRequest } from '../http/requests';
import { matches, names } from '../http/requests';
import type { LimitKind } from '../limits/limits';

/** Something that goes wrong on demand, for the calls that match. */
export interface Fault {
	/** A method with a route or a path, `*` for anything: `POST /v2/users/{userId}/meetings`. */
	match: string | RegExp | ((request: RecordedRequest) => boolean);
	/** How many calls it hits; 1 unless told, `Infinity` for all. */
	times?: number;
	/** How many matching calls it lets pass first. */
	skip?: number;
	/** Answers this, with `headers` and `body`, and does not do the work unless `afterWork`. */
	status?: number;
	headers?: Record<string, string>;
	body?: unknown;
	afterWork?: boolean;
	/** Answers as always, but later (real milliseconds). */
	delayMs?: number;
	/** Answers as always, but not before something has happened; in a test only. */
	hold?: Promise<unknown>;
	/** Does the work and sends the body byte by byte, with so many real milliseconds between two. */
	dripMs?: number;
	/** Destroys the connection before or after doing the work. */
	reset?: 'before' | 'after';
	/** Never answers, or does the work and stops in the middle of the body. */
	hang?: 'headers' | 'body';
	/** Does the work and closes the connection in the middle of the body. */
	truncate?: true;
	/** Answers an HTML page, with `status` (502 unless told). */
	html?: true;
	/** Refuses as the hosts of files do, with `status` (200 unless told) and `headers`. */
	forbidden?: true;
	/** Answers with `status` (404 unless told) and a body that never ends, which may be packed as gzip. */
	endless?: true | 'packed';
	/** Does the work and answers 200 with JSON that stops in the middle. */
	malformedJson?: true;
	/** Answers 200 with an error in the body. */
	okError?: { code: number; message: string };
	/** Refuses as one of Zoom's four limits, with a `Retry-After` of one's own where given. */
	limit?: LimitKind;
	retryAfter?: string;
	/** Answers that the token has expired, and from then on it has. */
	expireToken?: true;
	/** Of a call for a socket: opens it and refuses in words, or never speaks again, or cuts it. */
	socket?: SocketFault;
}

const kinds = [
	'status',
	'delayMs',
	'hold',
	'dripMs',
	'reset',
	'hang',
	'truncate',
	'html',
	'forbidden',
	'endless',
	'malformedJson',
	'okError',
	'limit',
	'expireToken',
	'socket',
] as const;

/** The faults still to come, in the order they were added. */
export class Faults {
	private waiting: (Fault & { times: number; skip: number })[] = [];

	get list(): readonly Fault[] {
		return this.waiting;
	}

	add(fault: Fault): void {
		const given = kinds.filter((kind) => fault[kind] !== undefined);
		const hasStatus = fault.html ?? fault.forbidden ?? Boolean(fault.endless);
		const one = hasStatus ? given.filter((kind) => kind !== 'status') : given;
		if (one.length !== 1)
			throw new Error(
				`A fault is exactly one of ${kinds.join(', ')}; this one has ${one.join(' and ') || 'none'}`,
			);
		this.waiting.push({ ...fault, times: fault.times ?? 1, skip: fault.skip ?? 0 });
	}

	clear(): void {
		this.waiting = [];
	}

	/** The fault that hits this call, if any; it is used up by that. */
	take(request: RecordedRequest): Fault | undefined {
		for (const fault of this.waiting) {
			if (!hits(fault, request)) continue;
			if (fault.skip > 0) {
				fault.skip--;
				continue;
			}
			fault.times--;
			if (fault.times <= 0) this.waiting = this.waiting.filter((entry) => entry !== fault);
			return fault;
		}
		return undefined;
	}
}

/** A fault as it comes over HTTP: `match` may be `/an expression/`, `times` may be `"always"`. */
export function faultFromJson(json: unknown): Fault {
	if (typeof json !== 'object' || json === null) throw new Error('A fault is a JSON object');
	const { match, times, ...rest } = json as Record<string, unknown>;
	if (typeof match !== 'string') throw new Error('A fault needs a `match` text');
	const expression = /^\/(.+)\/([a-z]*)$/.exec(match);
	return {
		...rest,
		match: expression ? new RegExp(expression[1], expression[2]) : match,
		times: times === 'always' ? Infinity : (times as number | undefined),
	};
}

function hits({ match }: Fault, request: RecordedRequest): boolean {
	if (typeof match === 'string') return matches(request, match);
	if (typeof match === 'function') return match(request);
	return names(request).some((name) => match.test(name));
}
