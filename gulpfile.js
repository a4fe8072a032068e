const { rm } = require('node:fs/promises');
const { spawn } = require('node:child_process');
const { dest, parallel, series, src } = require('gulp');

const clean = () => rm('dist', { recursive: true, force: true });

const run = (script, args, failure) => (done) => {
	spawn(process.execPath, [require.resolve(script), ...args], { stdio: 'inherit' })
		.on('error', done)
		.on('exit', (code) => done(code === 0 ? undefined : new Error(failure)));
};

const compile = run('typescript/bin/tsc', ['-p', 'tsconfig.json'], 'TypeScript found errors');

/** What n8n reads beside the code: icons, codex files and output previews. Tables of the code's own come with it. */
const assets = () =>
	src(['nodes/**/*.{svg,json}', '!**/*.generated.json'], { base: '.', encoding: false }).pipe(
		dest('dist'),
	);

/** With the descriptions as JSON, n8n starts without loading the code; that takes a third of the time. */
const metadata = run('n8n-core/bin/generate-metadata', [], 'n8n could not load the built nodes');

compile.displayName = 'compile';
metadata.displayName = 'metadata';

exports.build = series(clean, parallel(compile, assets), metadata);
exports.default = exports.build;
