import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Problem } from '../process/problem';

// Debian keeps PostgreSQL's programs out of the PATH, by version.
const postgresFolder = '/usr/lib/postgresql';

/** The path of a program, which a Debian package brings. */
export function program(name: string, debianPackage: string): string {
	const folders = [...(process.env.PATH ?? '').split(delimiter), ...postgresFolders()];
	const found = folders.map((folder) => join(folder, name)).find(isProgram);
	if (found) return found;
	throw new Problem(
		`${name} is missing: install the Debian package ${debianPackage} (apt-get install ${debianPackage} as root) and run this again.`,
	);
}

/** What makes a program end with the process that starts it: jest does not tell a test file when that is to end. */
export const lifeline = (): string[] => [program('setpriv', 'util-linux'), '--pdeathsig', 'KILL'];

function postgresFolders(): string[] {
	try {
		const versions = readdirSync(postgresFolder).sort((a, b) => Number(b) - Number(a));
		return versions.map((version) => join(postgresFolder, version, 'bin'));
	} catch {
		return [];
	}
}

function isProgram(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
