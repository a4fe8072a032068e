import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { CredentialStore } from '../engine/credentialStore';

type Stored = Record<string, ICredentialDataDecryptedObject>;

/** n8n's store of credentials in a file, which several processes share as they share a database. */
export class FileStore extends CredentialStore {
	constructor(private readonly file: string) {
		super();
	}

	override save(id: string, data: ICredentialDataDecryptedObject): void {
		const written = `${this.file}.${process.pid}`;
		writeFileSync(written, JSON.stringify({ ...this.all(), [id]: data }));
		renameSync(written, this.file);
	}

	override read(id: string): ICredentialDataDecryptedObject {
		return this.all()[id];
	}

	private all(): Stored {
		return JSON.parse(readFileSync(this.file, 'utf8')) as Stored;
	}
}
