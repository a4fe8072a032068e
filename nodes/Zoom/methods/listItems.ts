import type { IDataObject, INodeListSearchItems } from 'n8n-workflow';

/** A user, by name and address. */
export function userChoice({
	id,
	email,
	first_name,
	last_name,
}: IDataObject): INodeListSearchItems {
	const name = [first_name, last_name].filter(Boolean).join(' ');
	return {
		name: name === '' ? String(email) : `${name} (${String(email)})`,
		// Pending users have no ID yet.
		value: String(id ?? email),
	};
}

/** A group, by name. */
export const groupChoice = ({ id, name }: IDataObject): INodeListSearchItems => ({
	name: String(name),
	value: String(id),
});

/** A meeting or webinar, by topic, day and ID. */
export function sessionChoice({
	id,
	topic,
	start_time,
	join_url,
}: IDataObject): INodeListSearchItems {
	const when = typeof start_time === 'string' ? ` (${start_time.slice(0, 10)})` : '';
	return {
		name: `${String(topic)}${when} – ${String(id)}`,
		value: String(id),
		url: join_url === undefined ? undefined : String(join_url),
	};
}

/** One that took place: all occurrences of a series have one ID, so the UUID says which is meant. */
export const occurrenceChoice = (entry: IDataObject): INodeListSearchItems => ({
	...sessionChoice(entry),
	value: String(entry.uuid ?? entry.id),
});
