/** The value in the middle; of an even number the mean of the two there. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	return Number.isInteger(middle)
		? (sorted[middle - 1] + sorted[middle]) / 2
		: sorted[middle - 0.5];
}

/** The value that so much of them, from 0 to 1, does not exceed. */
export function quantile(values: readonly number[], part: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(Math.ceil(part * sorted.length) - 1, 0)];
}

/** What runs of calls to Zoom are measured by. */
export interface CallRate {
	/** Calls a second that Zoom allows. */
	readonly allowed: number;
	/** Part of that which the node asks for. */
	readonly paced: number;
	readonly concurrency: number;
	readonly latencyMs: number;
}

/** The most calls a second that pacing and latency leave. */
export const reachable = ({ allowed, paced, concurrency, latencyMs }: CallRate): number =>
	Math.min(allowed * paced, (concurrency * 1000) / latencyMs);

/** How much of a rate a run has reached, from 0 to 1. */
export const shareOf = (rate: number, items: number, seconds: number): number =>
	items / seconds / rate;

const units: [number, string][] = [
	[1024 ** 3, 'GiB'],
	[1024 ** 2, 'MiB'],
	[1024, 'KiB'],
];

/** A size as people read it. */
export function bytes(size: number): string {
	const [factor, unit] = units.find(([least]) => Math.abs(size) >= least) ?? [1, 'B'];
	return `${round(size / factor)} ${unit}`;
}

/** A number with three digits that count. */
export function round(value: number): string {
	if (value === 0 || !Number.isFinite(value)) return String(value);
	const decimals = Math.max(2 - Math.floor(Math.log10(Math.abs(value))), 0);
	return value.toFixed(Math.min(decimals, 3));
}

export const percent = (part: number): string => `${round(part * 100)} %`;

export const seconds = (value: number): string => `${round(value)} s`;
