import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createEmulator } from './';
import { main } from './cli';
import { apiOf, control, postForm } from './caller';

const root = join(__dirname, '..', '..');

describe('the command line', () => {
	const running: ChildProcess[] = [];
	afterEach(() => running.splice(0).forEach((child) => child.kill('SIGKILL')));

	const start = (...options: string[]) => {
		const child = spawn(
			process.execPath,
			['--import', 'tsx', join('test', 'emulator', 'cli.ts'), ...options],
			{ cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
		);
		running.push(child);
		const output = { out: '', err: '' };
		child.stdout.on('data', (chunk: Buffer) => (output.out += chunk.toString()));
		child.stderr.on('data', (chunk: Buffer) => (output.err += chunk.toString()));
		return { child, output };
	};
	const finish = async (...options: string[]) => {
		const output = { out: '', err: '' };
		const { code, emulator } = await main(options, {
			out: (text) => (output.out += text),
			error: (text) => (output.err += text),
		});
		await emulator?.close();
		return { code, ...output };
	};

	it('prints its address and credentials that work, and stops on Ctrl-C', async () => {
		const redirect = 'https://mine.example.com/rest/oauth2-credential/callback';
		const { child, output } = start('--port', '0', '--plan', 'pro', '--redirect', redirect);
		while (!output.out.includes('Ctrl-C')) await once(child.stdout ?? child, 'data');
		const value = (label: string) => output.out.split(`${label} `)[1].trimStart().split(/\s/)[0];
		const url = value('API URL');
		expect(output.out).toMatch(/^Zoom emulator on http:\/\/127\.0\.0\.1:\d+ \(plan: pro\)$/m);
		const parts = ['Custom', 'Secret Token', `${url}/oauth/authorize`, `${url}/oauth/token`];
		for (const part of [...parts, redirect]) expect(output.out).toContain(part);

		const app = { clientId: value('Client ID'), clientSecret: value('Client Secret') };
		const there = { url } as Parameters<typeof postForm>[0];
		const token = await postForm(there, '/oauth/token', app, {
			grant_type: 'account_credentials',
			account_id: value('Account ID'),
		});
		const api = apiOf(there, String(token.body.access_token));
		expect((await api('POST', '/users/me/meetings', { topic: 'x' })).status).toBe(201);
		expect((await control(there, 'GET', '/settings')).body).toMatchObject({ plan: 'pro' });

		child.kill('SIGINT');
		const [code] = (await once(child, 'exit')) as [number];
		expect(code).toBe(0);
		await expect(fetch(url)).rejects.toThrow();
	});

	it('says in one sentence that its port is busy', async () => {
		const other = await createEmulator();
		const port = new URL(other.url).port;
		expect(await finish('--port', port)).toEqual({
			code: 1,
			out: '',
			err: `Port ${port} is in use. Choose another with --port.\n`,
		});
		await other.close();
	});

	it.each([
		[['--bogus'], "Unknown option '--bogus'. See --help.\n"],
		[['--latency', 'x'], '--latency must be a number of milliseconds up to 60000, not "x".\n'],
		[['--port', 'x'], '--port must be a number up to 65535, not "x".\n'],
		[['--rate-window', 'x'], '--rate-window must be one of sliding, fixed, not "x".\n'],
		[['--plan', 'gold'], '--plan must be one of free, pro, business, unlimited, not "gold".\n'],
	])('refuses %j', async (options, err) => {
		expect(await finish(...options)).toEqual({ code: 1, out: '', err });
	});

	it('explains its options', async () => {
		const { code, out } = await finish('--help');
		expect(code).toBe(0);
		for (const option of ['--port', '--plan', '--insecure-redirects', '--insecure-webhooks'])
			expect(out).toContain(option);
	});
});
