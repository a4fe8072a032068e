import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { Problem } from '../process/problem';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const patience = 60_000;

/** Starts Chromium without a window; closing the context ends it. */
export async function openBrowser(
	options: BrowserContextOptions & { args?: string[] } = {},
): Promise<BrowserContext> {
	const { args = [], ...contextOptions } = options;
	const browser = await chromium.launch({
		executablePath: chromiumPath(),
		args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', ...args],
	});
	const context = await browser.newContext({
		// n8n's certificate is its own.
		ignoreHTTPSErrors: true,
		reducedMotion: 'reduce',
		viewport: { width: 1280, height: 860 },
		...contextOptions,
	});
	context.setDefaultTimeout(patience);
	context.once('close', () => void browser.close());
	return context;
}

function chromiumPath(): string {
	const folders = (process.env.PATH ?? '').split(delimiter);
	const installed = names.flatMap((name) => folders.map((folder) => join(folder, name)));
	const path = process.env.CHROMIUM ?? installed.find(existsSync);
	if (path && existsSync(path)) return path;
	throw new Problem(
		process.env.CHROMIUM
			? `There is no Chromium at ${process.env.CHROMIUM}, where the variable CHROMIUM points.`
			: 'A real browser is needed: install Chromium (Debian: apt-get install chromium), or set CHROMIUM to the path of one.',
	);
}
