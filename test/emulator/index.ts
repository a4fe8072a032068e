import { putMeeting, putRecording, putSummary, putUser, putWebinar } from './core/additions';
import type { Clock } from './core/clock';
import { systemClock } from './core/clock';
import type { EmulatorContext, Settings } from './core/context';
import type { Language } from './core/control/translations';
import type { Fault } from './core/faults/faults';
import { Faults } from './core/faults/faults';
import { listen } from './core/http/listen';
import { RequestLog } from './core/http/requests';
import { serve, serveFile } from './core/http/server';
import { Identifiers } from './core/identifiers';
import type { Plan, RateLimitHeaders, RateWindow } from './core/limits/limits';
import { Limits } from './core/limits/limits';
import { Pages } from './core/pages';
import type { MeetingRecord, UserRecord, WebinarRecord } from './core/records';
import { resetContext } from './core/seed';
import { Store } from './core/store';
import { Events } from './events/events';
import type { EventSettings } from './events/settings';
import { usualEventSettings } from './events/settings';
import { findUser } from './oauth/access';
import type { App, SeedApps } from './oauth/apps';
import { accountId, Apps } from './oauth/apps';
import { pairAnswer } from './oauth/oauth';
import { Tokens } from './oauth/tokens';
import { DownloadTokens } from './recordings/files/downloadTokens';
import type { GivenRecording } from './recordings/library';
import type { RecordingRecord } from './recordings/records';
import type { SummaryRecord } from './summaries/records';
import { accountOwner } from './users/people';
import { upgrade } from './webSocket/upgrade';

export type { App } from './oauth/apps';
export type { Clock } from './core/clock';
export { manualClock, systemClock } from './core/clock';
export type { Attempt, Delivery, Subscription } from './events/records';
export type { Fault } from './core/faults/faults';
export type { Plan, RateLimitHeaders, RateWindow } from './core/limits/limits';
export type { MeetingRecord, UserRecord, WebinarRecord } from './core/records';
export type { RecordedRequest } from './core/http/requests';

/** How an emulator is to be. */
export interface EmulatorOptions {
	/** 0, the default, takes a free one. */
	port?: number;
	/** By which plan requests are limited; `unlimited`, the default, leaves only the caps per host. */
	plan?: Plan;
	/** Whether a host has Zoom's hundred meeting creates and updates a day; true unless told. */
	hostDayCap?: boolean;
	clock?: Clock;
	rateLimitHeaders?: RateLimitHeaders;
	/** How seconds and minutes are counted: back from each request (`sliding`, the default) or by the clock. */
	rateWindow?: RateWindow;
	/** Real milliseconds that each answer takes; none unless told. */
	latencyMs?: number;
	/** Whether apps may use `http://` redirect URLs, which Zoom refuses. */
	insecureRedirects?: boolean;
	/** Whether events may go to `http://` addresses and hosts that are not public, which Zoom refuses. */
	insecureWebhooks?: boolean;
	/** Whether events may go to hosts whose certificate nobody vouches for. */
	insecureTls?: boolean;
	/** The account's language, in which refusals are worded; English unless told. */
	language?: Language;
	/** How events are sent otherwise. */
	events?: Partial<EventSettings>;
	/** Redirect URLs of the seeded apps beside those of an n8n on its usual port. */
	redirectUris?: string[];
}

/** What an authorization gives an app, as the token endpoint answers it. */
export interface TokenAnswer {
	access_token: string;
	token_type: 'bearer';
	refresh_token?: string;
	expires_in: number;
	scope: string;
	api_url: string;
}

/** A running Zoom emulator. */
export interface Emulator {
	readonly url: string;
	/** The origin downloads are redirected to. */
	readonly filesUrl: string;
	readonly clock: Clock;
	readonly account: { id: string };
	readonly apps: SeedApps;
	readonly requests: RequestLog;
	readonly faults: { add(fault: Fault): void; clear(): void };
	readonly store: Store;
	/** The plan and what else can be changed while it runs. */
	readonly settings: Settings;
	/** Subscriptions, deliveries and sockets; whatever changes in the store tells them of it. */
	readonly events: Events;
	plan: Plan;
	addApp(app: Partial<App>): App;
	addUser(user: Partial<UserRecord> & { email: string }): UserRecord;
	addMeeting(meeting: Partial<MeetingRecord> & { host_id: string }): MeetingRecord;
	addWebinar(webinar: Partial<WebinarRecord> & { host_id: string }): WebinarRecord;
	addRecording(recording: GivenRecording): RecordingRecord;
	addSummary(summary: Parameters<typeof putSummary>[1]): SummaryRecord;
	/** Tokens for an app without the way through its pages; the user is the owner unless told. */
	authorize(app: App, user?: string): TokenAnswer;
	/** How many connections are open to it, those for files included. */
	connections(): Promise<number>;
	reset(): void;
	close(): Promise<void>;
}

/** Starts an emulator on the loopback interface. */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
	const context = createContext(options);
	const zoom = await listen(
		options.port ?? 0,
		(...call) => serve(context, ...call),
		(...call) => upgrade(context, ...call),
	);
	const files = await listen(0, (...call) => serveFile(context, ...call));
	context.url = zoom.url;
	context.filesUrl = files.url;
	resetContext(context);
	return {
		...emulatorOf(context),
		get plan() {
			return context.settings.plan;
		},
		set plan(plan) {
			context.settings.plan = plan;
		},
		connections: async () => {
			const counts = await Promise.all([zoom.connections(), files.connections()]);
			return counts[0] + counts[1];
		},
		close: async () => {
			await context.events.close();
			await Promise.all([zoom.close(), files.close()]);
		},
	};
}

function createContext(options: EmulatorOptions): EmulatorContext {
	const clock = options.clock ?? systemClock();
	const { insecureWebhooks = false, insecureTls = false } = options;
	const settings = {
		plan: options.plan ?? 'unlimited',
		hostDayCap: options.hostDayCap ?? true,
		rateLimitHeaders: options.rateLimitHeaders ?? 'current',
		rateWindow: options.rateWindow ?? 'sliding',
		insecureRedirects: options.insecureRedirects ?? false,
		latencyMs: options.latencyMs ?? 0,
		language: options.language ?? 'en',
		...usualEventSettings,
		insecureWebhooks,
		insecureTls,
		...options.events,
	};
	const parts = {
		url: '',
		filesUrl: '',
		clock,
		settings,
		store: new Store(),
		apps: new Apps(options.redirectUris),
		tokens: new Tokens(clock),
		limits: new Limits(clock, settings),
		pages: new Pages(clock),
		passes: new DownloadTokens(clock),
		faults: new Faults(),
		requests: new RequestLog(),
		ids: new Identifiers(),
	};
	// It looks at the other parts when something happens, the addresses among them.
	return Object.assign(parts, { events: new Events(parts) });
}

function emulatorOf(context: EmulatorContext): Omit<Emulator, 'plan' | 'connections' | 'close'> {
	const { url, filesUrl, clock, apps, requests, faults, store, settings, events } = context;
	return {
		url,
		filesUrl,
		clock,
		account: { id: accountId },
		apps: apps.seeded,
		requests,
		faults,
		store,
		settings,
		events,
		addApp: (app) => apps.add(app),
		addUser: (user) => putUser(context, user),
		addMeeting: (meeting) => putMeeting(context, meeting),
		addWebinar: (webinar) => putWebinar(context, webinar),
		addRecording: (recording) => putRecording(context, recording),
		addSummary: (summary) => putSummary(context, summary),
		authorize(app, reference) {
			const user = reference ? findUser(store, reference) : accountOwner(context);
			if (!user) throw new Error(`There is no user ${reference}`);
			const pair: Parameters<typeof pairAnswer>[1] =
				app.kind === 'serverToServer'
					? [context.tokens.issue(app, user.id, app.scopes)]
					: context.tokens.grant(app, user.id);
			return pairAnswer(context, pair) as TokenAnswer;
		},
		reset: () => resetContext(context),
	};
}
