import { parseArgs } from 'node:util';
import type { Emulator, Plan, RateLimitHeaders, RateWindow } from './';
import { createEmulator } from './';
import type { N8nFields } from './core/control/n8nFields';
import type { Language } from './core/control/translations';

const plans: Plan[] = ['free', 'pro', 'business', 'unlimited'];
const rateWindows: RateWindow[] = ['sliding', 'fixed'];
const headerModes: RateLimitHeaders[] = ['current', 'documented'];
const languages: Language[] = ['en', 'es', 'fr'];

const help = `Runs a Zoom API emulator: OAuth, the REST API and events, with state, rate limits and faults.

  npm run emulator -- [options]

  --port <number>              port on 127.0.0.1 (default: 4100; 0 chooses a free port)
  --plan <name>                rate limits of the account: ${plans.join(', ')} (default)
  --rate-window <way>          how per-second limits are counted: ${rateWindows.join(' (default) or ')}
  --no-host-day-cap            no limit of 100 meeting creates and updates per host and day
  --latency <milliseconds>     delay of each response (default: 0)
  --rate-limit-headers <mode>  ${headerModes.join(' (default) or ')}
  --language <code>            language of error messages: ${languages.join(', ')} (default: en)
  --insecure-redirects         allow http:// redirect URLs, which Zoom itself refuses
  --insecure-webhooks          also send events to http:// addresses and private hosts
  --insecure-tls               also send events to hosts with an untrusted certificate
  --redirect <url>             additional redirect URL of the General Apps; can be repeated
  --help                       show this help
`;

/** A wrong command line, or a port that is not free. */
class Refusal extends Error {}

/** Where the command line writes. */
export interface Output {
	readonly out: (text: string) => void;
	readonly error: (text: string) => void;
}

/** Does what a command line asks. Returns the exit code, and the emulator if one was started. */
export async function main(
	args: string[],
	{ out, error }: Output,
): Promise<{ readonly code: number; readonly emulator?: Emulator }> {
	try {
		return { code: 0, emulator: await run(args, out) };
	} catch (failure) {
		error(`${failure instanceof Refusal ? failure.message : String(failure)}\n`);
		return { code: 1 };
	}
}

async function run(args: string[], print: Output['out']): Promise<Emulator | undefined> {
	const options = readOptions(args);
	if (options.help) {
		print(help);
		return undefined;
	}
	const port = numberOf(options.port);
	const emulator = await createEmulator({
		port,
		plan: oneOf(plans, options.plan, '--plan'),
		rateWindow: oneOf(rateWindows, options['rate-window'], '--rate-window'),
		hostDayCap: !options['no-host-day-cap'],
		latencyMs: millisecondsOf(options.latency),
		rateLimitHeaders: oneOf(headerModes, options['rate-limit-headers'], '--rate-limit-headers'),
		language: oneOf(languages, options.language, '--language'),
		insecureRedirects: options['insecure-redirects'],
		insecureWebhooks: options['insecure-webhooks'],
		insecureTls: options['insecure-tls'],
		redirectUris: options.redirect,
	}).catch((error: NodeJS.ErrnoException) => {
		if (error.code !== 'EADDRINUSE') throw error;
		throw new Refusal(`Port ${port} is in use. Choose another with --port.`);
	});
	print(await greeting(emulator));
	return emulator;
}

function readOptions(args: string[]) {
	try {
		return parseArgs({
			args,
			options: {
				port: { type: 'string', default: '4100' },
				plan: { type: 'string', default: 'unlimited' },
				'rate-window': { type: 'string', default: 'sliding' },
				'no-host-day-cap': { type: 'boolean' },
				latency: { type: 'string', default: '0' },
				'rate-limit-headers': { type: 'string', default: 'current' },
				language: { type: 'string', default: 'en' },
				'insecure-redirects': { type: 'boolean' },
				'insecure-webhooks': { type: 'boolean' },
				'insecure-tls': { type: 'boolean' },
				redirect: { type: 'string', multiple: true },
				help: { type: 'boolean' },
			},
		}).values;
	} catch (error) {
		throw new Refusal(`${(error as Error).message.split('.')[0]}. See --help.`);
	}
}

async function greeting(emulator: Emulator): Promise<string> {
	const about = (await (await fetch(`${emulator.url}/__emulator/`)).json()) as {
		credentials: N8nFields[];
	};
	const credentials = about.credentials.map(
		({ app, credential, fields }) =>
			`${credential}, for the app "${app}"\n${Object.entries(fields)
				.map(([label, value]) => `  ${label.padEnd(18)} ${value}`)
				.join('\n')}`,
	);
	return `Zoom emulator on ${emulator.url} (plan: ${emulator.plan})

${credentials.join('\n\n')}

Redirect URLs of the General Apps
${emulator.apps.userManaged.redirectUris.map((uri) => `  ${uri}`).join('\n')}

Control endpoints: ${emulator.url}/__emulator/    Stop: Ctrl-C
`;
}

function numberOf(text: string): number {
	const port = Number(text);
	if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
	throw new Refusal(`--port must be a number up to 65535, not "${text}".`);
}

function millisecondsOf(text: string): number {
	const milliseconds = Number(text);
	if (Number.isInteger(milliseconds) && milliseconds >= 0 && milliseconds <= 60_000) {
		return milliseconds;
	}
	throw new Refusal(`--latency must be a number of milliseconds up to 60000, not "${text}".`);
}

function oneOf<T extends string>(allowed: T[], value: string, option: string): T {
	const found = allowed.find((entry) => entry === value);
	if (found === undefined)
		throw new Refusal(`${option} must be one of ${allowed.join(', ')}, not "${value}".`);
	return found;
}

async function start(): Promise<void> {
	const { code, emulator } = await main(process.argv.slice(2), {
		out: (text) => process.stdout.write(text),
		error: (text) => process.stderr.write(text),
	});
	process.exitCode = code;
	if (!emulator) return;
	for (const signal of ['SIGINT', 'SIGTERM'] as const)
		process.once(signal, () => void emulator.close().then(() => process.exit(0)));
}

if (require.main === module) void start();
