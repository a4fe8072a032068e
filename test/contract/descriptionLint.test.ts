import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { description } from '../support/registry/registry';

const root = join(__dirname, '../..');

// The first two take other menus for those of operations; the third is about how the literal is written.
const MISTAKEN = [
	'n8n-nodes-base/node-param-operation-option-action-miscased',
	'n8n-nodes-base/node-param-operation-option-without-action',
	'n8n-nodes-base/node-param-description-unneeded-backticks',
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
