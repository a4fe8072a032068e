/** How a list is answered: the array whose elements become one item each, and how Zoom pages it. */
export interface Paging {
	readonly key: string;
	readonly paging: 'token' | 'page' | 'none';
	/** The largest page Zoom serves; absent where Zoom does not page, or does not say. */
	readonly pageSize?: number;
	/** Member that tells each entry from all others, whatever else of it changes meanwhile. */
	readonly id?: string;
	readonly dateWindows?: DateWindows;
}

/** A list from one day to another of which Zoom answers at most a month at once. */
export interface DateWindows {
	/** Time in an entry by which the months are put together. */
	readonly by: string;
	/** What tells an entry from those of other months; absent where only the whole of it does. */
	readonly id?: string;
	/** Whether it lists what is to come. */
	readonly isAhead?: true;
}

/** A list in the body of which Zoom takes only so many entries at once. */
export interface Chunking {
	readonly key: string;
	readonly size: number;
	/** List in the answers, or text with commas, that is put together again; absent where Zoom answers nothing. */
	readonly answer?: string;
}
