import type { Connection, RateLabel, ZoomRequest } from '../operation';
import { familyOf, limitOf, sharingDay } from './limits';
import type { Outcome, Refusal } from './outcome';
import { Pacer } from './pacer';
import { limitKind, nextUtcDay, retryAfter } from './rateLimit';
import { Recent } from './recent';
import { time } from './time';

/** Whose limits are spent, and how much of them may be. */
export type Spender = Pick<Connection, 'account' | 'plan' | 'share'>;

// Shared by all executions, pickers and token calls of this process. Other processes have their share.
const pacers = new Map<string, Pacer>();
// Zoom has about 1,900 endpoints; what no one has published may have a path of its own for each item.
const MOST_CORRECTED = 5000;
// What Zoom's answers say of labels counts more than its documents.
const corrected = new Recent<RateLabel>(MOST_CORRECTED);

// One endpoint is documented without a label.
const UNKNOWN_LABEL: RateLabel = 'medium';

const CATEGORIES: Readonly<Record<string, RateLabel>> = {
	light: 'light',
	medium: 'medium',
	heavy: 'heavy',
	'resource-intensive': 'resourceIntensive',
};

/** The pacer of one kind of call of an account. */
function pacerOf({ account, plan, share }: Spender, path: string, label: RateLabel): Pacer {
	const family = familyOf(path);
	const { calls, within } = limitOf(plan, family, label);
	const spacing = within / calls / share;
	const key = `${account} ${family} ${label}`;
	const pacer = pacers.get(key) ?? new Pacer(spacing);
	pacers.set(key, pacer);
	pacer.setSpacing(spacing);
	return pacer;
}

const callOf = ({ method, operation: { endpoint, path } }: ZoomRequest) =>
	`${method} ${endpoint ?? path}`;

const labelOf = (request: ZoomRequest): RateLabel =>
	corrected.get(callOf(request)) ?? request.operation.rate ?? UNKNOWN_LABEL;

/**
 * Waits until the call may go out.
 * @param patience how many milliseconds are waited at most for the moment from which on Zoom takes calls again
 * @returns in place of a turn, what Zoom said when it stopped taking this kind of call for longer than that
 */
export async function takeTurn(
	spender: Spender,
	request: ZoomRequest,
	patience: number,
	signal?: AbortSignal,
): Promise<Refusal | undefined> {
	const pacer = pacerOf(spender, request.path, labelOf(request));
	const hold = await pacer.turn(patience, signal);
	if (!hold) return undefined;
	const { until, refusal } = hold;
	const headers = { ...typeIn(refusal.headers), 'retry-after': new Date(until).toISOString() };
	return { ...refusal, headers };
}

// It may be all that tells a limit of the day.
const typeIn = ({ 'x-ratelimit-type': type }: Refusal['headers']): Refusal['headers'] =>
	type === undefined ? {} : { 'x-ratelimit-type': type };

/** Counts a call for an access token, of which Zoom publishes no limit of its own; it waits for nobody, all wait for it. */
export const spendTokenTurn = (spender: Spender): void =>
	pacerOf(spender, '/oauth/token', 'light').spend();

/**
 * Lets the answer to a call shape the turns of those to come.
 * @returns the label Zoom counts the call under, where that is news
 */
export function learn(
	spender: Spender,
	request: ZoomRequest,
	outcome: Outcome<unknown>,
): RateLabel | undefined {
	const before = labelOf(request);
	const label = labelIn(outcome) ?? before;
	if (label !== before) corrected.set(callOf(request), label);
	const pacer = pacerOf(spender, request.path, label);
	if (outcome.kind === 'success') pacer.speedUp();
	else if (outcome.kind === 'refusal' && outcome.status === 429) {
		heed(outcome, spender, request, label);
	}
	return label === before ? undefined : label;
}

const labelIn = (outcome: Outcome<unknown>): RateLabel | undefined =>
	'headers' in outcome
		? CATEGORIES[outcome.headers?.['x-ratelimit-category']?.toLowerCase() ?? '']
		: undefined;

function heed(
	refusal: Refusal,
	spender: Spender,
	{ path, operation }: ZoomRequest,
	label: RateLabel,
): void {
	const now = time.now();
	const resumeAt = retryAfter(refusal.headers, now);
	const kind = limitKind(refusal);
	if (kind === 'perSecond') {
		const pacer = pacerOf(spender, path, label);
		pacer.slowDown();
		if (resumeAt !== undefined) pacer.hold({ until: resumeAt, refusal, isForDay: false });
	}
	// Zoom says the same of the calls of a label and of what one operation alone may do.
	if (kind !== 'accountDay' || operation.hasOwnDay) return;
	const until = resumeAt ?? nextUtcDay(now);
	for (const shared of sharingDay(spender.plan, label)) {
		pacerOf(spender, path, shared).hold({ until, refusal, isForDay: true });
	}
}
