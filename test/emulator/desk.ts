import type { Apps } from './apps';
import type { Clock } from './clock';
import type { Route } from './contract';
import type { Events } from './events/events';
import type { EventSettings } from './events/settings';
import type { Faults } from './faults';
import type { Identifiers } from './identifiers';
import type { Limits, LimitSettings } from './limits';
import type { Pages } from './pages';
import type { Passes } from './recordings/passes';
import type { UserRecord } from './records';
import type { RequestLog } from './requests';
import type { Store } from './store';
import type { AccessToken, Tokens } from './tokens';
import type { Language } from './translations';

/** What can be changed while the emulator runs. */
export type Settings = LimitSettings &
	EventSettings & {
		insecureRedirects: boolean;
		/** In which refusals are worded. */
		language: Language;
		/** Real milliseconds from when a call arrives, and is counted, until its answer goes out. */
		latencyMs: number;
	};

/** Everything the emulated Zoom knows while it runs. */
export interface Desk {
	url: string;
	/** The other origin, which hands out files to whoever has a signed link. */
	filesUrl: string;
	clock: Clock;
	settings: Settings;
	store: Store;
	apps: Apps;
	tokens: Tokens;
	limits: Limits;
	pages: Pages;
	passes: Passes;
	faults: Faults;
	requests: RequestLog;
	ids: Identifiers;
	events: Events;
}

/** A REST call that has passed every check, on its way to the handler of its route. */
export interface Call {
	desk: Desk;
	route: Route;
	params: Record<string, string>;
	query: Record<string, unknown>;
	body: Record<string, unknown>;
	token: AccessToken;
	/** The user the token acts as; an app's own token has none. */
	user?: UserRecord;
	/** Whether one of the token's scopes reaches beyond that user. */
	accountWide: boolean;
}

/** Does what a route does and returns its body, or promises it; the status is the one Zoom documents. */
export type Handler = (call: Call) => unknown;
