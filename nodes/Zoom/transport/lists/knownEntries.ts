import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

/** A short text that is the same for the same content. */
export const digestOf = (content: unknown): string =>
	createHash('sha256').update(JSON.stringify(content)).digest('base64');

// Names of members that are IDs: "id", "queue_id", "meeting_uuid", "engagementId".
const ID = /(?:^(?:uu)?id|_(?:uu)?id|[a-z](?:Id|ID|Uuid|UUID))$/;

const isId = (value: unknown) =>
	typeof value === 'number' || (typeof value === 'string' && value !== '');

/** The entries of the pages so far, to tell those that come again on a later page. */
export class KnownEntries {
	private readonly known = new Set<string>();

	/** @param id member that tells each entry of the list from all others, where Zoom has one */
	constructor(private readonly id: string | undefined) {}

	/** The entries of a page that no page before has had. Of two on one page Zoom means both. */
	takeNew(entries: readonly IDataObject[]): IDataObject[] {
		const identities = entries.map((entry) => this.identityOf(entry));
		const fresh = entries.filter((_, index) => !this.known.has(identities[index] ?? ''));
		for (const identity of identities) if (identity !== undefined) this.known.add(identity);
		return fresh;
	}

	/**
	 * Where no one member is known to identify an entry, all of it has to be the same, and an ID has to be among it: two
	 * lines of a log may well look alike.
	 */
	private identityOf(entry: IDataObject): string | undefined {
		const { id } = this;
		if (id !== undefined && isId(entry[id])) return `id ${String(entry[id])}`;
		const hasId = Object.keys(entry).some((name) => ID.test(name) && isId(entry[name]));
		return hasId ? digestOf(entry) : undefined;
	}
}
