/** @type {import('jest').Config} */
module.exports = {
	rootDir: __dirname,
	roots: ['<rootDir>/test/host'],
	testEnvironment: 'node',
	transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'test/tsconfig.json', diagnostics: false }] },
	testMatch: ['<rootDir>/test/host/e2e/**/*.e2e.ts'],
	modulePathIgnorePatterns: ['<rootDir>/test/host/.n8n-zoom/'],
	// All files share the one n8n that globalSetup starts.
	globalSetup: '<rootDir>/test/host/setUp.ts',
	globalTeardown: '<rootDir>/test/host/tearDown.ts',
	maxWorkers: 1,
	testTimeout: 300_000,
};
