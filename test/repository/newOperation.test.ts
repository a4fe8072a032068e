import { execFileSync, spawnSync } from 'node:child_process';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as ts from 'typescript';
import { resources } from '../../nodes/Zoom/resources';
import { endpointName, readEndpoint, readEndpoints, readOperations } from '../../spec/read';
import { endpointFor } from '../support/generators/newOperation/endpoints';
import { literalOf, nameOf } from '../support/generators/newOperation/literal';
import { messageOf } from '../support/registry/registry';

const root = join(__dirname, '../..');
const MINUTE = 60_000;

/** Who commits in the copy. */
const AUTHOR = Object.fromEntries(
	['AUTHOR', 'COMMITTER'].flatMap((who) => [
		[`GIT_${who}_NAME`, 'Jane'],
		[`GIT_${who}_EMAIL`, 'jane@example.com'],
	]),
);

/** What somebody may write without the command. */
const literalByHand = (endpoint: string) => `import { endpoint } from '../../../registry/endpoint';
import type { RestOperation } from '../../../registry/types';
import { anyUser } from '../../shared/locators';

/** Takes away what a user has. */
export const clearThings: RestOperation = {
	name: 'Clear Things',
	value: 'clearThings',
	action: 'Clear the things of a user',
	description: 'Take away what a user has',
	...endpoint('${endpoint}'),
	fields: anyUser,
};
`;

/** The literal that is written for an endpoint, not formatted, but with quotes as Prettier makes them. */
function literalFor(name: string, resourceValue: string): string {
	const endpoint = readEndpoint(name);
	const resource = resources.find(({ value }) => value === resourceValue)!;
	const called = nameOf(endpoint, resourceValue);
	const draft = { ...called, endpoint, resource, exported: called.value };
	return literalOf({ ...draft, folder: 'resources/users/user' }).replaceAll('"', "'");
}

/** Endpoints of several shapes, and what the literal of each has. */
const SHAPES: [endpoint: string, resource: string, has: string[]][] = [
	[
		'POST /h323/devices',
		'user',
		[
			"name: 'Create Device', value: 'createDevice', action: 'Create an H.323 device'",
			"docsTag: 'h323-devices', ...endpoint('POST /h323/devices')",
			"choice('Encryption', 'encryption', { required: true, options: [{'name':'Auto','value':'auto'},",
			"text('Name', 'name', { required: true, maxLength: 64, description: 'The name' })",
			"text('IP', 'ip', { required: true, description: 'The IP' })",
		],
	],
	[
		'DELETE /users/{userId}/schedulers/{schedulerId}',
		'user',
		[
			"name: 'Delete Scheduler'",
			"fields: [...anyUser, innerId('Scheduler ID', 'schedulerId', 'The ID of the scheduler')] };",
			"import { anyUser } from '../../shared/locators';",
		],
	],
	[
		'GET /archive_files',
		'recording',
		[
			"name: 'Get Archive Files'",
			"...listEndpoint('GET /archive_files', { id: 'id' })",
			"optional: [dateTime('From', 'from', { encode: utcTime,",
			"text('Group IDs', 'groupIds', 'The group IDs')",
		],
	],
	['GET /groups', 'group', ["name: 'Get Many', value: 'getAll'", 'fields: []']],
	[
		'PATCH /contacts/groups/{groupId}',
		'user',
		["innerId('Group ID', 'groupId', 'The ID of the group')", "check: mustSet('groupId')"],
	],
	[
		'POST /contacts/groups',
		'user',
		["entries('Group Members', 'groupMembers', { entry: 'Group Member', fields: [text('ID', 'id'"],
	],
];

describe('The literal of a new operation', () => {
	it.each(SHAPES)('of %s in the resource %s has all that Zoom takes', (name, of, has) => {
		const text = literalFor(name, of);
		for (const part of has) expect(text).toContain(part);
		expect(text).not.toMatch(/next_?page_?token|page_?size/i);
	});

	it("describes fields in words of their names, not in Zoom's sentences", () => {
		const texts = SHAPES.map(([name, of]) => literalFor(name, of));
		const said = texts.flatMap((text) => [...text.matchAll(/description: '([^']*)'/g)]);
		expect(said.length).toBeGreaterThan(10);
		expect(said.filter(([, words]) => words.split(' ').length > 8)).toEqual([]);
	});
});

describe('An endpoint', () => {
	it('that does not exist is refused with those nearest to it', () => {
		expect(messageOf(() => endpointFor('GET /users/{userId}/colaboration_devices'))).toMatch(
			/^spec\/endpoints has no "GET \/users\/\{userId\}\/colaboration_devices"\. The nearest are:\n {2}GET \/users\/\{userId\}\/collaboration_devices\n/,
		);
	});

	it('that has an operation is refused with its name', () => {
		expect(messageOf(() => endpointFor('GET /users'))).toBe(
			'GET /users has an operation already: user.getAll.',
		);
	});

	it('of which too little is known is refused', () => {
		const bare = readEndpoints().find(({ shape }) => !shape)!;
		expect(messageOf(() => endpointFor(endpointName(bare)))).toMatch(/current documents/);
		expect(messageOf(() => endpointFor('POST /fax/files'))).toMatch(/by hand/);
	});
});

describe('In a copy of the repository', () => {
	const copy = mkdtempSync(join(tmpdir(), 'new-operation-'));
	const folder = 'nodes/Zoom/resources/users/user';
	const inCopy = (path: string) => join(copy, path);
	const textOf = (path: string) => readFileSync(inCopy(path), 'utf8');
	const run = (command: string, ...args: string[]) => {
		const { status, stdout, stderr } = spawnSync(command, args, { cwd: copy, encoding: 'utf8' });
		return { status, text: stdout + stderr };
	};
	const git = (...args: string[]) =>
		execFileSync('git', args, { cwd: copy, encoding: 'utf8', env: { ...process.env, ...AUTHOR } });

	// The first that has no operation yet.
	const free = (...names: string[]) =>
		names.find((name) => !Object.values(readOperations()).includes(name))!;
	const commanded = free(
		'GET /users/{userId}/collaboration_devices',
		'GET /users/{userId}/meeting_summary_templates',
	);
	const byHand = free(
		'DELETE /users/{userId}/schedulers',
		'DELETE /users/{userId}/assistants',
		'DELETE /users/{userId}/token',
	);
	const { value } = nameOf(readEndpoint(commanded), 'user');

	beforeAll(() => {
		const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
			cwd: root,
			encoding: 'utf8',
		});
		for (const file of tracked.split('\n').filter((name) => existsSync(join(root, name)))) {
			mkdirSync(dirname(inCopy(file)), { recursive: true });
			if (file !== '') copyFileSync(join(root, file), inCopy(file));
		}
		symlinkSync(join(root, 'node_modules'), inCopy('node_modules'));
		git('init', '--quiet');
		git('add', '--all');
		git('commit', '--quiet', '--message', 'Copy');
	});
	afterAll(() => rmSync(copy, { recursive: true }));

	it(
		'writes the literal and what is generated, and changes nothing else',
		() => {
			const { status, text } = run('npm', 'run', '--silent', 'new-operation', '--', commanded);
			expect(text).toMatch(new RegExp(`^Wrote user\\.${value}\\. Next:\n`));
			expect(status).toBe(0);
			writeFileSync(inCopy(`${folder}/clearThings.ts`), literalByHand(byHand));
			const resource = textOf(`${folder}/user.ts`).replace(
				/\n\t\),\n\};\n$/,
				'\n\t\t[clearThings],$&',
			);
			const line = `import { clearThings } from './clearThings';\n`;
			writeFileSync(inCopy(`${folder}/user.ts`), line + resource);
			expect(run('npm', 'run', '--silent', 'generate').status).toBe(0);
			git('add', '--all');
			expect(git('diff', '--cached', '--name-only').trim().split('\n')).toEqual([
				'README.md',
				'docs/operations.md',
				'nodes/Zoom/__schema__/v1.0.0/user/clearThings.json',
				`nodes/Zoom/__schema__/v1.0.0/user/${value}.json`,
				'nodes/Zoom/registry/endpointFacts.generated.json',
				`${folder}/clearThings.ts`,
				`${folder}/${value}.ts`,
				`${folder}/user.ts`,
				'spec/operations.json',
				'test/emulator/core/contract/contract.json',
			]);
			expect(JSON.parse(textOf('spec/operations.json'))).toEqual({
				...readOperations(),
				'user.clearThings': byHand,
				[`user.${value}`]: commanded,
			});
			const lost = git('diff', '--cached', '--numstat', 'spec', 'test/emulator').match(
				/\t[1-9]\d*\t/g,
			);
			expect(lost).toBeNull();
		},
		5 * MINUTE,
	);

	it(
		"has operations that the compiler, n8n's lint and Prettier take",
		() => {
			const written = [`${folder}/clearThings.ts`, `${folder}/${value}.ts`];
			const config = ts.getParsedCommandLineOfConfigFile(
				inCopy('tsconfig.json'),
				{},
				{
					...ts.sys,
					onUnRecoverableConfigFileDiagnostic: () => undefined,
				},
			);
			const program = ts.createProgram(written.map(inCopy), config!.options);
			const problems = program
				.getSourceFiles()
				.filter(({ fileName }) => fileName.includes(`/${folder}/`))
				.flatMap((file) => program.getSemanticDiagnostics(file));
			expect(problems.map(({ messageText }) => messageText)).toEqual([]);
			const eslint = run('node_modules/.bin/eslint', '--max-warnings', '0', ...written);
			expect(eslint).toEqual({ status: 0, text: '' });
			expect(run('node_modules/.bin/prettier', '--check', ...written).status).toBe(0);
		},
		5 * MINUTE,
	);

	it(
		'has operations that the tests of every operation take, and that the emulator answers',
		() => {
			const parts = ['requests/people', 'everyOperation/people'];
			const tests = [...parts, 'operationDocs', 'outputPreviews'];
			const { status, text } = run(
				'node_modules/.bin/jest',
				...['--runInBand', '--testNamePattern', `user.(?:clearThings|${value})|reference|table`],
				...tests.map((name) => `test/contract/${name}`),
			);
			expect(text).toMatch(/^Tests: .*\b\d\d passed/m);
			expect(status).toBe(0);
		},
		5 * MINUTE,
	);
});
