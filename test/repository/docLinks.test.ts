import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(__dirname, '../..');

const guides = readdirSync(join(root, 'docs'))
	.filter((file) => file.endsWith('.md'))
	.map((file) => join('docs', file));
const pages = ['README.md', 'CHANGELOG.md', ...guides];

const read = (page: string) => readFileSync(join(root, page), 'utf8');

/** A page without what stands in code, where nothing is a link or a heading. */
const prose = (page: string) =>
	read(page)
		.replace(/^( *)(```+|~~~+).*\n(?:.*\n)*?\1\2[ \t]*$/gm, '')
		.replace(/(`+)[^`]+\1/g, (code) => code.replace(/[[\]()]/g, ''));

/** A place a page leads to. */
interface Link {
	readonly from: string;
	/** As it is written. */
	readonly target: string;
	/** The file, below the root of the repository. */
	readonly file: string;
	/** Empty where the whole file is meant. */
	readonly anchor: string;
}

function linksOf(from: string): Link[] {
	const text = prose(from);
	const inline = text.matchAll(
		/\]\(\s*<?([^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)>?(?:\s+"[^"]*")?\s*\)/g,
	);
	const defined = text.matchAll(/^ {0,3}\[[^\]]+\]:\s*(\S+)/gm);
	return [...inline, ...defined]
		.map(([, target]) => target)
		.filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target))
		.map((target) => {
			const [path, anchor = ''] = decodeURIComponent(target).split('#');
			const file = path === '' ? from : relative(root, join(root, dirname(from), path));
			return { from, target, file, anchor };
		});
}

/** The names by which GitHub finds the headings of a page. */
function anchorsOf(page: string): Set<string> {
	const anchors = new Set<string>();
	for (const [, heading] of prose(page).matchAll(/^ {0,3}#{1,6}[ \t]+(.+?)[ \t#]*$/gm)) {
		const slug = slugOf(heading);
		let [unused, count] = [slug, 0];
		while (anchors.has(unused)) unused = `${slug}-${++count}`;
		anchors.add(unused);
	}
	return anchors;
}

/** @see https://github.com/Flet/github-slugger */
const slugOf = (heading: string) =>
	heading
		.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
		.replaceAll(' ', '-');

const links = pages.flatMap(linksOf);
const shown = ({ from, target }: Link) => `${from}: ${target}`;

test('headings are found by the names GitHub gives them', () => {
	expect(
		['What n8n may answer', '`Get` & [more](x.md), again', 'Zoom Trigger: by_hand – now'].map(
			slugOf,
		),
	).toEqual(['what-n8n-may-answer', 'get--more-again', 'zoom-trigger-by_hand--now']);
});

test('pages lead somewhere', () => {
	expect(links.length).toBeGreaterThan(50);
	expect(links.some(({ anchor }) => anchor !== '')).toBe(true);
});

test('every relative link and picture is there, in this repository', () => {
	const dead = links.filter(({ file }) => file.startsWith('..') || !existsSync(join(root, file)));
	expect(dead.map(shown)).toEqual([]);
});

test('every link to a heading finds it', () => {
	const lost = links.filter(
		({ file, anchor }) =>
			anchor !== '' &&
			file.endsWith('.md') &&
			existsSync(join(root, file)) &&
			!anchorsOf(file).has(anchor),
	);
	expect(lost.map(shown)).toEqual([]);
});

test('the README leads to every guide, perhaps by way of others', () => {
	const reached = new Set(['README.md']);
	for (const page of reached) {
		for (const { from, file } of links)
			if (from === page && pages.includes(file)) reached.add(file);
	}
	expect(guides.filter((guide) => !reached.has(guide))).toEqual([]);
});

test('the README lists every example, and every picture is shown somewhere', () => {
	const inFolder = (folder: string) =>
		readdirSync(join(root, folder)).map((file) => join(folder, file));
	const fromReadme = links.filter(({ from }) => from === 'README.md').map(({ file }) => file);
	expect(inFolder('examples').filter((file) => !fromReadme.includes(file))).toEqual([]);
	const linked = links.map(({ file }) => file);
	expect(inFolder('docs/images').filter((file) => !linked.includes(file))).toEqual([]);
});
