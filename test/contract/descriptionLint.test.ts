import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { ZoomGeneralAppOAuth2Api } from '../../credentials/ZoomGeneralAppOAuth2Api.credentials';
import { ZoomServerToServerOAuth2Api } from '../../credentials/ZoomServerToServerOAuth2Api.credentials';
import { ZoomTrigger } from '../../nodes/Zoom/ZoomTrigger.node';
import { description } from '../support/registry/registry';
import { phrasesToAvoid } from '../support/wording';

const root = join(__dirname, '../..');

// The first two take other menus for those of operations; the third is about how the literal is written.
const MISTAKEN = [
	'n8n-nodes-base/node-param-operation-option-action-miscased',
	'n8n-nodes-base/node-param-operation-option-without-action',
	'n8n-nodes-base/node-param-description-unneeded-backticks',
	// The order of menus and collections is what registry.test.ts and naturalOrder.test.ts look at.
	'n8n-nodes-base/node-param-options-type-unsorted-items',
	'n8n-nodes-base/node-param-multi-options-type-unsorted-items',
	'n8n-nodes-base/node-param-collection-type-unsorted-items',
	// A number that is not sent where it was left alone has no number for a default.
	'n8n-nodes-base/node-param-default-wrong-for-number',
];

/** What n8n's lint says of properties, which it reads as literals only; those of the node are made by functions. */
function lint(properties: readonly object[]): string[] {
	const literal = inspect(properties, {
		depth: null,
		maxArrayLength: null,
		maxStringLength: null,
		breakLength: 1,
	});
	const source = `import type { INodeProperties } from 'n8n-workflow';\nexport const properties: INodeProperties[] = ${literal};\n`;
	const rules = MISTAKEN.flatMap((rule) => ['--rule', `${rule}: off`]);
	const { stdout, stderr } = spawnSync(
		process.execPath,
		[
			join(root, 'node_modules/eslint/bin/eslint.js'),
			...['--stdin', '--stdin-filename', join(root, 'nodes/Zoom/built.ts')],
			...['--format', 'json', ...rules],
		],
		{ cwd: root, input: source, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
	);
	if (stdout === '') throw new Error(stderr);
	const [{ messages }] = JSON.parse(stdout) as [
		{ messages: { ruleId: string; message: string; line: number }[] },
	];
	const lines = source.split('\n');
	return messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} ${lines[line - 1]}`);
}

const MINUTE = 60_000;

test(
	"n8n's lint finds nothing in the properties as built",
	() => {
		expect(lint(JSON.parse(JSON.stringify(description.properties)) as object[])).toEqual([]);
	},
	2 * MINUTE,
);

test(
	'and would find a switch that does not say "Whether"',
	() => {
		const wrong = {
			displayName: 'Waiting room',
			name: 'waitingRoom',
			type: 'boolean',
			default: false,
			description: 'Lets people wait',
		};
		const found = lint([wrong]).join('\n');
		expect(found).toMatch(/boolean-without-whether/);
		expect(found).toMatch(/display-name-miscased/);
	},
	2 * MINUTE,
);

/** A property, choice or operation as the editor shows it. */
interface Shown {
	readonly displayName?: string;
	readonly name?: string;
	readonly type?: string;
	readonly value?: unknown;
	readonly action?: string;
	readonly description?: string;
	readonly hint?: string;
	readonly placeholder?: string;
}

const shownBy = (part: unknown): Shown[] => {
	if (typeof part !== 'object' || part === null) return [];
	const within = Object.values(part).flatMap(shownBy);
	return Array.isArray(part) ? within : [part, ...within];
};

// Their texts are properties beside methods, which JSON leaves out.
const shown = shownBy(
	JSON.parse(
		JSON.stringify([
			description,
			new ZoomTrigger().description,
			new ZoomGeneralAppOAuth2Api(),
			new ZoomServerToServerOAuth2Api(),
		]),
	),
);

const textsOf = ({ displayName, name, value, action, description, hint, placeholder }: Shown) =>
	[
		displayName,
		value === undefined ? undefined : name,
		action,
		description,
		hint,
		placeholder,
	].filter((text) => text !== undefined);

// The text of the button below a collection has no example.
const isExample = ({ type, placeholder = '' }: Shown) =>
	placeholder !== '' && type !== 'collection' && type !== 'fixedCollection';

describe('What the nodes and credentials show', () => {
	test('has the usual words', () => {
		const odd = shown
			.flatMap(textsOf)
			.flatMap((text) => phrasesToAvoid(text).map((advice) => `${advice} in: ${text}`));
		expect([...new Set(odd)]).toEqual([]);
	});

	test('says of every switch whether to do something, or whether something is so', () => {
		const switches = shown.filter(({ type }) => type === 'boolean');
		expect(switches.length).toBeGreaterThan(100);
		const odd = switches.filter(
			({ description = '' }) => !/^Whether (?:to|the) /.test(description),
		);
		expect(odd).toEqual([]);
	});

	test('gives examples as such', () => {
		const examples = shown.filter(isExample).map(({ placeholder }) => placeholder);
		expect(examples.length).toBeGreaterThan(20);
		expect(examples.filter((example) => !example?.startsWith('e.g. '))).toEqual([]);
	});

	test('calls the action of every Get Many "Get many …"', () => {
		const lists = shown.filter(({ action, name }) => action !== undefined && name === 'Get Many');
		expect(lists.length).toBeGreaterThan(10);
		expect(lists.filter(({ action }) => !action?.startsWith('Get many '))).toEqual([]);
	});
});
