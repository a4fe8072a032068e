import type {
	IBinaryData,
	IDataObject,
	IHttpRequestMethods,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import type { Download, InputFile, SentFile } from './files';
import type { Chunking, Paging } from './paging';

/**
 * The cost class Zoom counts a call under; each has its own limit for the whole account.
 * @see https://developers.zoom.us/docs/api/rate-limits/
 */
export type RateLabel = 'light' | 'medium' | 'heavy' | 'resourceIntensive';

/** The account's plan, by which Zoom limits calls; Business+ stands for Business, Education, Enterprise and Partner. */
export type Plan = 'free' | 'pro' | 'business';

/** The three kinds of Zoom app a connection can be made with; they differ in scopes and in what `me` means. */
export type AppKind = 'user' | 'account' | 'serverToServer';

/** What an `encode` function may know besides its own value. */
export interface EncodeContext {
	/** The zone a wall time is meant in: the one the user chose for this item, else the workflow's. */
	readonly timezone: string;
	/** Whether the zone goes to Zoom with the request, so that wall times may be sent as they are. */
	readonly timezoneChosen: boolean;
	/** Ends the item with "<Field>: <what is allowed>". */
	readonly refuse: (allowed: string) => never;
}

/**
 * An n8n property plus how its value goes into the request; all other keys are n8n's own. `field.ts` has a function for
 * each type of field.
 */
export interface Field extends Omit<INodeProperties, 'options'> {
	/**
	 * Part of the request that carries the value, where it is not the usual one (see `placeOf`), or `node` when it is for
	 * the node itself and not sent; fields inside a collection follow the collection.
	 */
	readonly in?: 'path' | 'query' | 'body' | 'node';
	/** Zoom's name where it is not the snake_case of `name`; dots nest (`user_info.email`). Never a name from outside. */
	readonly apiName?: string;
	/** Sends the members of a collection or JSON object in place of the field, over those of the fields beside it. */
	readonly flatten?: true;
	/** What n8n's own Zoom node holds for the field where nothing was set, and does not send. */
	readonly unset?: number | string;
	/** Name of the list beside it whose entries this field gives, too, as JSON. */
	readonly appendsTo?: string;
	/** Names of the members of a collection that come first, in this order; the others follow by their labels. */
	readonly first?: readonly string[];
	/** Shows a member of a collection only where a workflow has it, since the form has the field in another place. */
	readonly whereStored?: true;
	/** Sends an empty text from an entry of a list, too, where it takes away what was there. */
	readonly sendEmpty?: true;
	/** Turns a checked value into what Zoom wants, or refuses it. */
	encode?(value: unknown, context: EncodeContext): unknown;
	options?: Array<INodePropertyOptions | Field | FieldGroup>;
}

/** One repeatable entry of a `fixedCollection`. */
export interface FieldGroup {
	readonly displayName: string;
	readonly name: string;
	readonly values: Field[];
}

/** What the user gave for one item, by field name. A field that was not set is absent. */
export type Values = Readonly<Record<string, unknown>>;

/** One item of the output. */
export type Item = Pick<INodeExecutionData, 'json' | 'binary'>;

/** What an operation does instead of sending its request and answering what Zoom says. */
export type Handler = (context: OperationContext, request: OperationRequest) => Promise<Item[]>;

/** What every operation has: its names and what the user fills in. */
interface OperationBase {
	readonly name: string;
	readonly value: string;
	/** A full sentence: it is what an AI agent reads when it chooses a tool. */
	readonly action: string;
	readonly description: string;
	/** Always shown. */
	readonly fields: readonly Field[];
	/** Shown on demand, in one collection. */
	readonly optional?: readonly Field[];
	/** Values that follow from those given, where they were not given themselves. */
	readonly implied?: (values: Values) => Values;
	/** A rule across fields: the sentence to show when the values break it. */
	readonly check?: (values: Values) => string | undefined;
	/** Refuses what takes more than the values to see, before anything is sent: the connection, the options, a file. */
	readonly checkItem?: (context: OperationContext, values: Values) => Promise<void> | void;
}

/** An operation that is one endpoint of Zoom's REST API, whose facts `endpoint` and `listEndpoint` give. */
export interface RestOperation extends OperationBase {
	readonly method: IHttpRequestMethods;
	/** Path below `/v2`, with `{placeholders}` that name fields. */
	readonly path: string;
	/** The published path, where `path` is of the user's making and may hold values in place of placeholders. */
	readonly endpoint?: string;
	/** Section of Zoom's page the endpoint is in, where it is not that of its resource. */
	readonly docsTag?: string;
	/** Granular scopes as Zoom's page lists them; any one of them, or of `classicScopes`, suffices. */
	readonly scopes: readonly string[];
	readonly classicScopes: readonly string[];
	/** Which token Zoom takes, where it is not the connection's: that of the app itself, by client credentials. */
	readonly token?: 'app';
	/** Absent for the one endpoint of which Zoom's documents do not say it. */
	readonly rate?: RateLabel;
	/** Query parameters under names that are sent as they are, in place of those that fields give. */
	readonly query?: Readonly<IDataObject>;
	/** Body members that are not the user's choice, for endpoints that serve several operations. */
	readonly body?: Readonly<IDataObject>;
	readonly list?: Paging;
	/** What the time from one day to another may not exceed, where Zoom cuts it short and the parts cannot be joined. */
	readonly maxRange?: 'month';
	readonly chunks?: Chunking;
	/** What wraps the call, from the inside out: each wraps those before it. Not for what lists or has a `run`. */
	readonly behaviors?: readonly Behavior[];
	/** Members an answer is cut down to when the user wants it simple; each item of a list by itself. */
	readonly simplify?: readonly string[];
	/** What Zoom demands besides a scope, to follow "Needs": "a paid plan". */
	readonly requires?: string;
	/** Whether repeating the call changes nothing more. Default: GET, PUT and DELETE. */
	readonly idempotent?: boolean;
	readonly run?: Handler;
}

/** Something that an operation does besides sending its request. All there is to it stands in this one value. */
export interface Behavior {
	/** Shown under Options. */
	readonly options?: readonly Field[];
	/** Refuses an item before anything is sent. */
	readonly check?: (call: BehaviorCall) => void;
	/** Answers the item in place of the call, which it makes by `send`, perhaps; all behaviours before this one do so, too. */
	readonly around?: (call: BehaviorCall, send: SendCall) => Promise<IDataObject>;
	/** Is told what Zoom answers to each call of any operation, so as to have it later. */
	readonly observe?: (
		answer: IDataObject,
		request: OperationRequest,
		connection: Connection,
	) => void;
}

/** The call of an item, on its way through the behaviours of its operation. */
export interface BehaviorCall {
	readonly context: OperationContext;
	readonly request: OperationRequest;
	readonly findMade?: FindMade;
}

export type SendCall = (call: BehaviorCall) => Promise<IDataObject>;

/** An operation of our own making, about the connection rather than about a thing at Zoom. */
export interface LocalOperation extends OperationBase {
	readonly perform: (context: OperationContext, values: Values) => Promise<Item[]>;
	/** Whether call options would mean nothing to it. */
	readonly withoutOptions?: true;
}

/** An operation whose call to Zoom is made of what the user gives, endpoint and all. */
export interface CustomOperation extends OperationBase {
	readonly prepare: (context: OperationContext, values: Values) => Promise<PreparedRequest>;
}

export type Operation = RestOperation | LocalOperation | CustomOperation;

/** A request that is ready to be sent, and what sends it. */
export interface PreparedRequest {
	readonly request: OperationRequest;
	readonly run: () => Promise<Item[]>;
}

/** An operation that lists. */
export type ListOperation = RestOperation & { readonly list: Paging };

/** What an operation may do, for one item. */
export interface OperationContext {
	readonly resources: readonly Resource[];
	/** What was set under Options, checked. */
	readonly options: Values;
	/** How many entries the user wants of a list; undefined for all. */
	readonly limit: number | undefined;
	/** The connection as it is stored at the moment of asking. */
	readonly connection: () => Promise<Connection>;
	/** The request that an operation makes of values, not sent. */
	readonly request: (operation: RestOperation, values: Values) => OperationRequest;
	/**
	 * Sends a request and answers Zoom's JSON.
	 * @param findMade looks for what a failed attempt made, before the call is made again or given up
	 */
	readonly send: (request: OperationRequest, findMade?: FindMade) => Promise<IDataObject>;
	/** Sends a request with a file as one part of a form. */
	readonly sendFile: (
		request: OperationRequest,
		part: string,
		file: SentFile,
	) => Promise<IDataObject>;
	/** The entries of the list that a request asks for, at most `limit`. */
	readonly list: (request: OperationRequest, limit?: number) => Promise<IDataObject[]>;
	/** The first entry of a list that will do, read no further than that. */
	readonly find: (
		request: OperationRequest,
		matches: (entry: IDataObject) => Promise<boolean>,
	) => Promise<IDataObject | undefined>;
	/** Does something about this account alone: nobody else in this process does anything under the same key meanwhile. */
	readonly runExclusive: <T>(key: string, work: () => Promise<T>) => Promise<T>;
	/** Fetches a file into n8n's storage. */
	readonly download: (operation: RestOperation, file: Download) => Promise<IBinaryData>;
	/** What a request answers, as a file in n8n's storage. */
	readonly answerFile: (request: OperationRequest) => Promise<IBinaryData>;
	/** The content of a small text file. */
	readonly downloadText: (operation: RestOperation, file: Download) => Promise<string>;
	/** The file in a binary field of the item; one of more bytes than `most` is not read. */
	readonly inputFile: (field: string, most: number) => Promise<InputFile>;
	/** Tells the user something beside the items. */
	readonly warn: (message: string) => void;
	/** Ends the stored access token at Zoom, if there is one and Zoom does not call it dead. */
	readonly revoke: () => Promise<'ended' | 'dead' | 'absent'>;
}

/** The stored credential, as far as calls, errors and answers need it. */
export interface Connection {
	readonly credentialType: string;
	readonly appKind: AppKind;
	/** Origin of the REST calls, without `/v2`. */
	readonly apiUrl: string;
	/** Whose limits the calls spend: the same text for all that is known to be one account. */
	readonly account: string;
	readonly plan: Plan;
	/** Part of the account's limits that this n8n may use, from 0 to 1. */
	readonly share: number;
	/** Scopes of the stored token; undefined when there is none yet. */
	readonly grantedScopes: string[] | undefined;
	/** What nobody may be shown: of the credential as it was read, and as it is stored by then. */
	readonly secrets: () => Promise<readonly string[]>;
	/** When the stored token runs out, in milliseconds since 1970: long ago without one, undefined where unknown. */
	readonly tokenExpiresAt: number | undefined;
	/** The stored access token; undefined without one. */
	readonly accessToken: string | undefined;
	/** Stands for the hosts, the app and its account: another one means that the credential was changed. */
	readonly identity: string;
	/** Stands for the credential as it is: calls with the same text use one token. */
	readonly tokenKey: string;
}

/** A group of operations on one kind of thing at Zoom. */
export interface Resource {
	readonly name: string;
	readonly plural: string;
	readonly value: string;
	/** Zoom's page of these endpoints; absent for what is our own. */
	readonly docs?: string;
	readonly operations: readonly Operation[];
}

/** One call to Zoom, complete but for host and credentials. */
export interface ZoomRequest {
	readonly method: IHttpRequestMethods;
	/** Encoded path below `/v2`. */
	readonly path: string;
	readonly query: Readonly<IDataObject>;
	readonly body?: Readonly<IDataObject>;
	/** Sent instead of a body of JSON. */
	readonly form?: FormData;
	readonly operation: RestOperation;
}

/** A request with the values of the operation that it is made of. */
export interface OperationRequest extends ZoomRequest {
	readonly values: Values;
}

/**
 * Looks for what a failed attempt made: nothing older than `since` by Zoom's clock, which is asked for at the moment of
 * comparing.
 */
export type FindMade = (since: () => number) => Promise<IDataObject | undefined>;

/** What is special about the calls of an operation. */
export const behaviorsOf = (operation: Operation): readonly Behavior[] =>
	(isRest(operation) && operation.behaviors) || [];

/** Whether an operation is an endpoint of Zoom's REST API. */
export const isRest = (operation: Operation): operation is RestOperation => 'method' in operation;

/** An operation of a resource, which has to be an endpoint. */
export function restOperation({ name, operations }: Resource, value: string): RestOperation {
	const operation = operations.filter(isRest).find((each) => each.value === value);
	if (operation) return operation;
	throw new Error(`${name} has no operation ${value}`);
}
