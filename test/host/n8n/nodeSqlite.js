'use strict';

const { DatabaseSync } = require('node:sqlite');

const OPEN_READONLY = 1;

/** The error codes n8n looks at, by SQLite's primary result code. */
const codes = { 5: 'SQLITE_BUSY', 6: 'SQLITE_LOCKED', 19: 'SQLITE_CONSTRAINT' };

/** The part of sqlite3's Database that n8n calls: the same answers, given one after the other. */
class Database {
	constructor(path, flags, callback) {
		const done = callback ?? flags;
		this.#answer(done, () => {
			// sqlite3's own defaults, on which n8n's migrations rely.
			this.#connection = new DatabaseSync(path, {
				readOnly: (Number(flags) & OPEN_READONLY) !== 0,
				enableForeignKeyConstraints: false,
				enableDoubleQuotedStringLiterals: true,
				defensive: false,
				timeout: 1000,
			});
		});
	}

	#connection;

	run(sql, values, callback) {
		this.#answer(callback ?? values, (receiver) => {
			const result = this.#connection.prepare(sql).run(...bound(callback ? values : []));
			receiver.lastID = Number(result.lastInsertRowid);
			receiver.changes = Number(result.changes);
		});
	}

	all(sql, values, callback) {
		this.#answer(callback ?? values, () =>
			this.#connection
				.prepare(sql)
				.all(...bound(callback ? values : []))
				.map(plain),
		);
	}

	close(callback) {
		this.#answer(callback, () => this.#connection.close());
	}

	#answer(callback, work) {
		const receiver = {};
		let error = null;
		let result;
		try {
			result = work(receiver);
		} catch (cause) {
			error = sqliteError(cause);
		}
		setImmediate(() => callback?.call(receiver, error, result));
	}
}

function bound(values = []) {
	return values.map((value) => {
		if (value === undefined) return null;
		if (typeof value === 'boolean') return Number(value);
		if (value instanceof Date) return value.getTime();
		// A number is bound as REAL, which a TEXT column would store as "5.0".
		if (Number.isInteger(value) && value === (value | 0)) return BigInt(value);
		return value;
	});
}

function plain(row) {
	const copy = { ...row };
	for (const [column, value] of Object.entries(copy)) {
		if (value instanceof Uint8Array) copy[column] = Buffer.from(value);
	}
	return copy;
}

function sqliteError(cause) {
	const errno = (cause.errcode ?? 1) & 0xff;
	const code = codes[errno] ?? 'SQLITE_ERROR';
	return Object.assign(new Error(`${code}: ${cause.message}`, { cause }), { code, errno });
}

const sqlite3 = { Database, OPEN_READONLY, OPEN_READWRITE: 2, OPEN_CREATE: 4, OPEN_URI: 64 };

module.exports = { ...sqlite3, verbose: () => module.exports };
