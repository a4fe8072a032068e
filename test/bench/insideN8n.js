// Loaded into n8n before its own code: tells what n8n uses, and leads calls for api.zoom.us, an address that n8n's own
// Zoom node has built in, to the emulator.
const http = require('node:http');
const https = require('node:https');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

/** @type {URL | undefined} */
let zoom;

const { request } = https;
https.request = function (options, ...more) {
	const host = options.hostname ?? options.host;
	if (!zoom || host !== 'api.zoom.us') return request.call(https, options, ...more);
	const { hostname, port } = zoom;
	const led = { protocol: 'http:', host: hostname, hostname, port, agent: http.globalAgent };
	return http.request({ ...options, ...led, servername: undefined }, ...more);
};

const probe = http.createServer((incoming, response) => {
	const { pathname, searchParams } = new URL(incoming.url, 'http://localhost');
	if (pathname === '/zoom') zoom = new URL(searchParams.get('url'));
	if (pathname === '/collected') collectGarbage();
	response.end(JSON.stringify({ cpu: process.cpuUsage(), memory: process.memoryUsage() }));
});
// Programs that n8n starts load this, too; the port is n8n's.
probe.on('error', () => {});
probe.listen(Number(process.env.BENCH_PROBE_PORT), '127.0.0.1').unref();
