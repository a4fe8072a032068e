import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { npm, run, tail, type Finished } from './run';

interface PackageJson {
	name: string;
	version: string;
	dependencies?: Record<string, string>;
}

const strippedKeys = ['devDependencies', 'peerDependencies', 'optionalDependencies'];
const repository = join(__dirname, '../..');

/** Builds the package, packs it and leaves it in n8n's user folder as n8n's own installer does. */
export async function installNodes(userFolder: string, source = repository): Promise<void> {
	succeeded('npm run build', await npm(['run', 'build'], { cwd: source }));
	const scratch = await mkdtemp(join(tmpdir(), 'n8n-nodes-zoom-pack-'));
	try {
		const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch];
		const { stdout } = succeeded('npm pack', await npm(args, { cwd: source }));
		const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
		await unpack(join(scratch, filename), join(userFolder, '.n8n/nodes'));
	} finally {
		await rm(scratch, { recursive: true, force: true });
	}
}

async function unpack(tarball: string, nodesFolder: string): Promise<void> {
	const { stdout } = succeeded('tar', await run('tar', ['-xzOf', tarball, 'package/package.json']));
	const packed = JSON.parse(stdout) as PackageJson;
	const folder = join(nodesFolder, 'node_modules', packed.name);
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	const args = ['-xzf', tarball, '-C', folder, '--strip-components=1'];
	succeeded('tar', await run('tar', args));
	await strip(join(folder, 'package.json'));
	await register(join(nodesFolder, 'package.json'), packed);
}

async function strip(path: string): Promise<void> {
	const packed = JSON.parse(await readFile(path, 'utf8')) as PackageJson;
	if (Object.keys(packed.dependencies ?? {}).length > 0) {
		throw new Error('The package has dependencies, which this installer does not install');
	}
	const kept = Object.entries(packed).filter(([key]) => !strippedKeys.includes(key));
	await writeFile(path, JSON.stringify(Object.fromEntries(kept), null, 2));
}

async function register(path: string, { name, version }: PackageJson): Promise<void> {
	const installed = { name: 'installed-nodes', private: true, dependencies: { [name]: version } };
	await writeFile(path, JSON.stringify(installed, null, 2));
}

function succeeded(what: string, finished: Finished): Finished {
	if (finished.code === 0) return finished;
	throw new Error(`${what} failed:\n${tail(finished.stdout + finished.stderr)}`);
}
