import type { IDataObject } from 'n8n-workflow';

import type { Field, Item, ListOperation, RunContext, Values } from '../../operation';

/** Whether those who came several times are listed once. */
export const mergeRejoins: Field = {
	displayName: 'Merge Rejoins',
	name: 'mergeRejoins',
	type: 'boolean',
	in: 'node',
	default: false,
	description:
		'Whether the joins of one person become one item, with first join_time, last leave_time, duration in seconds, duration_minutes and the number of joins. People are told apart by user ID, else by registration, e-mail address or name. Time on two devices at once counts once; time in the waiting room does not count for those who got in.',
};

/** The participants of a list, as many as are wanted, each once if that is wanted. */
export async function listAttendance(
	operation: ListOperation,
	context: RunContext,
	values: Values,
): Promise<Item[]> {
	const entries =
		values.mergeRejoins === true
			? mergedRejoins(await context.list(operation, values)).slice(0, context.limit)
			: await context.list(operation, values, context.limit);
	return entries.map((json) => ({ json }));
}

/** Zoom's rows of participants, one for every join, made into one for every person. */
export function mergedRejoins(rows: readonly IDataObject[]): IDataObject[] {
	const people = new Map<unknown, IDataObject[]>();
	const ids = idsByEmail(rows);
	for (const row of rows) {
		const person = personOf(row, ids) ?? row;
		people.set(person, [...(people.get(person) ?? []), row]);
	}
	return [...people.values()].map(merged);
}

const idOf = (row: IDataObject) => textOf(row.id) || textOf(row.participant_user_id);
const emailOf = (row: IDataObject) => textOf(row.user_email).toLowerCase();

/** The IDs of those who came signed in, by address: they may have come back as guests. */
const idsByEmail = (rows: readonly IDataObject[]): ReadonlyMap<string, string> =>
	new Map(rows.filter((row) => emailOf(row) && idOf(row)).map((row) => [emailOf(row), idOf(row)]));

/** What tells a person from others; `user_id` does not, since it is another one for every join. */
function personOf(row: IDataObject, ids: ReadonlyMap<string, string>): string | undefined {
	const email = emailOf(row);
	const id = idOf(row) || ids.get(email);
	if (id) return `id ${id}`;
	if (textOf(row.registrant_id)) return `registrant ${textOf(row.registrant_id)}`;
	if (email) return `email ${email}`;
	const name = textOf(row.name).toLowerCase();
	return name ? `name ${name}` : undefined;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

function merged(rows: readonly IDataObject[]): IDataObject {
	const inside = rows.filter(({ status }) => status !== 'in_waiting_room');
	const stays = (inside.length > 0 ? inside : rows).map(toStay).sort((a, b) => a.from - b.from);
	const last = stays.reduce((latest, stay) => (stay.to > latest.to ? stay : latest));
	const seconds = secondsIn(stays);
	return {
		...stays[0].row,
		leave_time: last.row.leave_time,
		duration: seconds,
		duration_minutes: Math.ceil(seconds / 60),
		joins: stays.length,
	};
}

/** A row with when it begins and ends, in seconds since 1970. */
interface Stay {
	readonly row: IDataObject;
	readonly from: number;
	readonly to: number;
}

// Of somebody who is still there Zoom does not say when they left.
function toStay(row: IDataObject): Stay {
	const from = Date.parse(String(row.join_time)) / 1000;
	const leave = Date.parse(String(row.leave_time)) / 1000;
	return { row, from, to: Number.isNaN(leave) ? from + Number(row.duration ?? 0) : leave };
}

/** How long the stays last, what overlaps counted once; they come in the order in which they begin. */
function secondsIn(stays: readonly Stay[]): number {
	let total = 0;
	let end = -Infinity;
	for (const { from, to } of stays) {
		total += Math.max(to - Math.max(from, end), 0);
		end = Math.max(end, to);
	}
	return total;
}
