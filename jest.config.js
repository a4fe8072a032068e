/** @type {import('jest').Config} */
const common = {
	rootDir: __dirname,
	testEnvironment: 'node',
	transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'test/tsconfig.json', diagnostics: false }] },
	modulePathIgnorePatterns: [
		'<rootDir>/dist/',
		'<rootDir>/test/host/node_modules/',
		'<rootDir>/test/host/.n8n-zoom/',
	],
	testTimeout: 30_000,
	// Tests run in a context in which looking up a global is slow. No package declares one of these itself.
	sandboxInjectedGlobals: ['Array', 'JSON', 'Math', 'Object', 'Promise', 'Symbol'],
};

module.exports = {
	...common,
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	testPathIgnorePatterns: ['<rootDir>/test/host/'],
	// Jest alone leaves one core idle.
	maxWorkers: '100%',
	workerIdleMemoryLimit: '2GB',
};
