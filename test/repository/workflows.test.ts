import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const folder = join(root, '.github/workflows');
const workflows = readdirSync(folder).map((name) => ({
	name,
	text: readFileSync(join(folder, name), 'utf8'),
}));

/** The text of each job, by its name. */
const jobsOf = (text: string) =>
	Object.fromEntries(
		text
			.slice(text.indexOf('\njobs:\n') + '\njobs:\n'.length)
			.split(/^(?= {2}\w+:$)/m)
			.filter((job) => /^ {2}\w+:$/m.test(job))
			.map((job) => [/^ {2}(\w+):$/m.exec(job)![1], job]),
	);

/** What a workflow or job is permitted: the lines below `permissions:`, or what stands behind it. */
const permissionsIn = (text: string) =>
	[...text.matchAll(/^( *)permissions:(.*)\n((?:\1 +\S.*\n)*)/gm)].map(([, , behind, below]) =>
		`${behind}${below}`
			.split('\n')
			.map((line) => line.trim())
			.filter((line) => line !== ''),
	);

const publish = workflows.find(({ name }) => name === 'publish.yml')!.text;

describe.each(workflows)('The workflow $name', ({ text }) => {
	test('takes every action by the commit of a release', () => {
		const uses = [...text.matchAll(/\buses:(.*)$/gm)].map(([, what]) => what.trim());
		expect(uses.length).toBeGreaterThan(0);
		for (const what of uses) {
			expect(what).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
		}
	});

	test('leaves no token behind where it checks out', () => {
		const checkouts = text.split('actions/checkout@').slice(1);
		expect(checkouts.length).toBeGreaterThan(0);
		for (const rest of checkouts) {
			expect(rest.split(/^ +- /m)[0]).toMatch(/\bpersist-credentials: false$/m);
		}
	});

	test('says what it may do before any job, and that is to read at most', () => {
		const [outermost] = permissionsIn(text);
		expect(text.indexOf('permissions:')).toBeLessThan(text.indexOf('jobs:'));
		expect([['contents: read'], ['{}']]).toContainEqual(outermost);
	});

	test('runs for nobody who could bring code of their own together with rights', () => {
		expect(text).not.toMatch(/pull_request_target|workflow_run|secrets\./);
	});
});

describe('Publishing', () => {
	const { pack, publish: last, ...others } = jobsOf(publish);

	test('is two jobs', () => {
		expect(Object.keys(others)).toEqual([]);
		expect(last).toMatch(/^ {4}needs: pack$/m);
	});

	test('tests and packs without rights', () => {
		expect(permissionsIn(pack)).toEqual([['contents: read']]);
		expect(pack).toMatch(/run: npm ci\n[^]*run: npm test\n[^]*npm pack/);
		expect(pack).not.toMatch(/id-token|npm publish|environment:/);
	});

	test('is done in a protected environment by a job that runs nothing of the repository', () => {
		expect(permissionsIn(last)).toEqual([['id-token: write']]);
		expect(last).toMatch(/^ {4}environment: npm$/m);
		expect(last).not.toMatch(/checkout/);
		const commands = [...last.matchAll(/\brun:(.*)$/gm)].map(([, command]) => command.trim());
		expect(commands).toEqual([
			'npm publish ./package/*.tgz --provenance --access public --ignore-scripts',
		]);
	});
});

describe("n8n's own lint, as `npx n8n-node lint` runs it,", () => {
	const TESTS = ['test/repository/workflows.test.ts', 'test/emulator/core/http/server.ts'];
	const LOADED = ['nodes/Zoom/Zoom.node.ts', 'nodes/Zoom/trigger/hooks.ts', 'package.json'];

	/** What ESLint does with a file: whether it is left out, and the rules it has with and without our addition. */
	const look = `
		const { ESLint } = require('eslint');
		const ours = new ESLint();
		const strict = new ESLint({ overrideConfigFile: 'eslint.config.mjs' });
		const rulesOf = async (eslint, file) => (await eslint.calculateConfigForFile(file))?.rules;
		(async () => console.log(JSON.stringify(await Promise.all(process.argv.slice(1).map(async (file) => ({
			isIgnored: await ours.isPathIgnored(file),
			rules: await rulesOf(ours, file),
			strictRules: await rulesOf(strict, file),
		}))))))();`;
	let found: { isIgnored: boolean; rules?: object; strictRules?: object }[];
	beforeAll(() => {
		const files = [...TESTS, ...LOADED];
		const options = { cwd: root, encoding: 'utf8' } as const;
		found = JSON.parse(execFileSync(process.execPath, ['--eval', look, ...files], options));
	}, 120_000);

	test('leaves tests to rules of their own', () => {
		expect(found.slice(0, 2).map(({ isIgnored }) => isIgnored)).toEqual([true, true]);
	});

	test("has n8n's rules, all of them, for whatever n8n loads", () => {
		expect(found.slice(2)).toHaveLength(3);
		for (const { isIgnored, rules, strictRules } of found.slice(2)) {
			expect(isIgnored).toBe(false);
			expect(Object.keys(strictRules!).length).toBeGreaterThan(10);
			expect(rules).toEqual(strictRules);
		}
	});
});
