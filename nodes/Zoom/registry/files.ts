/** A file at Zoom. */
export interface Download {
	readonly url: string;
	/** What to show at the file's host instead of the connection's access token. */
	readonly token?: string;
	/** Gets a token that is for this file, for where the access token does not open it or does not go. */
	readonly askToken?: () => Promise<string | undefined>;
	/** Absent where the file's host is to say it; without an extension where the host is to say that. */
	readonly fileName?: string;
	readonly mimeType?: string;
	/** What it has to be where its name does not tell, such as `audio/*`. */
	readonly expected?: string;
	/** Bytes, where Zoom lists them. */
	readonly size?: number;
}

/** A file as a call sends it. */
export interface SentFile {
	readonly fileName: string;
	readonly mimeType: string;
	readonly content: Uint8Array;
}

/** A file of the input item. */
export interface InputFile {
	/** As the item has it, which may be anything. */
	readonly fileName: string;
	/** Bytes. */
	readonly size: number;
	/** Absent where the file is larger than was asked for. */
	readonly content?: Uint8Array;
}
