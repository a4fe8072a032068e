import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../support/files';
import { literalsIn } from '../support/literals';
import { phrasesToAvoid } from '../support/wording';

const root = join(__dirname, '../..');

const sources = ['nodes', 'credentials'].flatMap((folder) =>
	filesBelow(join(root, folder))
		.filter((file) => file.endsWith('.ts'))
		.map((file) => `${folder}/${file}`),
);

const oddIn = (source: string) =>
	literalsIn(source).flatMap(({ line, text }) =>
		phrasesToAvoid(text).map((advice) => `${line}: ${advice} in: ${text}`),
	);

describe('Errors, hints and notices', () => {
	test('have the usual words', () => {
		expect(sources.length).toBeGreaterThan(100);
		const odd = sources.flatMap((file) =>
			oddIn(readFileSync(join(root, file), 'utf8')).map((found) => `${file}:${found}`),
		);
		expect(odd).toEqual([]);
	});

	test('with unusual words would be found, in templates too', () => {
		expect(oddIn("const said = 'Zoom has no such meeting.';")).toHaveLength(1);
		expect(oddIn('const said = `${name} is still in the making, ${reason}`;')).toEqual([
			'1: "in the making": write still processing in: … is still in the making, …',
		]);
		expect(oddIn("// no such thing\nimport { no } from 'no';")).toEqual([]);
	});
});
