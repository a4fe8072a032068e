import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { owner } from '../../demo';
import { freePort } from '../../process/ports';
import { Rest, type LoadedType } from '../../n8n/rest';
import { startService, type Service } from '../../process/service';

const repository = join(__dirname, '../../../..');
const parts = ['credentials', 'examples', 'nodes', 'spec', 'test', 'package.json', 'tsconfig.json'];
const modules = ['node_modules', 'test/host/node_modules'];
const notCopied = ['node_modules', '.n8n-zoom', 'dist'];

let copy: string;
let service: Service | undefined;
beforeAll(async () => {
	copy = await mkdtemp(join(tmpdir(), 'n8n-nodes-zoom-dev-'));
	const filter = (source: string) => !notCopied.includes(basename(source));
	for (const part of [...parts, 'gulpfile.js']) {
		await cp(join(repository, part), join(copy, part), { recursive: true, filter });
	}
	for (const folder of modules) await symlink(join(repository, folder), join(copy, folder));
});
afterAll(async () => {
	await service?.stop();
	await rm(copy, { recursive: true, force: true });
});

/** What n8n offers as the description of the Zoom node; nothing while it writes the file with all nodes anew. */
async function description(rest: Rest): Promise<string | undefined> {
	const types: unknown = await rest.nodeTypes();
	if (!Array.isArray(types)) return undefined;
	return (types as LoadedType[]).find(({ name }) => name === 'n8n-nodes-zoom.zoom')?.description;
}

/** Long enough for two builds on a busy machine. */
const TIMEOUT = 300_000;

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
	for (const end = Date.now() + TIMEOUT; Date.now() < end; await sleep(200)) {
		if (await isTrue()) return;
	}
	throw new Error(`Not seen within ${TIMEOUT / 1000} s. It wrote:\n${service?.log()}`);
}

const untilLogged = async (line: string) =>
	await until(() => service?.log().includes(line) === true);

it(
	'npm run dev has n8n load the nodes again when a file of theirs changes',
	async () => {
		const { dev } = (
			JSON.parse(await readFile(join(copy, 'package.json'), 'utf8')) as {
				scripts: Record<string, string>;
			}
		).scripts;
		const [tsx, ...args] = dev.split(' ');
		const port = await freePort();
		service = await startService({
			name: 'npm run dev',
			command: [
				process.execPath,
				join(repository, 'node_modules/.bin', tsx),
				...args.map((arg) => (arg.endsWith('.ts') ? join(copy, arg) : arg)),
				`--port=${port}`,
				`--emulator-port=${await freePort()}`,
			],
			env: process.env,
			logFile: join(copy, 'dev.log'),
			readyLine: 'Waiting for changes',
		});
		const rest = await Rest.signIn({ url: `http://localhost:${port}` }, owner);
		const file = join(copy, 'nodes/Zoom/Zoom.node.ts');
		const before = await description(rest);
		const source = await readFile(file, 'utf8');
		expect(source).toContain(`'${before}'`);

		await writeFile(file, source.replace(`'${before}'`, '1'));
		await untilLogged('npm run build failed');
		expect(service.log()).toContain("Type 'number' is not assignable to type 'string'");
		expect(await description(rest)).toBe(before);

		await writeFile(file, source.replace(`'${before}'`, "'Changed while n8n runs'"));
		await untilLogged('n8n has loaded the new nodes');
		await until(async () => (await description(rest)) === 'Changed while n8n runs');
		expect(service.log()).not.toContain('Hot reload failed');
	},
	3 * TIMEOUT,
);
