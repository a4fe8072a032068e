import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Rest } from './rest';

/** What an n8n has written since it was started. */
export class Log {
	private readonly file: string;

	constructor(
		private readonly rest: Rest,
		userFolder: string,
	) {
		this.file = join(userFolder, 'n8n.log');
	}

	/** The lines with all of these texts. */
	async lines(...texts: string[]): Promise<string[]> {
		const written = await readFile(this.file, 'utf8');
		return written.split('\n').filter((line) => texts.every((text) => line.includes(text)));
	}

	/** Waits until there are so many lines with all of these texts. */
	async says(count: number, ...texts: string[]): Promise<void> {
		await this.rest.until(`${count} × ${texts.join(' … ')} in n8n's log`, async () => {
			return (await this.lines(...texts)).length >= count || undefined;
		});
	}
}
