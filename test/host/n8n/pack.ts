import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Problem } from '../process/problem';
import { npm, run, tail, type Finished } from '../process/run';

interface PackageJson {
	name: string;
	version: string;
	dependencies?: Record<string, string>;
}

const strippedKeys = ['devDependencies', 'peerDependencies', 'optionalDependencies'];
/** What the built package is made of. */
const sources = ['credentials', 'nodes', 'gulpfile.js', 'package.json', 'tsconfig.json'];
const repository = join(__dirname, '../../..');

/** Folders whose files the built nodes are made of. */
export const sourceFolders = ['credentials', 'nodes'].map((folder) => join(repository, folder));

/**
 * Builds the package, packs it and leaves it in n8n's user folder as n8n's own installer does; an unchanged package
 * that is there already stays.
 */
export async function installNodes(
	userFolder: string,
	report: (line: string) => void,
): Promise<void> {
	const stamp = stampIn(userFolder);
	const fingerprint = await fingerprintOfSources();
	if ((await readFile(stamp, 'utf8').catch(() => undefined)) === fingerprint) return;
	report('Building and packing the nodes (about 10 seconds) ...');
	succeeded('npm run build', await npm(['run', 'build'], { cwd: repository }));
	const scratch = await mkdtemp(join(tmpdir(), 'n8n-nodes-zoom-pack-'));
	try {
		const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch];
		const { stdout } = succeeded('npm pack', await npm(args, { cwd: repository }));
		const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
		await unpack(join(scratch, filename), join(userFolder, '.n8n/nodes'));
	} finally {
		await rm(scratch, { recursive: true, force: true });
	}
	await writeFile(stamp, fingerprint);
}

/** Builds the package and copies the build over the installed one, file by file, so that n8n notices and reloads it. */
export async function updateNodes(userFolder: string): Promise<void> {
	const fingerprint = await fingerprintOfSources();
	succeeded('npm run build', await npm(['run', 'build'], { cwd: repository }));
	const { name } = JSON.parse(
		await readFile(join(repository, 'package.json'), 'utf8'),
	) as PackageJson;
	const built = join(repository, 'dist');
	const installed = join(userFolder, '.n8n/nodes/node_modules', name, 'dist');
	const kept = new Set((await filesOf(built)).map((file) => relative(built, file)));
	await cp(built, installed, { recursive: true });
	for (const file of await filesOf(installed)) {
		if (!kept.has(relative(installed, file))) await rm(file);
	}
	await writeFile(stampIn(userFolder), fingerprint);
}

const stampIn = (userFolder: string) => join(userFolder, 'installed-nodes.sha256');

async function fingerprintOfSources(): Promise<string> {
	const hash = createHash('sha256');
	for (const source of sources) {
		for (const file of await filesOf(join(repository, source))) {
			hash.update(`${file}\0`).update(await readFile(file));
		}
	}
	return hash.digest('hex');
}

async function filesOf(path: string): Promise<string[]> {
	if ((await stat(path)).isFile()) return [path];
	const entries = await readdir(path, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile());
	return files.map(({ parentPath, name }) => join(parentPath, name)).sort();
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
	throw new Problem(`${what} failed:\n${tail(finished.stdout + finished.stderr)}`);
}
