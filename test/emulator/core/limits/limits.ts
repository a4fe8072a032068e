import type { Clock } from '../clock';
import { nextMidnight, zoomTime } from '../clock';
import type { Label, Route } from '../contract/contract';
import type { Answer } from '../http/answers';

/** The account's plan, by which Zoom limits requests. */
export type Plan = 'free' | 'pro' | 'business' | 'unlimited';

/** Which rate-limit headers answers carry: those seen in 2026, or all that Zoom once documented. */
export type RateLimitHeaders = 'current' | 'documented';

/** How the seconds and minutes are counted: back from each request, or one after the other by the clock. */
export type RateWindow = 'sliding' | 'fixed';

/** The four things a 429 can mean. */
export type LimitKind = 'perSecond' | 'accountDay' | 'userDay' | 'concurrent';

interface Rate {
	count: number;
	window: number;
	perDay?: number;
}

const second = 1_000;
const minute = 60_000;

const rates: Record<Exclude<Plan, 'unlimited'>, Record<Label, Rate>> = {
	free: {
		Light: { count: 4, window: second, perDay: 6_000 },
		Medium: { count: 2, window: second, perDay: 2_000 },
		Heavy: { count: 1, window: second, perDay: 1_000 },
		'Resource-intensive': { count: 10, window: minute, perDay: 30_000 },
	},
	pro: {
		Light: { count: 30, window: second },
		Medium: { count: 20, window: second },
		Heavy: { count: 10, window: second, perDay: 30_000 },
		'Resource-intensive': { count: 10, window: minute, perDay: 30_000 },
	},
	business: {
		Light: { count: 80, window: second },
		Medium: { count: 60, window: second },
		Heavy: { count: 40, window: second, perDay: 60_000 },
		'Resource-intensive': { count: 20, window: minute, perDay: 60_000 },
	},
};

const invitesPerDay = { free: 50, pro: 1_500, business: 10_000, unlimited: Infinity };
const meetingWritesPerDay = 100;

const messages: Record<LimitKind, string> = {
	perSecond: 'You have reached the maximum per-second rate limit for this API. Try again later.',
	accountDay:
		'You have reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.',
	userDay:
		'You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00.',
	concurrent:
		'Too many concurrent requests. A request to disassociate this user has already been made.',
};

/** What decides about limits, changeable while the emulator runs. */
export interface LimitSettings {
	plan: Plan;
	hostDayCap: boolean;
	rateLimitHeaders: RateLimitHeaders;
	/** `sliding` unless told. */
	rateWindow?: RateWindow;
}

/** Thrown where a request is one too many. */
export class LimitReached extends Error {
	constructor(readonly kind: LimitKind) {
		super(kind);
	}
}

/** Counts requests as Zoom does: per label and window, and per UTC day. */
export class Limits {
	private recent = new Map<Label, number[]>();
	private days = new Map<string, number>();

	constructor(
		private readonly clock: Clock,
		private readonly settings: LimitSettings,
	) {}

	/** Counts a request against its label, per second and per day. */
	count(label: Label | undefined): void {
		const rate = this.rate(label);
		if (!rate || !label) return;
		const pool = this.pool(label);
		if (this.used(label, rate) >= rate.count) throw new LimitReached('perSecond');
		if (this.today(pool) >= (rate.perDay ?? Infinity)) throw new LimitReached('accountDay');
		this.recent.get(label)?.push(this.clock.now());
		this.countToday(pool);
	}

	/** Counts a meeting create or update for the host it falls on, up to Zoom's hundred a day. */
	countMeetingWrite(hostId: string): void {
		if (!this.settings.hostDayCap) return;
		if (!this.countDaily(`meeting write ${hostId}`, meetingWritesPerDay))
			throw new LimitReached('userDay');
	}

	/** Counts a user invitation (`action` `create`), which Zoom limits by plan. */
	countInvitation(): void {
		if (!this.countDaily('invitation', invitesPerDay[this.settings.plan]))
			throw new LimitReached('accountDay');
	}

	/** Counts what Zoom takes only so many times a UTC day; tells whether this one still counts. */
	countDaily(what: string, most: number): boolean {
		if (this.today(what) >= most) return false;
		this.countToday(what);
		return true;
	}

	/** Zoom's refusal by one of the four limits. */
	refusal(kind: LimitKind, route: Route | undefined, retryAfter?: string): Answer {
		const code = kind === 'perSecond' ? (route?.perSecondCode ?? 429) : 429;
		return {
			status: 429,
			headers: {
				...this.headers(route?.label, kind),
				...(retryAfter !== undefined && { 'retry-after': retryAfter }),
			},
			body: { code, message: messages[kind] },
		};
	}

	/** The rate-limit headers of an answer; a host's day limit leaves them looking normal. */
	headers(label: Label | undefined, refused?: LimitKind): Record<string, string> {
		if (!label) return {};
		const category = { 'x-ratelimit-category': label };
		if (this.settings.rateLimitHeaders === 'current') return category;
		const rate = this.rate(label) ?? (refused && rates.pro[label]);
		if (!rate) return category;
		if (refused === 'perSecond')
			return { ...category, ...numbers(rate.count, 0), 'x-ratelimit-type': 'QPS' };
		const perDay = rate.perDay ?? rates.free.Light.perDay ?? 0;
		if (refused === 'accountDay')
			return {
				...category,
				...numbers(perDay, 0),
				'x-ratelimit-type': 'Daily-limit',
				'retry-after': zoomTime(nextMidnight(this.clock.now())),
			};
		const left = rate.perDay
			? rate.perDay - this.today(this.pool(label))
			: rate.count - this.used(label, rate);
		const type: Record<string, string> = refused
			? {}
			: { 'x-ratelimit-type': rate.perDay ? 'Daily-limit' : 'QPS' };
		return { ...category, ...numbers(rate.perDay ?? rate.count, left), ...type };
	}

	reset(): void {
		this.recent.clear();
		this.days.clear();
	}

	private rate(label: Label | undefined): Rate | undefined {
		const { plan } = this.settings;
		return label && plan !== 'unlimited' ? rates[plan][label] : undefined;
	}

	private used(label: Label, rate: Rate): number {
		const now = this.clock.now();
		const isFixed = this.settings.rateWindow === 'fixed';
		// A fixed window includes the moment it begins at.
		const since = isFixed ? now - (now % rate.window) - 1 : now - rate.window;
		const recent = (this.recent.get(label) ?? []).filter((at) => at > since);
		this.recent.set(label, recent);
		return recent.length;
	}

	/** Heavy and resource-intensive requests share a day's allowance on the paid plans. */
	private pool(label: Label): string {
		const shared = this.settings.plan !== 'free' && label === 'Resource-intensive';
		return shared ? 'Heavy' : label;
	}

	private today(key: string): number {
		return this.days.get(`${nextMidnight(this.clock.now())} ${key}`) ?? 0;
	}

	private countToday(key: string): void {
		this.days.set(`${nextMidnight(this.clock.now())} ${key}`, this.today(key) + 1);
	}
}

function numbers(limit: number, remaining: number): Record<string, string> {
	return { 'x-ratelimit-limit': String(limit), 'x-ratelimit-remaining': String(remaining) };
}
