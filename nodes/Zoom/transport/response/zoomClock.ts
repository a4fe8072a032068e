import { processState } from '../../host/processState';
import { clock } from '../sync/clock';
import { LruCache } from '../sync/lruCache';
import { dateIn } from './throttling';

/** Accounts whose clock is remembered; credentials with expressions can name any number. */
const MOST_ACCOUNTS = 1000;
/** A clock that is further off is not Zoom's: an answer came from elsewhere, or was changed on its way. */
const LARGEST_OFFSET = 25 * 3_600_000;

const offsets = processState(
	"how far Zoom's clock is off",
	() => new LruCache<number>(MOST_ACCOUNTS),
);

/** Notes by an answer's headers how far Zoom's clock is from this machine's. */
export function noteZoomTime(account: string, headers: Readonly<Record<string, string>>): void {
	const offset = (dateIn(headers) ?? NaN) - clock.now();
	if (Math.abs(offset) <= LARGEST_OFFSET) offsets().set(account, offset);
}

/** A moment of this machine as Zoom's clock shows it; both in milliseconds since 1970. */
export const zoomTimeOf = (account: string, moment: number): number =>
	moment + (offsets().get(account) ?? 0);
