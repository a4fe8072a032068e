import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { RateWindow } from '../emulator';
import { Problem } from '../host/process/problem';
import { exitOnSignals } from '../host/process/signals';
import type { Part } from './part';
import { parts } from './parts';
import { pageOf, printed, type Setting, type Told } from './report/page';
import { Site } from './site';

const repository = join(__dirname, '../..');
const resultsFile = join(__dirname, 'results.generated.json');
const pageFile = join(repository, 'docs/performance.md');

const help = `Measures the nodes in a real n8n against the emulator, and writes docs/performance.md.

  npm run bench                          everything (about 40 minutes); leave the machine alone meanwhile
  npm run bench -- --only creates,lists  some parts; the page keeps what it says of the others
  npm run bench -- --short               fewer and smaller runs, to see that they work; writes to ${tmpdir()}
  npm run bench -- --rate-window fixed   an emulator that counts one second after the other, instead of back from each call
  npm run bench -- --page                writes the page again from the figures there are

Parts: ${Object.keys(parts).join(', ')}
`;

/** What one part measured, and in what setting. */
interface Result {
	readonly setting: Setting;
	readonly samples: unknown;
}

type Results = Record<string, Result>;

const say = (text: string) => void process.stdout.write(`${text}\n`);

async function bench(): Promise<void> {
	const { values } = parseArgs({
		options: {
			only: { type: 'string', default: Object.keys(parts).join(',') },
			short: { type: 'boolean', default: false },
			'rate-window': { type: 'string', default: 'sliding' },
			page: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return say(help);
	const chosen = values.page ? [] : values.only.split(',').map((name) => known(name));
	const files = values.short ? trialFiles : { results: resultsFile, page: pageFile };
	const results = values.short ? {} : stored();
	const rateWindow = windowNamed(values['rate-window']);
	const manner = { isShort: values.short, rateWindow };
	if (chosen.length > 0) await measureAll(chosen, manner, results, files.results);
	const told = Object.keys(parts).flatMap((name) => tell(name, results[name]) ?? []);
	if (told.length === 0) throw new Problem('There are no figures yet: run `npm run bench`.');
	writeFileSync(files.page, pageOf(told));
	if (chosen.length > 0) say(JSON.stringify(results));
	say(`Figures: ${files.results}, page: ${files.page}`);
}

const trialFiles = {
	results: join(tmpdir(), 'bench-trial.json'),
	page: join(tmpdir(), 'bench-trial.md'),
};

function known(name: string): string {
	if (name in parts) return name;
	throw new Problem(`There is no part ${name}; there are ${Object.keys(parts).join(', ')}.`);
}

function windowNamed(name: string): RateWindow {
	if (name === 'sliding' || name === 'fixed') return name;
	throw new Problem(`--rate-window takes sliding or fixed, not ${name}.`);
}

function stored(): Results {
	try {
		return JSON.parse(readFileSync(resultsFile, 'utf8')) as Results;
	} catch {
		return {};
	}
}

/** Measures one part after the other; each is kept as soon as it is done. */
async function measureAll(
	names: string[],
	{ isShort, rateWindow }: { isShort: boolean; rateWindow: RateWindow },
	results: Results,
	file: string,
): Promise<void> {
	exitOnSignals();
	const site = await Site.open(isShort, rateWindow, say);
	try {
		const setting = settingOf(site);
		for (const name of names) {
			const began = Date.now();
			say(`Measuring ${name} ...`);
			results[name] = { setting, samples: await parts[name].measure(site) };
			writeFileSync(file, written(results));
			say(`${printed(tell(name, results[name])!.section)}\n`);
			say(`${name} took ${Math.round((Date.now() - began) / 1000)} s\n`);
		}
	} finally {
		await site.close();
	}
}

/** JSON with lists of numbers in one line each. */
const written = (results: Results) =>
	`${JSON.stringify(results, null, '\t').replace(/\[[-\d.,\s]+\]/g, (list) => list.replace(/\s+/g, ''))}\n`;

function tell(name: string, result: Result | undefined): Told | undefined {
	if (!result) return undefined;
	const part: Part = parts[name];
	return { setting: result.setting, section: part.tell(result.samples) };
}

function settingOf({ host, isShort }: Site): Setting {
	const version = (folder: string) =>
		(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
	const [{ model }] = cpus();
	return {
		date: new Date().toISOString().slice(0, 10),
		package: `n8n-nodes-zoom ${version(repository)}`,
		n8n: version(join(repository, 'test/host/node_modules/n8n')),
		node: execFileSync(host.node, ['--version'], { encoding: 'utf8' }).trim().slice(1),
		cpu: model,
		cores: cpus().length,
		memory: totalmem(),
		system: `${type()} ${release()}`,
		database: host.driver === 'sqlite3' ? 'SQLite' : 'the SQLite of Node.js',
		isShort,
	};
}

bench().then(
	() => process.exit(0),
	(error: unknown) => {
		const { message, stack } = error as Error;
		process.stderr.write(`${error instanceof Problem ? message : stack}\n`);
		process.exit(1);
	},
);
