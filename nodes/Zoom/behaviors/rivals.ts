import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../registry/types';
import { zoomTimeOf } from '../transport/response/zoomClock';
import { clock } from '../transport/sync/clock';
import { settle } from '../transport/sync/settle';
import type { Identity } from './identity';
import type { Siblings } from './siblings';
import { allListed, getIfThere } from './siblings';

/** What was made, and of what there should be one. */
interface Making {
	readonly wanted: Identity;
	readonly made: IDataObject;
	readonly account: string;
}

/**
 * The oldest of those that are equal to what was just made, where that is another one: a process that looked at the same
 * time has made it. Each process that made one comes to the same answer, provided that Zoom's list is up to date.
 */
export async function oldestRival(
	siblings: Siblings,
	making: Making,
	warn: OperationContext['warn'],
): Promise<IDataObject | undefined> {
	await untilNextSecond(making);
	const look = await settle(findOlder(siblings, making));
	if (look.status === 'fulfilled') return look.value;
	// What was made is not to be lost.
	warn(
		`Created ${String(making.made.id)}, but could not check whether another process created the same: ${look.reason.message}`,
	);
	return undefined;
}

async function findOlder(
	siblings: Siblings,
	{ wanted, made }: Making,
): Promise<IDataObject | undefined> {
	const equal = await allListed(siblings, wanted);
	const own = equal.find(({ id }) => String(id) === String(made.id)) ?? made;
	const oldest = equal.reduce((first, each) => (isOlder(each, first) ? each : first), own);
	if (String(oldest.id) === String(made.id)) return undefined;
	return await getIfThere(siblings, oldest.id);
}

/** Of two of the same second the ID decides, for all processes alike. */
function isOlder(one: IDataObject, other: IDataObject): boolean {
	const [at, otherAt] = [one, other].map(({ created_at: created }) => Date.parse(String(created)));
	if (at !== otherAt && !Number.isNaN(at) && !Number.isNaN(otherAt)) return at < otherAt;
	return Number(one.id) < Number(other.id);
}

const SECOND = 1000;
const MOST = 2 * SECOND;

/**
 * Waits until nothing can be made any more that is as old, since Zoom tells seconds only: else the first of two would not
 * see the second, whose ID may be the lower one.
 */
async function untilNextSecond({ made: { created_at: at }, account }: Making): Promise<void> {
	const rest = Date.parse(String(at)) + SECOND - zoomTimeOf(account, clock.now());
	if (rest > 0) await clock.sleep(Math.min(rest, MOST));
}
