import type { IDataObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import type { OperationContext, RestOperation, Values } from '../registry/types';
import { restOperation } from '../registry/types';
import { settle } from '../transport/sync/settle';
import type { Identity } from './identity';
import { datesOf, isCalled, SERIES, startsAt } from './identity';

/** The operations that finding and changing take, by their names in the resource of the one that creates. */
export interface SiblingNames {
	readonly find: string;
	readonly get: string;
	readonly update: string;
	/** Field of `get` and `update` that names the one meant. */
	readonly id: string;
}

/** What there is already of what an operation creates. */
export interface Siblings {
	/** The first of a host's that matches. */
	readonly find: (
		host: string,
		matches: (entry: IDataObject) => Promise<boolean>,
	) => Promise<IDataObject | undefined>;
	readonly get: (id: unknown, more?: Values) => Promise<IDataObject>;
	readonly update: (id: unknown, values: Values) => Promise<void>;
}

/** Calls the operations beside one that creates. */
export function siblingsOf(
	{ resources, request, send, find }: OperationContext,
	creating: RestOperation,
	names: SiblingNames,
): Siblings {
	const resource = resources.find(({ operations }) => operations.includes(creating))!;
	const named = (name: string) => restOperation(resource, name);
	return {
		find: async (userId, matches) => await find(request(named(names.find), { userId }), matches),
		get: async (id, more) =>
			await send(request(named(names.get), { [names.id]: String(id), ...more })),
		async update(id, values) {
			await send(request(named(names.update), { ...values, [names.id]: String(id) }));
		},
	};
}

/** The thing with an ID and all its dates, if there is one. */
export async function getIfThere({ get }: Siblings, id: unknown): Promise<IDataObject | undefined> {
	const found = await settle(get(id, ALL_DATES));
	if (found.status === 'fulfilled') return found.value;
	const isGone = found.reason instanceof NodeApiError && found.reason.httpCode === '404';
	if (isGone) return undefined;
	throw found.reason;
}

/** Whether an entry of the list is the one wanted; a list shows one date of a series, which need not be its first. */
async function isWanted({ get }: Siblings, wanted: Identity, entry: IDataObject): Promise<boolean> {
	if (!isCalled(entry, wanted)) return false;
	if (startsAt(wanted)(entry)) return true;
	const mayBeDate = wanted.start !== undefined && SERIES.includes(entry.type);
	return mayBeDate && datesOf(await get(entry.id, ALL_DATES)).some(startsAt(wanted));
}

/** The first of the host's that is the one wanted and will do, whole. */
export async function findListed(
	siblings: Siblings,
	wanted: Identity,
	willDo: (entry: IDataObject) => boolean = () => true,
): Promise<IDataObject | undefined> {
	const entry = await siblings.find(
		wanted.host,
		async (each) => willDo(each) && (await isWanted(siblings, wanted, each)),
	);
	return entry && (await siblings.get(entry.id));
}

/** All of the host's that are the one wanted, as they are listed. */
export async function allListed(siblings: Siblings, wanted: Identity): Promise<IDataObject[]> {
	const found: IDataObject[] = [];
	await siblings.find(wanted.host, async (entry) => {
		if (await isWanted(siblings, wanted, entry)) found.push(entry);
		return false;
	});
	return found;
}

const ALL_DATES: Values = { showPreviousOccurrences: true };
