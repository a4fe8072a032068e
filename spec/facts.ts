/** What Zoom says of a value: its type, its bounds, what is in it. A part of JSON Schema, as OpenAPI 3 has it. */
export interface Schema {
	readonly type?: string;
	readonly format?: string;
	readonly nullable?: boolean;
	readonly deprecated?: boolean;
	readonly enum?: readonly unknown[];
	readonly pattern?: string;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly minLength?: number;
	readonly maxLength?: number;
	readonly minItems?: number;
	readonly maxItems?: number;
	readonly uniqueItems?: boolean;
	readonly required?: readonly string[];
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly additionalProperties?: boolean | Schema;
	readonly items?: Schema;
	readonly allOf?: readonly Schema[];
	readonly anyOf?: readonly Schema[];
	readonly oneOf?: readonly Schema[];
}

/** A parameter in the path, query or headers of a request. */
export interface Parameter {
	readonly name: string;
	readonly in: string;
	readonly required?: boolean;
	readonly schema?: Schema;
	/** A date that may have a time of day, too, which its format does not say. */
	readonly takesTime?: boolean;
	/** An ID that may be a UUID, which its type does not say. */
	readonly takesUuid?: boolean;
}

/** What an endpoint takes and answers. */
export interface Shape {
	readonly parameters?: readonly Parameter[];
	/** By content type. */
	readonly body?: Readonly<Record<string, Schema>>;
	/** By status; null where nothing but the status is answered. */
	readonly answers?: Readonly<Record<string, Schema | null>>;
}

/** What Zoom's own client takes; of a value that is all of the body, `whole` is set. */
export interface ClientParameter {
	readonly name: string;
	readonly in: string;
	readonly type: string;
	readonly items?: string;
	readonly enum?: readonly unknown[];
	readonly required?: boolean;
	readonly whole?: boolean;
}

/**
 * An error that Zoom documents: its status, its code (null where none is named), and which words of a closed vocabulary
 * its text has, in their order, with … for what is between them and {name} for values.
 */
export type Refusal = readonly [status: number, code: number | null, words: string];

/** Everything known of an endpoint. What is not known is left out. */
export interface Endpoint {
	readonly product: string;
	readonly method: string;
	readonly path: string;
	readonly operationId?: string;
	/** The section of Zoom's page it stands in. */
	readonly tag?: string;
	readonly granularScopes: readonly string[];
	readonly classicScopes: readonly string[];
	readonly rateLimitLabel?: string;
	readonly pagination?: string;
	readonly maxPageSize?: number;
	/** The status of an answer that is no error. */
	readonly success?: string;
	/** Where in the answer the list is that is paged. */
	readonly listKey?: string;
	readonly deprecated?: boolean;
	/** Set where Zoom's list of endpoints lacks it, and only its own document has it. */
	readonly unlisted?: boolean;
	/** The document that `shape` is from. */
	readonly document?: string;
	readonly shape?: Shape;
	/** From the document of 2022, where no later one describes the endpoint; its bounds may be wrong by now. */
	readonly oldShape?: Shape;
	/** From Zoom's own client, where no later document describes the endpoint. */
	readonly client?: {
		readonly parameters: readonly ClientParameter[];
		readonly lists?: readonly string[];
		/** The server, where it is not Zoom's API. */
		readonly server?: string;
		readonly contentType?: string;
	};
	readonly refusals?: readonly Refusal[];
}

/** Everything known of a kind of event. */
export interface Event {
	readonly event: string;
	readonly group: string;
	readonly granularScopes: readonly string[];
	readonly classicScopes: readonly string[];
	readonly deprecated?: boolean;
	/** What is delivered, where a document describes it. */
	readonly body?: Schema;
}
