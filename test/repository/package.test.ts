import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesBelow } from '../support/files';

const root = join(__dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

interface Manifest {
	n8n: { nodes: string[]; credentials: string[] };
	files: string[];
	peerDependencies: object;
}

let folder: string;
let files: string[];
beforeAll(() => {
	if (!existsSync(join(root, 'dist'))) throw new Error('Run `npm run build` first');
	folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-zoom-pack-'));
	const [{ filename }] = JSON.parse(
		execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
			cwd: root,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		}),
	) as [{ filename: string }];
	execFileSync('tar', ['xzf', join(folder, filename), '-C', folder]);
	files = filesBelow(join(folder, 'package'));
}, 60_000);
afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

const read = (file: string) => readFileSync(join(folder, 'package', file), 'utf8');
const code = () => files.filter((file) => file.endsWith('.js'));

test('The manifest is what users of the package rely on', () => {
	expect(manifest).toMatchObject({
		name: 'n8n-nodes-zoom',
		license: 'MIT',
		files: ['dist'],
		peerDependencies: { 'n8n-workflow': '*' },
		n8n: { n8nNodesApiVersion: 1, strict: true },
	});
	expect(manifest).not.toHaveProperty('dependencies');
	expect(manifest).not.toHaveProperty('overrides');
});

describe('The package', () => {
	test('holds what n8n loads: code, icons, codex, previews and metadata', () => {
		expect(files).toEqual(
			expect.arrayContaining([
				...manifest.n8n.nodes,
				...manifest.n8n.credentials,
				'dist/nodes/Zoom/Zoom.node.json',
				'dist/nodes/Zoom/ZoomTrigger.node.json',
				'dist/nodes/Zoom/zoom.svg',
				'dist/nodes/Zoom/zoom.dark.svg',
				'dist/nodes/Zoom/__schema__/v1.0.0/meeting/create.json',
				'dist/known/nodes.json',
				'dist/known/credentials.json',
				'dist/types/nodes.json',
				'dist/types/credentials.json',
			]),
		);
	});

	test('holds nothing else: no test, emulator, spec or source', () => {
		const unexpected = files.filter(
			(file) =>
				!/^(package\.json|README\.md|LICENSE\.md)$/.test(file) &&
				!/^dist\/(nodes|credentials|known|types|methods)\/[\w./-]+\.(js|json|svg)$/.test(file),
		);
		expect(unexpected).toEqual([]);
		expect(
			files.filter((file) =>
				/(^|[/.])(tests?|specs?|emulator|(?<!resources\/)shared)[/.]|\.ts$/.test(file),
			),
		).toEqual([]);
	});

	test('requires nothing but what n8n provides', () => {
		const allowed = ['n8n-workflow', 'zod', 'luxon', 'node:crypto'];
		const required = code().flatMap((file) =>
			[...read(file).matchAll(/\brequire\(["']([^"'.][^"']*)["']\)|\bimport\(/g)].map(
				([statement, name]) => name ?? statement,
			),
		);
		expect(required.length).toBeGreaterThan(0);
		expect([...new Set(required)].filter((name) => !allowed.includes(name))).toEqual([]);
		expect(allowed.filter((name) => builtinModules.includes(name.replace('node:', '')))).toEqual([
			'node:crypto',
		]);
	});

	test.each([
		['endpoints', 'Zoom', 'methods.listSearch.searchEndpoints', 'results.length'],
		['events', 'ZoomTrigger', 'methods.loadOptions.getEvents', 'length'],
	])('loads the table of %s when it is asked for, and not before', (_, name, method, length) => {
		const look = `
			// The facts of the endpoints in use are small, and part of the registry.
			const isTable = (file) => /generated/.test(file) && !/endpointFacts/.test(file);
			const loaded = () => Object.keys(require.cache).filter(isTable).length;
			const { ${name} } = require(process.argv[1]);
			const node = new ${name}();
			const before = loaded();
			const caller = { getNodeParameter: () => '', getCredentials: async () => ({}) };
			node.${method}
				.call(caller, 'call queues')
				.then((found) => console.log(JSON.stringify([before, loaded(), found.${length} > 0])));`;
		const file = join(root, `dist/nodes/Zoom/${name}.node.js`);
		const output = execFileSync(process.execPath, ['--eval', look, file], { encoding: 'utf8' });
		expect(JSON.parse(output)).toEqual([0, 1, true]);
	});

	test('passes the verification scanner, as source and as published', () => {
		const scan = `
			import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';
			const [source, published] = process.argv.slice(1);
			console.log(JSON.stringify([
				await analyzePackage(source, SOURCE_FILE_PATTERNS),
				await analyzePackage(published, ['**/*.js', 'package.json']),
			]));`;
		const output = execFileSync(
			process.execPath,
			['--input-type=module', '--eval', scan, root, join(folder, 'package')],
			// n8n's rules take every file for a node file when they see a test run.
			{ cwd: root, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
		);
		expect(JSON.parse(output.trim().split('\n').at(-1)!)).toEqual([
			expect.objectContaining({ passed: true }),
			expect.objectContaining({ passed: true }),
		]);
	}, 120_000);
});
