import type { IDataObject } from 'n8n-workflow';

import { processState } from '../host/processState';
import type { Behavior, BehaviorCall, Field, SendCall } from '../registry/types';
import { zoomTimeOf } from '../transport/response/zoomClock';
import { clock } from '../transport/sync/clock';
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
import type { SiblingNames, Siblings } from './siblings';
import { findListed, getIfThere, siblingsOf } from './siblings';

const ifExistsField: Field = {
	displayName: 'If It Exists',
	name: 'ifExists',
	type: 'options',
	options: [
		{ name: 'Create Another', value: 'create' },
		{
			name: 'Return Existing',
			value: 'skip',
			description: 'Return the existing meeting or webinar',
		},
		{
			name: 'Update Existing',
			value: 'update',
			description: 'Update the existing meeting or webinar with the values of this item',
		},
	],
	default: 'create',
	description:
		'What to do if the host already has a meeting or webinar with the same topic and start. Return Existing and Update Existing let a workflow run again without duplicates. Both need a fixed start in the future, and the scopes of Get Many and Get. Update Existing also needs the scope of Update.',
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
 * Offers not to create what is there already.
 * @param names the operations by which that is found, got and updated
 */
export const reuseExisting = (names: SiblingNames): Behavior => ({
	options: [ifExistsField],
	check,
	around: async (call, send) => {
		const siblings = siblingsOf(call.context, call.request.operation, names);
		return await createOnce({ call, send, siblings });
	},
});

/** Refuses an item of which there is no telling whether it exists, where that matters. */
function check({ context, request }: BehaviorCall): void {
	const { ifExists = 'create' } = context.options;
	if (ifExists !== 'create') refuseWithoutStart(identityOf(request));
}

/** A call that creates something, how it is made, and what there is already. */
interface CreateCall {
	readonly call: BehaviorCall;
	readonly send: SendCall;
	readonly siblings: Siblings;
}

/**
 * Creates what is not there yet. As long as it takes, nothing of the same host, topic and start is created besides by
 * this process, so that of two equal items only one creates.
 */
async function createOnce(creating: CreateCall): Promise<IDataObject> {
	const { context, request } = creating.call;
	const { ifExists = 'create', retryUnsafeRequests } = context.options;
	const wanted = identityOf(request);
	const isPlain = retryUnsafeRequests !== true || wanted.type === INSTANT;
	if (ifExists === 'create' && isPlain) return await creating.send(creating.call);
	const { account } = await context.connection();
	const { host, topic, start } = wanted;
	// Zoom starts all that is over at the same time: now.
	const known = ifExists === 'create' && isOver(wanted, account) ? 'over' : start;
	const { path } = request.operation;
	const key = JSON.stringify([account, path, host.toLowerCase(), topic.trim(), known]);
	return await context.runExclusive(key, async () => {
		const creation = { ...creating, wanted, account };
		const done =
			ifExists === 'create'
				? await create(creation)
				: await reuseOrCreate({ ...creation, ifExists, key });
		madeHere().set(`${account} ${String(done.id)}`, true);
		latest().set(key, { id: done.id, start_time: done.start_time });
		return done;
	});
}

function refuseWithoutStart({ start, type, topic }: Identity): void {
	if (WITHOUT_START.includes(type)) {
		refuse(['If It Exists'], 'must be Create Another for this Type, which has no fixed start');
	}
	if (start === undefined) refuse(['If It Exists'], 'requires a Start Time');
	if (topic.trim() === '') refuse(['If It Exists'], 'requires a Topic');
}

/** Whether Zoom would put the present time in place of a start. */
const isOver = ({ start }: Identity, account: string): boolean =>
	start !== undefined && start <= zoomTimeOf(account, clock.now());

function refuseOver(wanted: Identity, account: string): void {
	if (!isOver(wanted, account)) return;
	refuse(
		['Start Time'],
		'must be in the future, because no existing one was found. Zoom would start a new one now, and each run would create another',
	);
}

interface Creation extends CreateCall {
	readonly wanted: Identity;
	readonly account: string;
}

interface ReusingCreation extends Creation {
	readonly ifExists: unknown;
	/** Names what is created. */
	readonly key: string;
}

async function reuseOrCreate(creation: ReusingCreation): Promise<IDataObject> {
	const { call, siblings, wanted, account } = creation;
	const existing = await findExisting(creation);
	if (existing) return await reuse(creation, existing);
	// Only now is it known that there is none, and what time it is at Zoom.
	refuseOver(wanted, account);
	const made = await create(creation);
	const { warn } = call.context;
	const older = await oldestRival(siblings, { wanted, made, account }, warn);
	if (older === undefined) return made;
	madeHere().set(`${account} ${String(made.id)}`, true);
	warn(
		`Created ${String(made.id)}, but another process created ${String(older.id)} with the same topic and start at the same time. The item is the older one (${String(older.id)}). Nothing was deleted.`,
	);
	const reused = await reuse(creation, older);
	// Hints are told up to a number; no meeting is to be left at Zoom of which nobody knows.
	return { ...reused, duplicateId: made.id };
}

/** The one that is there: what this process made of it last, else what the list has. */
async function findExisting({
	siblings,
	wanted,
	key,
}: ReusingCreation): Promise<IDataObject | undefined> {
	const last = latest().get(key);
	const known = last && (await getIfThere(siblings, last.id));
	// Somebody may have changed it since.
	const isSameStart = (date: IDataObject) =>
		startsAt(wanted)(date) || date.start_time === last?.start_time;
	const isStill = known && isCalled(known, wanted) && datesOf(known).some(isSameStart);
	return isStill ? known : await findListed(siblings, wanted);
}

// Zoom may round up what it puts in place of a start that is over.
const ROUNDING = 60_000;

async function create({ call, send, siblings, wanted, account }: Creation): Promise<IDataObject> {
	if (call.context.options.retryUnsafeRequests !== true) return await send(call);
	const findMade = async (since: () => number) => {
		// Zoom tells the time of creation without fractions of the second.
		const from = Math.floor(since() / 1000) * 1000;
		const to = zoomTimeOf(account, clock.now()) + ROUNDING;
		const same = isOver(wanted, account) ? { ...wanted, present: [from, to] as const } : wanted;
		return await findListed(siblings, same, ({ id, created_at: at }) => {
			const isOwn = !madeHere().has(`${account} ${String(id)}`);
			return isOwn && Date.parse(String(at)) >= Math.floor(since() / 1000) * 1000;
		});
	};
	return await send({ ...call, findMade });
}

async function reuse(
	{ call, siblings, wanted, ifExists }: ReusingCreation,
	existing: IDataObject,
): Promise<IDataObject> {
	if (ifExists === 'skip') return { ...existing, ifExists: 'skipped' };
	// Its other dates would be moved, or gone.
	if (SERIES.includes(existing.type) && !SERIES.includes(wanted.type)) {
		refuse(
			['If It Exists'],
			`must be Return Existing or Create Another here: the existing one (${String(existing.id)}) is a series, and Update Existing would turn it into a single date`,
		);
	}
	await siblings.update(existing.id, call.request.values);
	return { ...(await siblings.get(existing.id)), ifExists: 'updated' };
}
