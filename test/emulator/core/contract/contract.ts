import facts from './contract.json';

/** What Zoom's documents say about one value: its type and bounds, and the values inside it. */
export interface Shape {
	type: 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array' | 'any';
	enum?: (string | number)[];
	/** The string is a comma-separated list whose members come from `enum`. */
	list?: true;
	/** The value is a meeting or webinar UUID, or may be one where an ID is expected. */
	uuid?: true;
	format?: string;
	min?: number;
	max?: number;
	minLength?: number;
	maxLength?: number;
	minItems?: number;
	maxItems?: number;
	required?: string[];
	properties?: Record<string, Shape>;
	items?: Shape;
}

/** The four rate-limit labels, as they stand in `x-ratelimit-category`. */
export type Label = 'Light' | 'Medium' | 'Heavy' | 'Resource-intensive';

/** The facts about one route of Zoom's REST API. */
export interface Route {
	method: string;
	path: string;
	operationId: string;
	granular: readonly string[];
	classic: readonly string[];
	/** One operation has none in any of Zoom's documents. */
	label?: Label;
	paging: 'none' | 'token' | 'page' | 'token+page';
	maxPageSize?: number;
	success: number;
	/** The `code` in the body of a per-second refusal, where Zoom documents one of its own. */
	perSecondCode?: number;
	params: Record<string, Shape>;
	query: Record<string, Shape>;
	requiredQuery?: string[];
	body?: Shape;
	/** Set when the body is not JSON. */
	bodyType?: string;
	/** Set where it is not known what the query may hold, so that anything is taken. */
	open?: true;
	/** How a token without the scope is refused, where it is not as usual. */
	scopeError?: { code: number; unescaped?: true };
}

/** Every route Zoom documents for the operations people automate, handled here or not. */
export const contract = facts as unknown as Route[];
