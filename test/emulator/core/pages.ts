import type { Clock } from './clock';
import { ZoomError } from './http/answers';
import { secret } from './identifiers';

const tokenLife = 15 * 60_000;

interface Position {
	listing: string;
	offset: number;
	expiresAt: number;
}

/** The page of a list, with the fields Zoom puts beside it. */
export interface Page<T> {
	entries: T[];
	fields: {
		page_count: number;
		page_number: number;
		page_size: number;
		total_records: number;
		next_page_token: string;
	};
}

/** Hands out lists in pages; a page token lives 15 minutes and only for the same listing. */
export class Pages {
	private positions = new Map<string, Position>();

	constructor(private readonly clock: Clock) {}

	/** The page asked for; `listing` names the list with all its other parameters. */
	page<T>(all: T[], listing: string, query: Record<string, unknown>, maxPageSize: number): Page<T> {
		const size = pageSize(query.page_size, maxPageSize);
		const key = `${listing} ${size}`;
		const offset = query.next_page_token
			? this.position(String(query.next_page_token), key)
			: size * (Math.max(1, Math.floor(Number(query.page_number)) || 1) - 1);
		const end = offset + size;
		return {
			entries: all.slice(offset, end),
			fields: {
				page_count: Math.ceil(all.length / size),
				page_number: Math.floor(offset / size) + 1,
				page_size: size,
				total_records: all.length,
				next_page_token: end < all.length ? this.token(key, end) : '',
			},
		};
	}

	reset(): void {
		this.positions.clear();
	}

	private token(listing: string, offset: number): string {
		const token = secret(18);
		this.positions.set(token, { listing, offset, expiresAt: this.clock.now() + tokenLife });
		return token;
	}

	private position(token: string, listing: string): number {
		const position = this.positions.get(token);
		if (position?.listing !== listing || position.expiresAt <= this.clock.now())
			throw new ZoomError(400, 300, 'The next page token is invalid or expired.');
		return position.offset;
	}
}

/** Zoom's page size for what was asked: 30 by default, at most the list's maximum. */
function pageSize(asked: unknown, max: number): number {
	const size = Number(asked);
	return Number.isInteger(size) && size > 0 ? Math.min(size, max) : Math.min(30, max);
}
