import type { IDataObject } from 'n8n-workflow';

import { toggle } from '../../../registry/field';
import type { Item, OperationContext, OperationRequest } from '../../../registry/types';

/** Whether those who came several times are listed once. */
export const mergeRejoins = toggle('Merge Rejoins', 'mergeRejoins', {
	in: 'node',
	description:
		'Whether to merge all joins of a person into one item, with the first join_time, last leave_time, duration in seconds, duration_minutes and the number of joins. Joins belong to one person if they share a user ID, registration, email address or customer key. The name is used only if all of these are missing. Time on two devices at once counts only once. Time in the waiting room counts only for people who were never admitted.',
});

/** The participants of a list, as many as are wanted, each once if that is wanted. */
export async function listAttendance(
	context: OperationContext,
	request: OperationRequest,
): Promise<Item[]> {
	const entries =
		request.values.mergeRejoins === true
			? mergedRejoins(await context.list(request)).slice(0, context.limit)
			: await context.list(request, context.limit);
	return entries.map((json) => ({ json }));
}

/** Zoom's rows of participants, one for every join, made into one for every person. */
export function mergedRejoins(rows: readonly IDataObject[]): IDataObject[] {
	const numbers = peopleOf(rows.map(keysOf));
	const people = new Map<number, IDataObject[]>(numbers.map((number) => [number, []]));
	rows.forEach((row, index) => people.get(numbers[index])?.push(row));
	return [...people.values()].map(merged);
}

/** The members that name a person beyond doubt; `user_id` does not, since it is another one for every join. */
const IDENTIFIERS: Readonly<Record<string, string>> = {
	id: 'user',
	participant_user_id: 'user',
	registrant_id: 'registrant',
	user_email: 'email',
	customer_key: 'customer',
};

/** All that a row's person is known by; the name only where there is nothing else. */
function keysOf(row: IDataObject): string[] {
	const keys = Object.entries(IDENTIFIERS).flatMap(([member, kind]) => {
		const value = textOf(row[member]);
		return value === '' ? [] : [`${kind} ${kind === 'email' ? value.toLowerCase() : value}`];
	});
	if (keys.length > 0) return keys;
	const name = textOf(row.name).toLowerCase();
	return name === '' ? [] : [`name ${name}`];
}

/** Numbers the people behind rows: rows that share a key, if only by way of other rows, are of one person. */
function peopleOf(keysOfRows: readonly string[][]): number[] {
	const parents = keysOfRows.map((_, index) => index);
	const personOf = (index: number): number => {
		let person = index;
		while (parents[person] !== person) {
			parents[person] = parents[parents[person]];
			person = parents[person];
		}
		return person;
	};
	const owners = new Map<string, number>();
	keysOfRows.forEach((keys, index) => {
		for (const key of keys) {
			const [one, other] = [personOf(owners.get(key) ?? index), personOf(index)];
			// The earlier row stands for the person, so that people stay in the order in which they are listed.
			parents[Math.max(one, other)] = Math.min(one, other);
			owners.set(key, index);
		}
	});
	return parents.map((_, index) => personOf(index));
}

const textOf = (value: unknown) =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

function merged(rows: readonly IDataObject[]): IDataObject {
	const inside = rows.filter(({ status }) => status !== 'in_waiting_room');
	const stays = (inside.length > 0 ? inside : rows).map(toStay).sort((a, b) => a.from - b.from);
	const last = stays.reduce((latest, stay) => (stay.to > latest.to ? stay : latest));
	const seconds = secondsIn(stays);
	return {
		...stays[0].row,
		...knownOf(rows),
		leave_time: last.row.leave_time,
		duration: seconds,
		duration_minutes: Math.ceil(seconds / 60),
		joins: stays.length,
	};
}

/** What identifies the person in any of the rows: the first may have been made by a guest who signed in later. */
function knownOf(rows: readonly IDataObject[]): IDataObject {
	const known = Object.keys(IDENTIFIERS).flatMap((member) => {
		const row = rows.find((each) => textOf(each[member]) !== '');
		return row ? [[member, row[member]] as const] : [];
	});
	return Object.fromEntries(known);
}

/** A row with when it begins and ends, in seconds since 1970; one without times begins after all others. */
interface Stay {
	readonly row: IDataObject;
	readonly from: number;
	readonly to: number;
	readonly duration: number;
}

// Zoom does not say when somebody left who is still there, and in places not when they came.
function toStay(row: IDataObject): Stay {
	const duration = Math.max(0, Number(row.duration ?? 0)) || 0;
	const [join, leave] = [secondsOf(row.join_time), secondsOf(row.leave_time)];
	const from = join ?? (leave === undefined ? undefined : leave - duration);
	if (from === undefined) return { row, from: Infinity, to: -Infinity, duration };
	return { row, from, to: Math.max(from, leave ?? from + duration), duration };
}

function secondsOf(time: unknown): number | undefined {
	const seconds = Date.parse(textOf(time)) / 1000;
	return Number.isNaN(seconds) ? undefined : seconds;
}

/** How long the stays last, what overlaps counted once; they come in the order in which they begin. */
function secondsIn(stays: readonly Stay[]): number {
	let total = 0;
	let end = -Infinity;
	for (const { from, to, duration } of stays) {
		// Nobody can say whether a stay without times overlaps another.
		total += from === Infinity ? duration : Math.max(to - Math.max(from, end), 0);
		end = Math.max(end, to);
	}
	return total;
}
