// Loads one node from its file in a fresh process, and prints what its description takes.
const { createRequire } = require('node:module');
const { gzipSync } = require('node:zlib');
const { performance } = require('node:perf_hooks');
const [, , file, exported] = process.argv;

// What n8n has loaded long before, as the node finds it.
const fromNode = createRequire(file);
const [{ NodeHelpers }] = ['n8n-workflow', 'zod', 'luxon'].map((name) => fromNode(name));

function timed(act) {
	const begin = performance.now();
	const result = act();
	return [result, performance.now() - begin];
}

const [module_, loadMs] = timed(() => require(file));
const build = () => new module_[exported]();
const [node, buildMs] = timed(build);
const [, againMs] = timed(build);
const { description } = node;
const json = JSON.stringify(description);

const read = () =>
	NodeHelpers.getNodeParameters(
		description.properties,
		{},
		true,
		false,
		{ typeVersion: 1 },
		description,
	);
const times = 300;
for (let turn = 0; turn < times; turn++) read();
const [, readMs] = timed(() => {
	for (let turn = 0; turn < times; turn++) read();
});

process.stdout.write(
	JSON.stringify({
		properties: description.properties.length,
		bytes: Buffer.byteLength(json),
		gzipped: gzipSync(json).length,
		loadMs,
		buildMs,
		againMs,
		parametersUs: (readMs * 1000) / times,
	}),
);
