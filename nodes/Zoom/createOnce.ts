import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { firstDates } from './firstDates';
import { refuse } from './inputError';
import type { Field, ListOperation, RestOperation, RunContext, Values } from './operation';
import { isRest } from './operation';
import { Recent } from './transport/recent';

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
		'What to do when the host has one with the same topic and start already, so that a workflow can run again without making it twice. The app also needs the scopes of Get Many and Get, and of Update for updating. Not for those without a fixed start.',
};

/** What tells one from all others of its host. */
interface Identity {
	/** As the user named them. */
	readonly host: string;
	readonly topic: string;
	/** Milliseconds since 1970; undefined for one that starts at any time, or when Zoom chooses. */
	readonly start: number | undefined;
	/** Its start, and when its first date may be besides, as that of a series is the first of its rule. */
	readonly firstDates: readonly number[];
	readonly type: number | undefined;
}

/** The operations that finding and changing take. */
interface Siblings {
	readonly list: ListOperation;
	readonly get: RestOperation;
	readonly update: RestOperation;
	/** Field of `get` and `update` that names the one meant. */
	readonly idField: string;
}

const INSTANT = 1;
// Meetings of types 3 and 6 (webinars) have no fixed start, instant ones start at once.
const WITHOUT_START: ReadonlyArray<number | undefined> = [INSTANT, 3, 6];
const SERIES: readonly unknown[] = [8, 9];

// What this process made lately: Zoom's lists may be a moment behind, and what one item made is no other item's.
const MOST_REMEMBERED = 10_000;
const madeHere = new Recent<true>(MOST_REMEMBERED);
const latest = new Recent<IDataObject['id']>(MOST_REMEMBERED);

/**
 * Creates what is not there yet. As long as it takes, nothing of the same host, topic and start is created besides by
 * this process, so that of two equal items only one creates.
 */
export async function createOnce(
	context: RunContext,
	operation: RestOperation,
	values: Values,
): Promise<IDataObject> {
	const { ifExists = 'create', retryUnsafeRequests } = context.options;
	const wanted = identityOf(context, operation, values);
	const isPlain = retryUnsafeRequests !== true || wanted.type === INSTANT;
	if (ifExists === 'create' && isPlain) return await context.send(operation, values);
	const { account } = await context.connection();
	const { host, topic, start } = wanted;
	const key = JSON.stringify([account, operation.path, host.toLowerCase(), topic.trim(), start]);
	return await context.alone(key, async () => {
		const siblings = siblingsOf(context, operation);
		const existing =
			ifExists === 'create' ? undefined : await findExisting(context, siblings, wanted, key);
		const done =
			existing === undefined
				? await create(context, siblings, { operation, values, wanted, account })
				: await reuse(context, siblings, { existing, values, wanted, ifExists });
		madeHere.set(`${account} ${String(done.id)}`, true);
		latest.set(key, done.id);
		return done;
	});
}

/** Refuses an item of which there is no telling whether it exists, where that matters. */
export function checkOnce(context: RunContext, operation: RestOperation, values: Values): void {
	const { ifExists = 'create' } = context.options;
	if (ifExists !== 'create') refuseWithoutStart(identityOf(context, operation, values));
}

function identityOf(context: RunContext, operation: RestOperation, values: Values): Identity {
	const { body = {} } = context.request(operation, values);
	const { topic = '', start_time: start, timezone, schedule_for: host, type } = body;
	const rule = SERIES.includes(type) ? (body.recurrence as IDataObject | undefined) : undefined;
	const zone = typeof timezone === 'string' ? timezone : 'utc';
	const hasStart = start !== undefined && !WITHOUT_START.includes(type as number | undefined);
	const begin = hasStart ? DateTime.fromISO(String(start), { zone }) : undefined;
	return {
		host: String(host ?? values.userId),
		topic: String(topic),
		start: begin?.toMillis(),
		firstDates: begin ? firstDates(begin, rule) : [],
		type: type as number | undefined,
	};
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

function siblingsOf({ resources }: RunContext, operation: RestOperation): Siblings {
	const { operations = [] } = resources.find((each) => each.operations.includes(operation)) ?? {};
	const named = (name: string) =>
		operations.filter(isRest).find(({ value }) => value === name) as RestOperation;
	return {
		list: named('getAll') as ListOperation,
		get: named('get'),
		update: named('update'),
		idField: String(operation.onceBy),
	};
}

/** The one that is there: what this process made of it last, else what the list has. */
async function findExisting(
	context: RunContext,
	siblings: Siblings,
	wanted: Identity,
	key: string,
): Promise<IDataObject | undefined> {
	const id = latest.get(key);
	const known = id === undefined ? undefined : await getIfThere(context, siblings, id);
	// Somebody may have changed it since.
	const isStill = known && isCalled(known, wanted) && datesOf(known).some(startsAt(wanted));
	return isStill ? known : await findListed(context, siblings, wanted, () => true);
}

async function getIfThere(
	context: RunContext,
	{ get, idField }: Siblings,
	id: unknown,
): Promise<IDataObject | undefined> {
	const target = { [idField]: String(id), ...ALL_DATES };
	const [found] = await Promise.allSettled([context.send(get, target)]);
	if (found.status === 'fulfilled') return found.value;
	const isGone = found.reason instanceof NodeApiError && found.reason.httpCode === '404';
	if (isGone) return undefined;
	throw found.reason;
}

/** The first of the host's that is the one wanted and will do, whole. */
async function findListed(
	context: RunContext,
	siblings: Siblings,
	wanted: Identity,
	willDo: (entry: IDataObject) => boolean,
): Promise<IDataObject | undefined> {
	const { list, get, idField } = siblings;
	const one = async ({ id }: IDataObject, more: Values = {}) =>
		await context.send(get, { [idField]: String(id), ...more });
	const isWanted = async (entry: IDataObject) => {
		if (!isCalled(entry, wanted) || !willDo(entry)) return false;
		if (startsAt(wanted)(entry)) return true;
		// A list shows one date of a series, which need not be its first.
		const mayBeDate = wanted.start !== undefined && SERIES.includes(entry.type);
		return mayBeDate && datesOf(await one(entry, ALL_DATES)).some(startsAt(wanted));
	};
	const entry = await context.find(list, { userId: wanted.host }, isWanted);
	return entry && (await one(entry));
}

const ALL_DATES: Values = { showPreviousOccurrences: true };

const isCalled = ({ topic }: IDataObject, wanted: Identity) =>
	String(topic).trim() === wanted.topic.trim();

/** A meeting with each of its dates, where it has several. */
const datesOf = (whole: IDataObject): IDataObject[] => [
	whole,
	...((whole.occurrences ?? []) as IDataObject[]),
];

// Where none is asked for, Zoom sets a start itself, unless there is none by type.
const startsAt =
	({ start: wanted, firstDates: dates, type }: Identity) =>
	({ start_time: start }: IDataObject) => {
		if (wanted !== undefined) return dates.includes(Date.parse(String(start)));
		return start === undefined || !WITHOUT_START.includes(type);
	};

interface Creation {
	readonly operation: RestOperation;
	readonly values: Values;
	readonly wanted: Identity;
	readonly account: string;
}

async function create(
	context: RunContext,
	siblings: Siblings,
	{ operation, values, wanted, account }: Creation,
): Promise<IDataObject> {
	const isFindable = context.options.retryUnsafeRequests === true;
	const findMade = async (since: () => number) =>
		await findListed(context, siblings, wanted, ({ id, created_at: at }) => {
			const isOwn = !madeHere.has(`${account} ${String(id)}`);
			// Zoom tells the time of creation without fractions of the second.
			return isOwn && Date.parse(String(at)) >= Math.floor(since() / 1000) * 1000;
		});
	return await context.send(operation, values, isFindable ? findMade : undefined);
}

interface Reuse {
	readonly existing: IDataObject;
	readonly values: Values;
	readonly wanted: Identity;
	readonly ifExists: unknown;
}

async function reuse(
	context: RunContext,
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
