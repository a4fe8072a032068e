/** A call the emulator got, and the status it answered with. */
export interface RecordedRequest {
	method: string;
	/** Without the query, as it arrived (still percent-encoded). */
	path: string;
	url: string;
	query: Record<string, string | string[]>;
	headers: Record<string, string>;
	/** Parsed where it is JSON or a form, else the text; undefined when empty. */
	body: unknown;
	/** Zero until an answer went out, and for good when none did. */
	status: number;
	/** Status that the work answered, whatever a fault made of the answer; absent where none was done. */
	workStatus?: number;
	/** The template in Zoom's documents, such as `/users/{userId}/meetings`. */
	route?: string;
	at: number;
}

/** Every call to the emulator but those to its control endpoints, oldest first. */
export class RequestLog extends Array<RecordedRequest> {
	/** The calls to one route (`POST /v2/users/{userId}/meetings`) or concrete path (`POST /oauth/token`). */
	to(pattern: string): RecordedRequest[] {
		return [...this].filter((request) => matches(request, pattern));
	}

	reset(): void {
		this.length = 0;
	}
}

/** Whether a call is what a pattern names: a method and a route or path, `*` standing for anything. */
export function matches(request: RecordedRequest, pattern: string): boolean {
	const form = pattern.includes(' ') ? pattern : `* ${pattern}`;
	const parts = form.split('*');
	return names(request).some((name) => consistsOf(name, parts));
}

/** A call's method and path, and its method and route. */
export function names({ method, path, route }: RecordedRequest): string[] {
	return [`${method} ${path}`, ...(route ? [`${method} /v2${route}`] : [])];
}

/** Whether a text is these parts in their order, with anything between them. */
function consistsOf(text: string, [first, ...others]: string[]): boolean {
	const last = others.pop();
	if (last === undefined) return text === first;
	if (!text.startsWith(first)) return false;
	let from = first.length;
	for (const part of others) {
		const at = text.indexOf(part, from);
		if (at < 0) return false;
		from = at + part.length;
	}
	return text.length - last.length >= from && text.endsWith(last);
}
