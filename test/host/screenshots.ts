import { installHost } from './install';
import { Problem } from './process/problem';
import { exitOnSignals } from './process/signals';

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

async function makeScreenshots(): Promise<void> {
	exitOnSignals();
	const host = await installHost(say);
	// Loaded only now, since it would find some of its packages in a half-installed test/host.
	const { takePictures } = await import('./browser/pictures');
	await takePictures(host, say);
}

makeScreenshots().catch((error: unknown) => {
	const { message, stack } = error as Error;
	process.stderr.write(`${error instanceof Problem ? message : stack}\n`);
	process.exit(1);
});
