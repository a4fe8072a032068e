import type { IDataObject } from 'n8n-workflow';

import { processState } from '../host/processState';
import type { Field, RestOperation, OperationContext, Values } from '../registry/types';
import { zoomTimeOf } from '../transport/response/zoomClock';
import { time } from '../transport/sync/clock';
import { LruCache } from '../transport/sync/lruCache';
import { refuse } from '../values/inputError';
import type { Identity } from './identity';
import {
	datesOf,
	identityOf,
	INSTANT,
	isCalled,
	SERIES,
	startsAt,
	WITHOUT_START,
} from './identity';
import { oldestRival } from './rivals';
import type { Siblings } from './siblings';
import { findListed, getIfThere, siblingsOf } from './siblings';

/** Chosen under Options of what is created once. */
export const ifExistsField: Field = {
	displayName: 'If It Exists',
	name: 'ifExists',
	type: 'options',
	options: [
		{ name: 'Create Another', value: 'create' },
		{ name: 'Leave It', value: 'skip', description: 'Answer the one that is there' },
		{
			name: 'Update It',
			value: 'update',
			description: 'Change the one that is there to what this item says, and answer it',
		},
	],
	default: 'create',
	description:
		'What to do when the host has one with the same topic and start already, so that a workflow can run again without making it twice. The start must be in the future when there is none yet. After a create the node looks again: when another process made the same at the same time, the item is the older one and a hint names both; nothing is deleted. Two can be left without a hint when Zoom has not listed the other one yet. The app also needs the scopes of Get Many and Get, and of Update for updating. Not for those without a fixed start.',
};

// What this process made lately: Zoom's lists may be a moment behind, and what one item made is no other item's.
const MOST_REMEMBERED = 10_000;
const madeHere = processState(
	'what this process created',
	() => new LruCache<true>(MOST_REMEMBERED),
);
/** With the start that Zoom gave it, which is another one where that was over by then. */
const latest = processState(
	'what was created or reused last',
	() => new LruCache<Pick<IDataObject, 'id' | 'start_time'>>(MOST_REMEMBERED),
);

/**
 * Creates what is not there yet. As long as it takes, nothing of the same host, topic and start is created besides by
 * this process, so that of two equal items only one creates.
 */
export async function reuseExisting(
	context: OperationContext,
	operation: RestOperation,
	values: Values,
): Promise<IDataObject> {
	const { ifExists = 'create', retryUnsafeRequests } = context.options;
	const wanted = identityOf(context, operation, values);
	const isPlain = retryUnsafeRequests !== true || wanted.type === INSTANT;
	if (ifExists === 'create' && isPlain) return await context.send(operation, values);
	const { account } = await context.connection();
	const { host, topic, start } = wanted;
	// Zoom starts all that is over at the same time: now.
	const known = ifExists === 'create' && isOver(wanted, account) ? 'over' : start;
	const key = JSON.stringify([account, operation.path, host.toLowerCase(), topic.trim(), known]);
	return await context.runExclusive(key, async () => {
		const siblings = siblingsOf(context, operation);
		const creation = { operation, values, wanted, account };
		const done =
			ifExists === 'create'
				? await create(context, siblings, creation)
				: await reuseOrCreate(context, siblings, { ...creation, ifExists, key });
		madeHere().set(`${account} ${String(done.id)}`, true);
		latest().set(key, { id: done.id, start_time: done.start_time });
		return done;
	});
}

/** Refuses an item of which there is no telling whether it exists, where that matters. */
export function checkReuse(
	context: OperationContext,
	operation: RestOperation,
	values: Values,
): void {
	const { ifExists = 'create' } = context.options;
	if (ifExists !== 'create') refuseWithoutStart(identityOf(context, operation, values));
}

function refuseWithoutStart({ start, type, topic }: Identity): void {
	if (WITHOUT_START.includes(type)) {
		refuse(
			['If It Exists'],
			'must be Create Another for this Type, which has no fixed start to know it by',
		);
	}
	if (start === undefined) refuse(['If It Exists'], 'needs a Start Time to know it by');
	if (topic.trim() === '') refuse(['If It Exists'], 'needs a Topic to know it by');
}

/** Whether Zoom would put the present time in place of a start. */
const isOver = ({ start }: Identity, account: string): boolean =>
	start !== undefined && start <= zoomTimeOf(account, time.now());

function refuseOver(wanted: Identity, account: string): void {
	if (!isOver(wanted, account)) return;
	refuse(
		['Start Time'],
		'must be in the future when If It Exists is not Create Another and there is none yet; Zoom would start it now instead, and each run would make another',
	);
}

interface Creation {
	readonly operation: RestOperation;
	readonly values: Values;
	readonly wanted: Identity;
	readonly account: string;
}

async function reuseOrCreate(
	context: OperationContext,
	siblings: Siblings,
	{ ifExists, key, ...creation }: Creation & { readonly ifExists: unknown; readonly key: string },
): Promise<IDataObject> {
	const { values, wanted, account } = creation;
	const existing = await findExisting(context, siblings, wanted, key);
	if (existing) return await reuse(context, siblings, { existing, values, wanted, ifExists });
	// Only now is it known that there is none, and what time it is at Zoom.
	refuseOver(wanted, account);
	const made = await create(context, siblings, creation);
	const older = await oldestRival(context, siblings, { wanted, made, account });
	if (older === undefined) return made;
	madeHere().set(`${account} ${String(made.id)}`, true);
	context.warn(
		`${String(made.id)} was made although ${String(older.id)} with the same topic and start was there: another process made that at the same time. The item is the older one, ${String(older.id)}; nothing was deleted.`,
	);
	const reused = await reuse(context, siblings, { existing: older, values, wanted, ifExists });
	// Hints are told up to a number; no meeting is to be left at Zoom of which nobody knows.
	return { ...reused, duplicateId: made.id };
}

/** The one that is there: what this process made of it last, else what the list has. */
async function findExisting(
	context: OperationContext,
	siblings: Siblings,
	wanted: Identity,
	key: string,
): Promise<IDataObject | undefined> {
	const last = latest().get(key);
	const known = last && (await getIfThere(context, siblings, last.id));
	// Somebody may have changed it since.
	const isSameStart = (date: IDataObject) =>
		startsAt(wanted)(date) || date.start_time === last?.start_time;
	const isStill = known && isCalled(known, wanted) && datesOf(known).some(isSameStart);
	return isStill ? known : await findListed(context, siblings, wanted);
}

// Zoom may round up what it puts in place of a start that is over.
const ROUNDING = 60_000;

async function create(
	context: OperationContext,
	siblings: Siblings,
	{ operation, values, wanted, account }: Creation,
): Promise<IDataObject> {
	const isFindable = context.options.retryUnsafeRequests === true;
	const findMade = async (since: () => number) => {
		// Zoom tells the time of creation without fractions of the second.
		const from = Math.floor(since() / 1000) * 1000;
		const to = zoomTimeOf(account, time.now()) + ROUNDING;
		const same = isOver(wanted, account) ? { ...wanted, present: [from, to] as const } : wanted;
		return await findListed(context, siblings, same, ({ id, created_at: at }) => {
			const isOwn = !madeHere().has(`${account} ${String(id)}`);
			return isOwn && Date.parse(String(at)) >= Math.floor(since() / 1000) * 1000;
		});
	};
	return await context.send(operation, values, isFindable ? findMade : undefined);
}

interface Reuse {
	readonly existing: IDataObject;
	readonly values: Values;
	readonly wanted: Identity;
	readonly ifExists: unknown;
}

async function reuse(
	context: OperationContext,
	{ get, update, idField }: Siblings,
	{ existing, values, wanted, ifExists }: Reuse,
): Promise<IDataObject> {
	if (ifExists === 'skip') return { ...existing, ifExists: 'skipped' };
	// Its other dates would be moved, or gone.
	if (SERIES.includes(existing.type) && !SERIES.includes(wanted.type)) {
		refuse(
			['If It Exists'],
			`must be Leave It or Create Another here: what is there (${String(existing.id)}) is a series, which Update It would turn into a single date`,
		);
	}
	const target = { [idField]: String(existing.id) };
	await context.send(update, { ...values, ...target });
	return { ...(await context.send(get, target)), ifExists: 'updated' };
}
