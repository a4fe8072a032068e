import { posix } from 'node:path';

/** A name and the file below nodes/Zoom that exports it. */
export type Import = readonly [file: string, name: string];

/** Code, and what it needs from other files. */
export interface Code {
	readonly text: string;
	readonly imports: readonly Import[];
}

/** A value as code. */
export const literally = (value: unknown): string => JSON.stringify(value);

/** A list as code. */
export const listOf = (codes: readonly Code[]): Code => ({
	text:
		codes.length === 1 && codes[0].text.startsWith('...')
			? codes[0].text.slice('...'.length)
			: `[${codes.map(({ text }) => text).join(', ')}]`,
	imports: codes.flatMap(({ imports }) => imports),
});

/** The lines that import what is needed into a file of a folder below nodes/Zoom. */
export function importLines(folder: string, imports: readonly Import[]): string[] {
	const names = new Map<string, Set<string>>();
	for (const [file, name] of imports) names.set(file, (names.get(file) ?? new Set()).add(name));
	return [...names]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([file, all]) => {
			const from = posix.relative(folder, file);
			return `import { ${[...all].sort().join(', ')} } from '${from}';`;
		})
		.map((line) => line.replace(/^import \{ type (\w+) \}/, 'import type { $1 }'));
}
