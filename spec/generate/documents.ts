import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../hash';
import { endpointName } from '../read';

/** A part of a document. */
export type Json = Readonly<Record<string, unknown>>;

/** An OpenAPI document. */
export interface ApiDocument {
	readonly name: string;
	readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

export interface Operation {
	readonly operationId?: string;
	readonly description?: string;
	readonly tags?: readonly string[];
	readonly deprecated?: boolean;
	readonly parameters?: readonly ParameterJson[];
	readonly requestBody?: {
		readonly content?: Readonly<Record<string, { readonly schema?: Json }>>;
	};
	readonly responses?: Readonly<Record<string, Response>>;
	readonly 'x-extensions'?: Readonly<Record<string, readonly string[] | undefined>>;
}

export interface ParameterJson extends Json {
	readonly name: string;
	readonly in: string;
	readonly required?: boolean;
	readonly description?: string;
	readonly schema?: Json;
}

export interface Response {
	readonly description?: string;
	readonly content?: Readonly<Record<string, { readonly schema?: Json }>>;
}

/** A document of webhooks. */
export interface EventDocument {
	readonly name: string;
	readonly webhooks: Readonly<Record<string, { readonly post: Webhook }>>;
}

interface Webhook {
	readonly requestBody: {
		readonly content: {
			readonly 'application/json': {
				readonly schema: Json;
				readonly examples: Readonly<Record<string, { readonly value: string }>>;
			};
		};
	};
}

/** A row of the list of all of Zoom's endpoints. */
export interface EndpointRow {
	readonly product: string;
	readonly tag: string;
	readonly method: string;
	readonly path: string;
	readonly operationId: string;
	readonly summary: string;
	readonly granularScopes: readonly string[];
	readonly classicScopes: readonly string[];
	readonly rateLimitLabel: string | null;
	readonly pagination: string | null;
	readonly maxPageSize: number | null;
	readonly success: string | null;
	readonly deprecated: boolean;
	/** Where the row is from, and of which day. */
	readonly source: string;
}

/** A row of the list of all of Zoom's events. */
export interface EventRow {
	readonly event: string;
	readonly group: string;
	readonly granularScopes: readonly string[];
	readonly classicScopes: readonly string[];
	readonly deprecated: boolean | null;
	/** Where the row is from, and of which day. */
	readonly source: string;
}

/** A row of the list of all of Zoom's errors. */
export interface ErrorRow {
	readonly code: number;
	readonly message: string;
	readonly http: readonly string[];
	/** Product, method and path. */
	readonly ops: readonly string[];
}

/** A row of the operations that the node has, or is to have. */
export interface OperationRow
	extends Omit<EndpointRow, 'product' | 'tag' | 'summary' | 'deprecated' | 'source'> {
	readonly resource: string;
	readonly operation: string;
	readonly listKey: string | null;
}

/** What Zoom's own client takes for an endpoint. */
export interface ClientRow {
	readonly parameters: readonly Json[];
	readonly responseLists: readonly string[];
	readonly baseUrl?: string;
	readonly mime?: string;
}

/** The folder with the documents. */
export class Documents {
	constructor(private readonly folder: string) {}

	/** Every operation the node has. */
	get operations(): OperationRow[] {
		return this.read('operations.json') as OperationRow[];
	}
	/** Operations it may have later. */
	get furtherOperations(): OperationRow[] {
		return this.read('operations-more.json') as OperationRow[];
	}
	/** Every endpoint, with the scopes and labels that were found later. */
	get endpoints(): EndpointRow[] {
		const { fixes } = this.spec('derived-endpoints-fixes.json') as { fixes: EndpointRow[] };
		const fixed = new Map(fixes.map((row) => [endpointName(row), row]));
		return (this.spec('derived-endpoints.json') as EndpointRow[]).map((row) => ({
			...row,
			...fixed.get(endpointName(row)),
		}));
	}
	get events(): EventRow[] {
		return this.spec('derived-events.json') as EventRow[];
	}
	get errors(): ErrorRow[] {
		return this.spec('derived-error-codes.json') as ErrorRow[];
	}
	/** By method and path. */
	get client(): Readonly<Record<string, ClientRow>> {
		return this.spec(CLIENT) as Record<string, ClientRow>;
	}
	/** The documents of endpoints that are up to date. */
	get current(): ApiDocument[] {
		const isCurrent = (name: string) => !/events|legacy/.test(name);
		return this.named()
			.filter(isCurrent)
			.map((name) => this.api(name));
	}
	/** The document of 2022. */
	get old(): ApiDocument {
		return this.api(OLD);
	}
	get webhooks(): EventDocument[] {
		const names = this.named().filter((name) => name.includes('events'));
		return names.map((file) => ({
			...(this.spec(file) as Omit<EventDocument, 'name'>),
			name: nameOf(file),
		}));
	}

	/** The beginning of each file's hash, by file. */
	get hashes(): Map<string, string> {
		const files = ['operations.json', 'operations-more.json', ...TABLES, CLIENT, ...this.named()];
		return new Map(files.sort().map((file) => [file, hashOf(this.text(pathOf(file)))]));
	}

	private named = () =>
		readdirSync(join(this.folder, 'zoom-spec'))
			.filter((name) => name.startsWith('zoom-'))
			.sort();
	private api = (file: string): ApiDocument => ({
		...(this.spec(file) as Omit<ApiDocument, 'name'>),
		name: nameOf(file),
	});
	private spec = (name: string) => this.read(pathOf(name));
	private read = (path: string): unknown => JSON.parse(this.text(path));
	private text = (path: string) => readFileSync(join(this.folder, path), 'utf8');
}

const CLIENT = 'rivet-0.4.0-parameters.json';
const OLD = 'zoom-legacy-combined.2022.json';
const TABLES = [
	'derived-endpoints.json',
	'derived-endpoints-fixes.json',
	'derived-error-codes.json',
	'derived-events.json',
];

/** `zoom-meeting.2026-08` */
const nameOf = (file: string) => file.replace(/\.json$/, '');

const pathOf = (name: string) => (name.startsWith('operations') ? name : join('zoom-spec', name));
