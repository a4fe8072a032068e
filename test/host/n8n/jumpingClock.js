'use strict';

/*
 * Loaded into an n8n before everything else: its Zoom nodes go by a clock that SIGUSR2 moves eleven minutes ahead, and
 * whatever they wait for within these comes to pass. n8n itself goes by the machine's.
 */
const Module = require('node:module');

const jump = 11 * 60_000;
let ahead = 0;
let moved = new AbortController();

process.on('SIGUSR2', () => {
	ahead += jump;
	moved.abort();
	moved = new AbortController();
});

function shift(clock) {
	const { now, elapsed, sleep } = clock;
	clock.now = () => now() + ahead;
	clock.elapsed = () => elapsed() + ahead;
	clock.sleep = async (milliseconds, signal) => {
		const until = clock.elapsed() + milliseconds;
		for (let left = milliseconds; left > 0; left = until - clock.elapsed()) {
			const signals = [moved.signal, signal].filter(Boolean);
			await sleep(left, AbortSignal.any(signals)).catch((error) => {
				if (signal?.aborted) throw error;
			});
		}
	};
	return clock;
}

const shifted = new Map();
const load = Module._load;
Module._load = function (request, ...more) {
	const loaded = load.call(this, request, ...more);
	if (!/(^|\/)clock$/.test(request) || typeof loaded?.clock?.sleep !== 'function') return loaded;
	if (!shifted.has(loaded)) shifted.set(loaded, shift(loaded.clock));
	return loaded;
};
