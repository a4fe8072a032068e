'use strict';

const { registerHooks } = require('node:module');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const url = pathToFileURL(join(__dirname, 'nodeSqlite.js')).href;

registerHooks({
	resolve(specifier, context, nextResolve) {
		if (specifier !== 'sqlite3') return nextResolve(specifier, context);
		return { url, format: 'commonjs', shortCircuit: true };
	},
});
