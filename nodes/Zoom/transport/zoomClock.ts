import { time } from './time';

const offsets = new Map<string, number>();

/** Notes by an answer's headers how far Zoom's clock is from this machine's. */
export function noteZoomTime(account: string, { date }: Readonly<Record<string, string>>): void {
	const told = Date.parse(date);
	if (!Number.isNaN(told)) offsets.set(account, told - time.now());
}

/** A moment of this machine as Zoom's clock shows it; both in milliseconds since 1970. */
export const zoomTimeOf = (account: string, moment: number): number =>
	moment + (offsets.get(account) ?? 0);
