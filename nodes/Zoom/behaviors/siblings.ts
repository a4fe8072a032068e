import type { IDataObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import type { ListOperation, RestOperation, OperationContext, Values } from '../registry/types';
import { isRest } from '../registry/types';
import type { Identity } from './identity';
import { datesOf, isCalled, SERIES, startsAt } from './identity';

/** The operations that finding and changing take. */
export interface Siblings {
	readonly list: ListOperation;
	readonly get: RestOperation;
	readonly update: RestOperation;
	/** Field of `get` and `update` that names the one meant. */
	readonly idField: string;
}

/** The operations on what an operation creates. */
export function siblingsOf({ resources }: OperationContext, operation: RestOperation): Siblings {
	const { operations = [] } = resources.find((each) => each.operations.includes(operation)) ?? {};
	const named = (name: string) =>
		operations.filter(isRest).find(({ value }) => value === name) as RestOperation;
	return {
		list: named('getAll') as ListOperation,
		get: named('get'),
		update: named('update'),
		idField: String(operation.reuse),
	};
}

/** The thing with an ID, if there is one. */
export async function getIfThere(
	context: OperationContext,
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

const one = async (
	context: OperationContext,
	{ get, idField }: Siblings,
	{ id }: IDataObject,
	more: Values = {},
): Promise<IDataObject> => await context.send(get, { [idField]: String(id), ...more });

/** Whether an entry of the list is the one wanted; a list shows one date of a series, which need not be its first. */
async function isWanted(
	context: OperationContext,
	siblings: Siblings,
	wanted: Identity,
	entry: IDataObject,
): Promise<boolean> {
	if (!isCalled(entry, wanted)) return false;
	if (startsAt(wanted)(entry)) return true;
	const mayBeDate = wanted.start !== undefined && SERIES.includes(entry.type);
	return (
		mayBeDate && datesOf(await one(context, siblings, entry, ALL_DATES)).some(startsAt(wanted))
	);
}

/** The first of the host's that is the one wanted and will do, whole. */
export async function findListed(
	context: OperationContext,
	siblings: Siblings,
	wanted: Identity,
	willDo: (entry: IDataObject) => boolean = () => true,
): Promise<IDataObject | undefined> {
	const entry = await context.find(
		siblings.list,
		{ userId: wanted.host },
		async (each) => willDo(each) && (await isWanted(context, siblings, wanted, each)),
	);
	return entry && (await one(context, siblings, entry));
}

/** All of the host's that are the one wanted, as they are listed. */
export async function allListed(
	context: OperationContext,
	siblings: Siblings,
	wanted: Identity,
): Promise<IDataObject[]> {
	const found: IDataObject[] = [];
	await context.find(siblings.list, { userId: wanted.host }, async (entry) => {
		if (await isWanted(context, siblings, wanted, entry)) found.push(entry);
		return false;
	});
	return found;
}

const ALL_DATES: Values = { showPreviousOccurrences: true };
