import { processState } from '../../host/processState';
import type { Connection, RateLabel, ZoomRequest } from '../../registry/types';
import type { Outcome, ErrorResponse } from '../response/outcome';
import { isDayLimit, limitKind, nextUtcDay, resumeTimeIn } from '../response/throttling';
import { clock } from '../sync/clock';
import { LruCache } from '../sync/lruCache';
import type { Block } from './block';
import { Blocked } from './block';
import type { TurnOptions } from './rateLimiter';
import { RateLimiter } from './rateLimiter';
import { costsMore, familyOf, hasSeparateDailyLimit, limitOf, sharingDay } from './rateLimits';

/** Whose limits are spent, and how much of them may be. */
export type QuotaOwner = Pick<Connection, 'account' | 'plan' | 'share'>;

// Shared by all executions, pickers and token calls of this process. Other processes have their share. Accounts can be
// any number, since expressions can name them; Zoom has about 1,900 endpoints, and what no one has published may have a
// path of its own for each item.
const MOST_LIMITERS = 5000;
const MOST_CALLS = 5000;

const limiters = processState('rate limiters', () => new LruCache<RateLimiter>(MOST_LIMITERS));
/** What accounts may do no more of today, by operation. */
const closed = processState(
	'daily limits that are used up',
	() => new LruCache<Blocked>(MOST_CALLS),
);
/** What Zoom's answers say of labels, by account: it counts more than its documents. */
const told = processState('rate labels in answers', () => new LruCache<Told>(MOST_CALLS));

/** The label that the latest answers to a call named, and how many of them in a row. */
interface Told {
	readonly label: RateLabel;
	readonly times: number;
}

// One endpoint is documented without a label.
const UNKNOWN_LABEL: RateLabel = 'medium';

/** So many answers in a row have to name a label that allows more than the documented one before it is believed. */
const EVIDENCE = 20;

const CATEGORIES = new Map<string, RateLabel>([
	['light', 'light'],
	['medium', 'medium'],
	['heavy', 'heavy'],
	['resource-intensive', 'resourceIntensive'],
]);

/** The limiter of one kind of call of an account. */
function limiterOf(
	{ account, plan, share }: QuotaOwner,
	path: string,
	label: RateLabel,
): RateLimiter {
	const family = familyOf(path);
	const { calls, within } = limitOf(plan, family, label);
	const spacing = within / calls / share;
	const key = `${account} ${family} ${label}`;
	const limiter = limiters().get(key) ?? new RateLimiter(spacing);
	limiters().set(key, limiter);
	limiter.setSpacing(spacing);
	return limiter;
}

const callOf = ({ method, operation: { endpoint, path } }: ZoomRequest) =>
	`${method} ${endpoint ?? path}`;

const documentedLabel = ({ operation }: ZoomRequest): RateLabel => operation.rate ?? UNKNOWN_LABEL;

const keyOf = ({ account }: QuotaOwner, request: ZoomRequest) => `${account} ${callOf(request)}`;

// An endpoint may do several things, and then its body names the one.
function closureOf(quotaOwner: QuotaOwner, request: ZoomRequest): string {
	const action = request.body?.action;
	return `${keyOf(quotaOwner, request)} ${typeof action === 'string' ? action.slice(0, 20) : ''}`;
}

function labelOf(quotaOwner: QuotaOwner, request: ZoomRequest): RateLabel {
	const documented = documentedLabel(request);
	const { label, times } = told().get(keyOf(quotaOwner, request)) ?? {
		label: documented,
		times: 0,
	};
	return times < EVIDENCE && costsMore(documented, label) ? documented : label;
}

/**
 * Waits until the call may go out.
 * @returns in place of a turn, what Zoom said when it stopped taking this kind of call for longer than may be waited
 */
export async function acquireSlot(
	quotaOwner: QuotaOwner,
	request: ZoomRequest,
	options: TurnOptions,
): Promise<ErrorResponse | undefined> {
	const closure = () => closed().get(closureOf(quotaOwner, request))?.beyond(0);
	const limiter = limiterOf(quotaOwner, request.path, labelOf(quotaOwner, request));
	// What is closed may have been closed while the call waited.
	const block = closure() ?? (await limiter.acquire(options)) ?? closure();
	return block && refusalBy(block);
}

function refusalBy({ until, refusal }: Block): ErrorResponse {
	const headers = { ...typeIn(refusal.headers), 'retry-after': new Date(until).toISOString() };
	return { ...refusal, headers };
}

// It may be all that tells a limit of the day.
const typeIn = ({
	'x-ratelimit-type': type,
}: ErrorResponse['headers']): ErrorResponse['headers'] =>
	type === undefined ? {} : { 'x-ratelimit-type': type };

/** Counts a call for an access token, of which Zoom publishes no limit of its own; it waits for nobody, all wait for it. */
export const consumeTokenSlot = (quotaOwner: QuotaOwner): void =>
	limiterOf(quotaOwner, '/oauth/token', 'light').consume();

/**
 * Lets the answer to a call shape the turns of those to come.
 * @returns the label the call is counted under from now on, where that is news
 */
export function observe(
	quotaOwner: QuotaOwner,
	request: ZoomRequest,
	outcome: Outcome<unknown>,
): RateLabel | undefined {
	const before = labelOf(quotaOwner, request);
	noteLabel(quotaOwner, request, outcome);
	const label = labelOf(quotaOwner, request);
	if (outcome.kind === 'success') limiterOf(quotaOwner, request.path, label).succeeded();
	else if (outcome.kind === 'errorResponse' && outcome.status === 429) {
		onThrottled(outcome, quotaOwner, request, label);
	}
	return label === before ? undefined : label;
}

function noteLabel(quotaOwner: QuotaOwner, request: ZoomRequest, outcome: Outcome<unknown>): void {
	const label = labelIn(outcome);
	const key = keyOf(quotaOwner, request);
	const before = told().get(key);
	if (label === undefined || (!before && label === documentedLabel(request))) return;
	told().set(key, { label, times: before?.label === label ? before.times + 1 : 1 });
}

function labelIn(outcome: Outcome<unknown>): RateLabel | undefined {
	const category: unknown = 'headers' in outcome && outcome.headers?.['x-ratelimit-category'];
	return typeof category === 'string' ? CATEGORIES.get(category.toLowerCase()) : undefined;
}

function onThrottled(
	refusal: ErrorResponse,
	quotaOwner: QuotaOwner,
	request: ZoomRequest,
	label: RateLabel,
): void {
	const now = clock.now();
	const kind = limitKind(refusal, now);
	const resumeAt = resumeTimeIn(refusal, now);
	if (kind === 'perSecond') {
		const limiter = limiterOf(quotaOwner, request.path, label);
		limiter.refused();
		if (resumeAt !== undefined) limiter.block({ until: resumeAt, refusal, isForDay: false });
	}
	if (!isDayLimit(kind)) return;
	const block = { until: resumeAt ?? nextUtcDay(now), refusal, isForDay: true };
	// Zoom may say the same of the calls of a label and of what one operation alone may do.
	if (
		kind === 'operationDay' ||
		(kind === 'accountDay' && hasSeparateDailyLimit(callOf(request)))
	) {
		close(closureOf(quotaOwner, request), block);
	} else if (kind === 'accountDay') closeLabel(quotaOwner, request, label, block);
}

function close(key: string, block: Block): void {
	const closure = closed().get(key) ?? new Blocked();
	closure.extend(block);
	closed().set(key, closure);
}

function closeLabel(
	quotaOwner: QuotaOwner,
	{ path }: ZoomRequest,
	label: RateLabel,
	block: Block,
): void {
	for (const shared of sharingDay(quotaOwner.plan, label)) {
		limiterOf(quotaOwner, path, shared).block(block);
	}
}
