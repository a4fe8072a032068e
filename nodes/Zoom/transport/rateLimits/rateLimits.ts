import type { Plan, RateLabel } from '../../registry/types';

/** APIs of Zoom that are limited by themselves. */
export type Family = 'main' | 'phone' | 'contactCenter';

/** How many calls of a label Zoom takes from an account. */
export interface Limit {
	readonly calls: number;
	/** Milliseconds in which so many calls are taken. */
	readonly within: number;
}

const SECOND = 1000;
const MINUTE = 60_000;

type Limits = Readonly<Record<RateLabel, Limit>>;

const limits = (light: number, medium: number, heavy: number, perMinute: number): Limits => ({
	light: { calls: light, within: SECOND },
	medium: { calls: medium, within: SECOND },
	heavy: { calls: heavy, within: SECOND },
	resourceIntensive: { calls: perMinute, within: MINUTE },
});

const MAIN: Readonly<Record<Plan, Limits>> = {
	free: limits(4, 2, 1, 10),
	pro: limits(30, 20, 10, 10),
	business: limits(80, 60, 40, 20),
};

// Zoom publishes none for free accounts, which have neither product.
const PHONE: Readonly<Record<Plan, Limits>> = {
	free: limits(20, 10, 5, 5),
	pro: limits(20, 10, 5, 5),
	business: limits(40, 20, 10, 10),
};

/** @see https://developers.zoom.us/docs/api/rate-limits/ */
export const limitOf = (plan: Plan, family: Family, label: RateLabel): Limit =>
	(family === 'main' ? MAIN : PHONE)[plan][label];

/** The API a path belongs to. */
export function familyOf(path: string): Family {
	if (path.startsWith('/phone/')) return 'phone';
	return path.startsWith('/contact_center/') ? 'contactCenter' : 'main';
}

/** Labels that share one allowance for the day. */
export const sharingDay = (plan: Plan, label: RateLabel): readonly RateLabel[] =>
	plan !== 'free' && (label === 'heavy' || label === 'resourceIntensive')
		? ['heavy', 'resourceIntensive']
		: [label];

const BY_COST: readonly RateLabel[] = ['light', 'medium', 'heavy', 'resourceIntensive'];

/** Whether Zoom takes fewer calls of one label than of another. */
export const costsMore = (one: RateLabel, other: RateLabel): boolean =>
	BY_COST.indexOf(one) > BY_COST.indexOf(other);

/** Endpoints of which Zoom limits by the day what they make, besides the calls of their labels. */
const WITH_OWN_DAY: ReadonlySet<string> = new Set(['POST /users', 'POST /groups']);

export const hasSeparateDailyLimit = (call: string): boolean => WITH_OWN_DAY.has(call);
