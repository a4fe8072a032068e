/** What an app wants to be told, and where. */
export interface Subscription {
	id: string;
	clientId: string;
	name: string;
	method: 'webhook' | 'webSocket';
	/** Where events are posted, or where the app connects. */
	url: string;
	events: string[];
	scope: 'user' | 'account' | 'master_account';
	/** The users or the account it is for; one made by hand is for the users who authorized the app. */
	subscribers?: string[];
	/** Made by hand, or through the API. */
	source: 'default' | 'openapi';
	/** Off when somebody turned it off, or six validations in a row have failed. */
	active: boolean;
	failedValidations: number;
	/** What its maker wants to have sent along, such as a header for authorization. */
	headers: Record<string, string>;
}

/** How a delivery is made to look like none of Zoom's. */
export type Forgery = 'secret' | 'body' | 'noSignature' | 'noTimestamp';

/** One event on its way to one subscription. */
export interface Delivery {
	id: string;
	event: string;
	subscriptionId: string;
	method: Subscription['method'];
	url: string;
	/** The same for every attempt and every copy. */
	requestId: string;
	body: string;
	/** When it was made, by the emulator's clock. */
	at: number;
	/** `held` until it is released, `lost` where nobody was connected, `dropped` with its subscription. */
	state: 'held' | 'pending' | 'delivered' | 'failed' | 'lost' | 'dropped';
	attempts: Attempt[];
	/** When it is tried again. */
	nextAt?: number;
	forge?: Forgery;
	/** By how many seconds its timestamp is older than it should be. */
	age?: number;
}

/** One try at a delivery. */
export interface Attempt {
	at: number;
	/** What was answered, or one of Zoom's negative codes: -1 too late, -2 refused, -13 no such host. */
	status: number;
	/** Real milliseconds. */
	latencyMs: number;
	/** What was sent, without what HTTP itself adds. */
	headers: Record<string, string>;
	answer: string;
	/** Why there was no answer. */
	error?: string;
}
