import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Problem } from './endpoints';
import type { Wishes, Written } from './write';
import { writeOperation } from './write';

const help = `Writes the operation of an endpoint: a file with its literal, its place in its resource, and all that is generated.

  npm run new-operation -- "GET /users/{userId}/collaboration_devices"
  npm run new-operation -- "GET /groups/{groupId}/channels" --resource group --name "Get Channels"

  --resource   The resource it goes to. Without it, the one whose endpoints are most like this one
  --name       What the menu shows; its value follows from that. Without it, made from the endpoint
`;

const root = join(__dirname, '../../../..');

function generate(): void {
	const { status, stdout, stderr } = spawnSync('npm', ['run', 'generate'], {
		cwd: root,
		encoding: 'utf8',
	});
	if (status !== 0) throw new Problem(`npm run generate failed:\n${stdout}${stderr}`);
}

/** What somebody still has to do. */
const nextSteps = (
	{ operation, file }: Written,
	endpoint: string,
): string => `Wrote ${operation}. Next:

1. ${file}
   Write action and descriptions for people who do not know Zoom's API. Remove fields that nobody needs, and name them in
   test/support/spec/unsupportedParameters.ts. Add "idempotent: true" to a POST or PATCH that changes nothing when it is repeated.
2. test/emulator
   The emulator answers ${endpoint} with what Zoom's documents allow. Write what it stores and when it refuses.
3. npm run generate && npm run check && npx jest test/contract -t ${operation}
`;

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		options: {
			resource: { type: 'string' },
			name: { type: 'string' },
			help: { type: 'boolean' },
		},
		allowPositionals: true,
	});
	const wishes: Wishes = values;
	const [endpoint] = positionals;
	if (values.help || endpoint === undefined) return void process.stdout.write(help);
	const written = await writeOperation(endpoint, wishes);
	generate();
	process.stdout.write(nextSteps(written, endpoint));
}

main().catch((error: unknown) => {
	const { message, stack } = error as Error;
	process.stderr.write(`${error instanceof Problem ? message : stack}\n`);
	process.exitCode = 1;
});
