import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import { filesBelow } from '../support/files';
import type { FoundExpression } from '../support/regularExpressions/inSource';
import { expressionsIn } from '../support/regularExpressions/inSource';

const root = join(__dirname, '../..');
const FOLDERS = ['nodes', 'credentials', 'test/emulator'];

// A fault added to the emulator may name the calls it hits by an expression of its own.
const FROM_THE_CALLER = [
	'test/emulator/core/faults/faults.ts: new RegExp(expression[1], expression[2])',
];

// What cannot be told within this is a fault too: a simpler expression says the same.
const PATIENCE = { timeout: 120_000 };

/** What is wrong with an expression, or undefined when its run time is linear. */
async function fault({ source, flags }: FoundExpression): Promise<string | undefined> {
	if (source === undefined) return 'made at run time, so nothing can be said of it';
	const verdict = await check(source, flags, PATIENCE);
	if (verdict.status === 'safe') return undefined;
	return verdict.status === 'vulnerable' ? verdict.complexity.summary : verdict.error.kind;
}

const faultsIn = async (text: string) =>
	(await Promise.all(expressionsIn(text).map(fault))).filter((found) => found !== undefined);

describe('Every regular expression takes linear time', () => {
	const inSources = FOLDERS.flatMap((folder) =>
		filesBelow(join(root, folder))
			.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
			.map((file) => `${folder}/${file}`),
	).flatMap((file) =>
		expressionsIn(readFileSync(join(root, file), 'utf8')).map((found) => ({ ...found, file })),
	);

	test('in the nodes, the credentials and the emulator', async () => {
		expect(inSources.length).toBeGreaterThan(200);
		const offenders: string[] = [];
		for (const found of inSources) {
			const name = `${found.file}: ${found.text}`;
			const wrong = FROM_THE_CALLER.includes(name) ? undefined : await fault(found);
			if (wrong) offenders.push(`${name} (line ${found.line}): ${wrong}`);
		}
		expect(offenders).toEqual([]);
	}, 300_000);

	test.each([
		['a literal', String.raw`text.replace(/\s+$/, '')`, '2nd degree polynomial'],
		['nested quantifiers', 'const NAME = /^(a+)+$/', 'exponential'],
		['a text', "new RegExp('^a*a*$')", '2nd degree polynomial'],
		['a call without new', "RegExp('^a*a*$', 'g')", '2nd degree polynomial'],
		['a raw text', 'new RegExp(String.raw`\\s*$`)', '2nd degree polynomial'],
		['parts', "const A = 'a*'; new RegExp(`^${A}${A}$`)", '2nd degree polynomial'],
		['a sum', "const A = 'a*'; new RegExp('^' + A + (A + '$'))", '2nd degree polynomial'],
		['another expression', 'const A = /a*/; new RegExp(`^${A.source}${A.source}$`)', '2nd degree'],
		['a text that is searched for', "text.match('a*$')", '2nd degree polynomial'],
		['a condition of a field', "const show = { regex: 'a*$' }", '2nd degree polynomial'],
		['what only run time tells', 'new RegExp(given)', 'made at run time'],
	])('and one in %s that does not is found', async (_where, text, wrong) => {
		expect(await faultsIn(text)).toEqual([expect.stringContaining(wrong)]);
	});
});
