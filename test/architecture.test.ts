import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import * as ts from 'typescript';

const root = join(__dirname, '..');
const NODES = 'nodes/Zoom';

/** All folders of transport. */
const TRANSPORT = 'transport/';

/**
 * What each folder of nodes/Zoom may import besides itself; a name that ends in a slash stands for all folders below it, and
 * `.` for the nodes. The order goes from what knows nothing of the others to what knows them all.
 */
const ALLOWED: Record<string, readonly string[]> = {
	text: [],
	files: [],
	json: [],
	host: ['json', 'text'],
	registry: ['host'],
	values: ['host', 'json', 'registry', 'text'],
	'transport/redaction': [],
	'transport/sync': ['host'],
	'transport/response': ['host', 'json', 'registry', 'transport/redaction', 'transport/sync'],
	'transport/http': ['json', 'transport/response', 'transport/sync'],
	'transport/rateLimits': ['host', 'registry', 'transport/response', 'transport/sync'],
	'transport/auth': [
		'host',
		'json',
		'registry',
		'values',
		'transport/http',
		'transport/rateLimits',
		'transport/redaction',
		'transport/response',
		'transport/sync',
	],
	'transport/errors': [
		'host',
		'registry',
		'text',
		'transport/http',
		'transport/redaction',
		'transport/response',
		'transport/sync',
	],
	'transport/retry': [
		'host',
		'registry',
		'transport/errors',
		'transport/rateLimits',
		'transport/response',
		'transport/sync',
	],
	'transport/client': [
		'host',
		'json',
		'registry',
		'transport/auth',
		'transport/errors',
		'transport/http',
		'transport/redaction',
		'transport/response',
		'transport/retry',
		'transport/sync',
	],
	'transport/lists': ['json', 'registry', 'transport/client', 'transport/sync'],
	'transport/download': [
		'files',
		'host',
		'json',
		'registry',
		'transport/auth',
		'transport/client',
		'transport/errors',
		'transport/http',
		'transport/redaction',
		'transport/response',
		'transport/retry',
		'transport/sync',
	],
	behaviors: [
		'host',
		'json',
		'registry',
		'values',
		'transport/errors',
		'transport/response',
		'transport/sync',
	],
	resources: [
		'behaviors',
		'files',
		'host',
		'json',
		'registry',
		'text',
		'values',
		'transport/auth',
		'transport/errors',
		'transport/lists',
	],
	form: ['host', 'registry', 'values', 'transport/retry'],
	methods: ['form', 'registry', 'resources', 'values', TRANSPORT],
	execution: ['form', 'host', 'json', 'registry', 'resources', 'text', 'values', TRANSPORT],
	'trigger/events': ['host', 'json', 'transport/sync'],
	'trigger/parameters': [
		'json',
		'registry',
		'resources',
		'text',
		'values',
		'transport/auth',
		'transport/sync',
		'trigger/events',
	],
	'trigger/activation': ['host', 'transport/auth', 'transport/errors', 'transport/sync'],
	'trigger/filter': [
		'form',
		'host',
		'registry',
		'resources',
		'text',
		'values',
		TRANSPORT,
		'trigger/activation',
		'trigger/events',
		'trigger/parameters',
	],
	'trigger/webhook': [
		'host',
		'transport/auth',
		'transport/sync',
		'trigger/activation',
		'trigger/events',
		'trigger/filter',
		'trigger/parameters',
	],
	'trigger/subscription': [
		'host',
		'registry',
		'values',
		TRANSPORT,
		'trigger/activation',
		'trigger/events',
		'trigger/filter',
		'trigger/parameters',
		'trigger/webhook',
	],
	'trigger/webSocket': [
		'host',
		'json',
		'text',
		'values',
		TRANSPORT,
		'trigger/activation',
		'trigger/events',
		'trigger/filter',
		'trigger/parameters',
		'trigger/subscription',
	],
	'trigger/output': [
		'files',
		'form',
		'json',
		'registry',
		'resources',
		'values',
		TRANSPORT,
		'trigger/events',
		'trigger/parameters',
	],
	trigger: ['host', 'registry', 'values', TRANSPORT, 'trigger/'],
	'.': ['execution', 'form', 'host', 'methods', 'resources', 'trigger', 'trigger/'],
	credentials: ['host', 'methods', 'registry', TRANSPORT],
};

const MOST_FILES = 12;
const MOST_LINES = 300;
const MOST_LINES_OF_FUNCTION = 40;

/** Longer today than they are to be. An entry goes when its file or function got short; there are no new ones. */
const LONG_FILES: Record<string, number> = {};
const LONG_FUNCTIONS: Record<string, number> = {
	'nodes/Zoom/resources/meetings/registrant/registrationForm.ts: formFields': 51,
	'nodes/Zoom/resources/shared/meetingOrWebinar/recurrence.ts: recurrenceField': 76,
	'nodes/Zoom/trigger/output/recordings.ts: withFiles': 44,
};

/** Assertions of a type, which the compiler does not check. */
const MOST_ASSERTIONS = 40;
/** Lines of an operation's literal without those of its fields, on average. */
const MOST_OWN_LINES = 13;

interface Source {
	/** Relative to the repository. */
	readonly file: string;
	readonly text: string;
	readonly tree: ts.SourceFile;
	/** Files of ours that it imports, also types alone. */
	readonly imports: readonly string[];
}

/** Paths of all files in a folder and those in it, but for what is installed there. */
const below = (folder: string): string[] =>
	readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = posix.join(folder, entry.name);
		if (!entry.isDirectory()) return [path];
		return ['node_modules', '.n8n-zoom'].includes(entry.name) ? [] : below(path);
	});

const isCode = (file: string) => file.endsWith('.ts');
const files = [...below(NODES), ...below('credentials')].filter(isCode);
const known = new Set(files);

function read(file: string): Source {
	const text = readFileSync(join(root, file), 'utf8');
	const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const { importedFiles } = ts.preProcessFile(text, true, true);
	const imports = importedFiles
		.filter(({ fileName }) => fileName.startsWith('.'))
		.map(({ fileName }) => posix.join(posix.dirname(file), fileName))
		.flatMap((path) => [`${path}.ts`, `${path}/index.ts`].filter((name) => known.has(name)));
	return { file, text, tree, imports };
}

const sources = files.map(read);

/** The folder of ALLOWED that a file is in. */
function folderOf(file: string): string {
	if (file.startsWith('credentials/')) return 'credentials';
	const folder = relative(NODES, dirname(file)).replaceAll('\\', '/') || '.';
	return folder.startsWith('resources') ? 'resources' : folder;
}

const isAllowed = (from: string, to: string) =>
	from === to ||
	(ALLOWED[from] ?? []).some((name) => (name.endsWith('/') ? to.startsWith(name) : to === name));

/** Ways from a name back to itself. */
function circlesAmong(next: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
	const done = new Set<string>();
	const circles: string[][] = [];
	const follow = (name: string, way: string[]): void => {
		if (way.includes(name)) circles.push([...way.slice(way.indexOf(name)), name]);
		if (way.includes(name) || done.has(name)) return;
		for (const other of next.get(name) ?? []) follow(other, [...way, name]);
		done.add(name);
	};
	for (const name of next.keys()) follow(name, []);
	return circles;
}

const linesOf = (tree: ts.SourceFile, node: ts.Node) =>
	tree.getLineAndCharacterOfPosition(node.getEnd()).line -
	tree.getLineAndCharacterOfPosition(node.getStart()).line +
	1;

/** All nodes of a kind, with the file they are in. */
const nodesOf = <T extends ts.Node>(is: (node: ts.Node) => node is T) =>
	sources.flatMap(({ file, tree }) => {
		const found: T[] = [];
		const visit = (node: ts.Node): void => {
			if (is(node)) found.push(node);
			ts.forEachChild(node, visit);
		};
		visit(tree);
		return found.map((node) => ({ file, node, lines: linesOf(tree, node) }));
	});

describe('Imports', () => {
	test('go only where a folder may reach', () => {
		const wrong = sources.flatMap(({ file, imports }) =>
			imports
				.filter((other) => !isAllowed(folderOf(file), folderOf(other)))
				.map((other) => `${file} imports ${other}`),
		);
		expect(wrong).toEqual([]);
	});

	test('every folder has its line in the table, and every line a folder', () => {
		const folders = new Set(files.map(folderOf));
		expect(Object.keys(ALLOWED).sort()).toEqual([...folders].sort());
	});

	test('the table has no circles', () => {
		const reached = Object.keys(ALLOWED).map((from) => {
			const others = Object.keys(ALLOWED).filter((to) => to !== from && isAllowed(from, to));
			return [from, new Set(others)] as const;
		});
		expect(circlesAmong(new Map(reached))).toEqual([]);
	});

	test('no file imports itself by way of others, not even a type', () => {
		const next = new Map(sources.map(({ file, imports }) => [file, new Set(imports)]));
		expect(circlesAmong(next)).toEqual([]);
	});

	test('a circle is found', () => {
		const next = new Map([
			['a', new Set(['b'])],
			['b', new Set(['c'])],
			['c', new Set(['b'])],
		]);
		expect(circlesAmong(next)).toEqual([['b', 'c', 'b']]);
	});

	test('nothing that ships imports a test, and the emulator nothing that ships', () => {
		const importsOf = (file: string) =>
			ts
				.preProcessFile(readFileSync(join(root, file), 'utf8'), true, true)
				.importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
				.map(({ fileName }) => posix.join(posix.dirname(file), fileName));
		const wrong = [
			...files.filter((file) => importsOf(file).some((path) => path.startsWith('test/'))),
			...below('test/emulator')
				.filter(isCode)
				.filter((file) => importsOf(file).some((path) => /^(nodes|credentials)\//.test(path))),
		];
		expect(wrong).toEqual([]);
	});
});

describe('Size', () => {
	test(`a folder has at most ${MOST_FILES} files, and as many tests of them`, () => {
		const counts = new Map<string, number>();
		const isCounted = (file: string) => isCode(file) && !file.startsWith('nodes/Zoom/resources/');
		for (const file of [...files, ...below('test')].filter(isCounted)) {
			const kind = `${dirname(file)}${file.endsWith('.test.ts') ? ' (tests)' : ''}`;
			counts.set(kind, (counts.get(kind) ?? 0) + 1);
		}
		expect([...counts].filter(([, count]) => count > MOST_FILES)).toEqual([]);
	});

	test(`a file has at most ${MOST_LINES} lines`, () => {
		const long = sources
			.map(({ file, text }) => ({ file, lines: text.trimEnd().split('\n').length }))
			.filter(({ file, lines }) => lines > (LONG_FILES[file] ?? MOST_LINES));
		expect(long).toEqual([]);
	});

	test(`a function has at most ${MOST_LINES_OF_FUNCTION} lines`, () => {
		const isFunction = (node: ts.Node): node is ts.FunctionLikeDeclaration =>
			ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
		const long = nodesOf(isFunction)
			.map(({ file, node, lines }) => ({ name: `${file}: ${nameOf(node)}`, lines }))
			.filter(({ name, lines }) => lines > (LONG_FUNCTIONS[name] ?? MOST_LINES_OF_FUNCTION));
		expect(long).toEqual([]);
	});

	test('an operation is short', () => {
		const isOperation = (node: ts.Node): node is ts.ObjectLiteralExpression =>
			ts.isObjectLiteralExpression(node) &&
			['value', 'action'].every((name) => node.properties.some((member) => isCalled(member, name)));
		const operations = nodesOf(isOperation).map(({ node, lines }) =>
			node.properties
				.filter((member) => isCalled(member, 'fields') || isCalled(member, 'optional'))
				.reduce((left, member) => left - linesOf(node.getSourceFile(), member) + 1, lines),
		);
		expect(operations.length).toBeGreaterThan(150);
		const average = operations.reduce((sum, lines) => sum + lines, 0) / operations.length;
		expect(average).toBeLessThanOrEqual(MOST_OWN_LINES);
	});
});

describe('HTTP', () => {
	const SENDER = 'nodes/Zoom/transport/http/exchange.ts';
	/** Those that have a way of n8n to send: they hand it to the sender. */
	const SENDING = [
		'nodes/Zoom/transport/auth/tokenRequest.ts',
		'nodes/Zoom/transport/client/signedCall.ts',
		'nodes/Zoom/transport/client/signing.ts',
	];
	/** The options that keep secrets where they belong, and answers bounded. */
	const OPTIONS =
		/\b(?:disableFollowRedirect|ignoreHttpStatusErrors|returnFullResponse|sendCredentialsOnCrossOriginRedirect|abortSignal|encoding: 'stream')\b/;
	/** n8n itself sends the test of a credential. */
	const CREDENTIAL_TEST = 'credentials/ZoomServerToServerOAuth2Api.credentials.ts';

	test('is sent in one place, which alone sets how', () => {
		const setting = sources.filter(({ text }) => OPTIONS.test(text)).map(({ file }) => file);
		expect(setting.sort()).toEqual([CREDENTIAL_TEST, SENDER]);
	});

	test('has no other way out', () => {
		const calls =
			/\bhttpRequest(?:With\w+)?\b|\brequestWith\w+\b|\bhelpers\.request\b|\bfetch\(['"`]|\baxios\b/;
		const sending = sources.filter(({ text }) => calls.test(text));
		expect(sending.map(({ file }) => file).sort()).toEqual(SENDING);
		for (const { imports } of sending) expect(imports).toContain(SENDER);
	});
});

describe('What outlives a call', () => {
	/** Tables that are made from their entries, and are never changed. */
	const TABLES = ['Map', 'Set', 'RegExp'];
	const CHANGES = ['set', 'add', 'delete', 'clear', 'push', 'unshift', 'splice', 'pop', 'shift'];

	/** Names of a file's own variables, but for those of functions. */
	const variablesOf = ({ tree }: Source) =>
		tree.statements.filter(ts.isVariableStatement).flatMap((statement) =>
			statement.declarationList.declarations.map((declaration) => ({
				name: declaration.name.getText(),
				made: declaration.initializer,
				isConst: (statement.declarationList.flags & ts.NodeFlags.Const) !== 0,
			})),
		);

	const isTable = (made: ts.NewExpression) =>
		TABLES.includes(made.expression.getText()) && (made.arguments?.length ?? 0) > 0;

	/** The variable that an expression changes, where it does. */
	function changed(node: ts.Node): string | undefined {
		const isCall = ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression);
		if (isCall && CHANGES.includes((node.expression as ts.PropertyAccessExpression).name.text)) {
			return (node.expression as ts.PropertyAccessExpression).expression.getText();
		}
		const isAssignment =
			ts.isBinaryExpression(node) &&
			node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
			node.operatorToken.kind <= ts.SyntaxKind.LastAssignment;
		const target = isAssignment ? node.left : undefined;
		return target && (ts.isPropertyAccessExpression(target) || ts.isElementAccessExpression(target))
			? target.expression.getText()
			: undefined;
	}

	/** Variables of files that hold what changes. */
	const keptIn = (source: Source) => {
		const own = variablesOf(source);
		const changing = own.filter(
			({ made, isConst }) => !isConst || (made && ts.isNewExpression(made) && !isTable(made)),
		);
		const names = new Set(own.map(({ name }) => name));
		const targets: string[] = [];
		const visit = (node: ts.Node): void => {
			const target = changed(node);
			if (target !== undefined && names.has(target)) targets.push(target);
			ts.forEachChild(node, visit);
		};
		visit(source.tree);
		return [...changing.map(({ name }) => name), ...targets].map(
			(name) => `${source.file}: ${name}`,
		);
	};

	const sourceOf = (text: string): Source => ({
		file: 'a file',
		text,
		tree: ts.createSourceFile('a file', text, ts.ScriptTarget.Latest, true),
		imports: [],
	});

	test('is declared as a state of the process', () => {
		const isRegistry = ({ file }: Source) => file === 'nodes/Zoom/host/processState.ts';
		expect(sources.filter((source) => !isRegistry(source)).flatMap(keptIn)).toEqual([]);
	});

	test.each([
		['let count = 0;', ['count']],
		['export let count = 0;', ['count']],
		['const known = new Map<string, string>();', ['known']],
		['const cache = new LruCache<string>(10);', ['cache']],
		["const LABELS = new Map([['a', 'b']]);", []],
		["const LABELS = new Map([['a', 'b']]); const add = () => LABELS.set('c', 'd');", ['LABELS']],
		['const state = { count: 0 }; const next = () => (state.count += 1);', ['state']],
		["const byName: Record<string, string> = {}; byName['a'] = 'b';", ['byName']],
		['function f() { let count = 0; const known = new Map(); known.set(count++, 1); }', []],
		["const known = processState('known', () => new Map());", []],
	])('is found in %s', (text, expected) => {
		expect(keptIn(sourceOf(text))).toEqual(expected.map((name) => `a file: ${name}`));
	});
});

test('Types are asserted rarely', () => {
	const isAssertion = (node: ts.Node): node is ts.AsExpression =>
		ts.isAsExpression(node) && node.type.getText() !== 'const';
	expect(nodesOf(isAssertion).length).toBeLessThanOrEqual(MOST_ASSERTIONS);
});

const isCalled = (member: ts.ObjectLiteralElementLike, name: string) =>
	member.name !== undefined && ts.isIdentifier(member.name) && member.name.text === name;

const nameOf = (node: ts.FunctionLikeDeclaration): string =>
	(node.name ?? (node.parent as Partial<ts.VariableDeclaration>).name)?.getText() ?? 'a function';
