import { forEachConcurrently } from '../../nodes/Zoom/execution/concurrency';
import type { Plan, RestOperation } from '../../nodes/Zoom/registry/types';
import { limitOf } from '../../nodes/Zoom/transport/rateLimits/rateLimits';
import type { Outcome, ErrorResponse } from '../../nodes/Zoom/transport/response/outcome';
import type { CallSetting } from '../../nodes/Zoom/transport/retry/sendWithRetry';
import { sendWithRetry } from '../../nodes/Zoom/transport/retry/sendWithRetry';
import { clock as nodeClock } from '../../nodes/Zoom/transport/sync/clock';
import { manualClock } from '../emulator';
import { startVirtualTime } from './time/virtualTime';

/** How Zoom may count a second: the one before each call, or one after the other. */
export type RateWindow = 'sliding' | 'fixed';

/** A run of creates to simulate. Everything has a default: 300 items on Pro, 10 at once, answered after 200 ms. */
export interface Simulation {
	readonly window: RateWindow;
	readonly plan?: Plan;
	readonly items?: number;
	/** Executions of one n8n that share the items. */
	readonly runs?: number;
	/** Processes of n8n that share the items and know nothing of each other. */
	readonly workers?: number;
	readonly share?: number;
	readonly concurrency?: number;
	/** Calls, counted from 0, that are refused whatever was counted. */
	readonly refuse?: readonly number[];
	/** Calls a second that Zoom takes, where it is not what the plan says. */
	readonly allowed?: number;
	/** Calls a second that other apps make, evenly or all at once. */
	readonly others?: number;
	readonly othersBurst?: boolean;
	/** Whether n8n is busy: nothing happens in it for up to 150 ms, about twice a second. */
	readonly isBusy?: boolean;
}

export interface SimulationResult {
	readonly seconds: number;
	/** Of all calls. */
	readonly refused: number;
	readonly calls: number;
	readonly failed: number;
	/** The time by what it takes at the rate that Zoom allows. */
	readonly byFloor: number;
}

const ANSWER = 200;
const PREPARING = 4;
const JITTER = 8;

/** Runs the transport in virtual time against a stub of Zoom that does nothing but count calls. */
export async function simulate(simulation: Simulation): Promise<SimulationResult> {
	const {
		plan = 'pro',
		items = 300,
		runs = 1,
		workers = 1,
		share = 1,
		concurrency = 10,
	} = simulation;
	const clock = manualClock(START);
	const virtual = startVirtualTime(clock, dice(1));
	try {
		if (simulation.isBusy) makeBusy();
		const zoom = new SimulatedZoom({
			allowed: limitOf(plan, 'main', 'light').calls,
			...simulation,
		});
		let failed = 0;
		const begin = nodeClock.elapsed();
		const number = ++simulations;
		const work = Array.from({ length: workers * runs }, async (_, index) => {
			const account = `simulated ${number} ${index % workers}`;
			const setting = settingOf(account, plan, share);
			await forEachConcurrently({
				count: items / workers / runs,
				limit: concurrency,
				prepare: async (item) => await Promise.resolve(item),
				orderingKeyOf: () => undefined,
				perform: async () => {
					const call = sendWithRetry(setting, { request, attempt: async () => await zoom.call() });
					const [done] = await Promise.allSettled([call]);
					if (done.status === 'rejected') failed++;
				},
			});
		});
		await Promise.all(work);
		const seconds = (nodeClock.elapsed() - begin) / 1000;
		const { refused, calls, allowed } = zoom;
		return { seconds, refused, calls, failed, byFloor: seconds / (items / allowed) };
	} finally {
		virtual.stop();
	}
}

// A second of those that are counted does not begin with the run.
const START = Date.UTC(2026, 6, 1, 9, 0, 0, 370);
let simulations = 0;

const request = {
	method: 'POST',
	path: '/users/me/meetings',
	query: {},
	body: {},
	operation: { method: 'POST', path: '/users/{userId}/meetings', rate: 'light' } as RestOperation,
} as const;

const settingOf = (account: string, plan: Plan, share: number): CallSetting => ({
	caller: {
		getNode: () => ({ name: 'Zoom', type: 'zoom' }),
		getTimezone: () => 'UTC',
		getExecutionCancelSignal: () => undefined,
		logger: { debug: () => undefined, warn: () => undefined },
	} as never,
	connection: {
		credentialType: 'zoomServerToServerOAuth2Api',
		appKind: 'serverToServer',
		apiUrl: 'https://api.zoom.us',
		account,
		plan,
		share,
		grantedScopes: undefined,
		tokenExpiresAt: undefined,
		accessToken: undefined,
		identity: '',
		tokenKey: '',
		secrets: async () => await Promise.resolve([]),
	},
	options: {
		timeout: 60,
		retry: {
			mode: 'retryWhenStatusCodeMatch',
			isListed: (status) => status === 429,
			countMax: 3,
			multiplyWait: true,
			maxWait: 60_000,
			repeatUnsafe: false,
		},
	},
});

type Counting = Pick<Simulation, 'window' | 'refuse' | 'others' | 'othersBurst'> & {
	readonly allowed: number;
};

/** Counts calls, ours and those of other apps, and refuses what is too much. */
class SimulatedZoom {
	calls = 0;
	refused = 0;
	private taken: number[] = [];
	private otherCalls = 0;
	private readonly random = dice(2);
	private readonly begin = nodeClock.now();

	constructor(private readonly counting: Counting) {}

	get allowed(): number {
		return this.counting.allowed;
	}

	async call(): Promise<Outcome> {
		await nodeClock.sleep(PREPARING + this.random() * JITTER);
		const isTaken = this.count();
		await nodeClock.sleep(ANSWER);
		return isTaken ? { kind: 'success', body: {}, headers: {} } : refusal;
	}

	private count(): boolean {
		this.countOthers();
		const isChosen = this.counting.refuse?.includes(this.calls) ?? false;
		this.calls++;
		const isTaken = !isChosen && this.take(nodeClock.now());
		if (!isTaken) this.refused++;
		return isTaken;
	}

	private countOthers(): void {
		const { others = 0, othersBurst } = this.counting;
		const at = (number: number) => {
			const seconds = othersBurst ? Math.floor(number / others) : number / others;
			return this.begin + seconds * 1000;
		};
		while (others > 0 && at(this.otherCalls) <= nodeClock.now()) this.take(at(this.otherCalls++));
	}

	private take(now: number): boolean {
		const { window, allowed } = this.counting;
		const since = window === 'sliding' ? now - 1000 : Math.floor(now / 1000) * 1000 - 1;
		this.taken = this.taken.filter((at) => at > since);
		if (this.taken.length >= allowed) return false;
		this.taken.push(now);
		return true;
	}
}

const refusal: ErrorResponse = {
	kind: 'errorResponse',
	status: 429,
	code: 429,
	message: 'You have reached the maximum per-second rate limit for this API. Try again later.',
	fields: [],
	headers: {},
};

/** Lets nothing go on for a while, again and again: what is due meanwhile happens afterwards. */
function makeBusy(): void {
	const random = dice(3);
	const stalls: (readonly [number, number])[] = [];
	for (let at = nodeClock.elapsed(); stalls.length < 1000; at = stalls[stalls.length - 1][1]) {
		const begin = at + 200 + random() * 600;
		stalls.push([begin, begin + 20 + random() * 130]);
	}
	const sleep = jest.mocked(nodeClock.sleep).getMockImplementation()!;
	jest.spyOn(nodeClock, 'sleep').mockImplementation(async (milliseconds, signal) => {
		const due = nodeClock.elapsed() + milliseconds;
		const [, end = due] = stalls.find(([begin, stop]) => begin <= due && due < stop) ?? [];
		await sleep(end - nodeClock.elapsed(), signal);
	});
}

/** Numbers from 0 up to 1 that look random and are always the same. */
function dice(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return state / 2_147_483_648;
	};
}
