import type { Events } from '../events/events';
import type { EventSettings } from '../events/settings';
import type { Apps } from '../oauth/apps';
import type { AccessToken, Tokens } from '../oauth/tokens';
import type { DownloadTokens } from '../recordings/files/downloadTokens';
import type { Clock } from './clock';
import type { Route } from './contract/contract';
import type { Language } from './control/translations';
import type { Faults } from './faults/faults';
import type { RequestLog } from './http/requests';
import type { Identifiers } from './identifiers';
import type { Limits, LimitSettings } from './limits/limits';
import type { Pages } from './pages';
import type { UserRecord } from './records';
import type { Store } from './store';

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
export interface EmulatorContext {
	url: string;
	/** The other origin, which serves files to anyone with a signed link. */
	filesUrl: string;
	clock: Clock;
	settings: Settings;
	store: Store;
	apps: Apps;
	tokens: Tokens;
	limits: Limits;
	pages: Pages;
	passes: DownloadTokens;
	faults: Faults;
	requests: RequestLog;
	ids: Identifiers;
	events: Events;
}

/** A REST call that has passed every check, on its way to the handler of its route. */
export interface Call {
	context: EmulatorContext;
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
