import js from '@eslint/js';
import tseslint from 'typescript-eslint';

// n8n's own rules forbid what tests need (node:http, timers, process), so test/ has plain TypeScript rules.
export default tseslint.config(
	{ ignores: ['**/.n8n-zoom/**', '**/*.json'] },
	{
		files: ['**/*.ts'],
		extends: [js.configs.recommended, tseslint.configs.strict, tseslint.configs.stylistic],
		rules: {
			'@typescript-eslint/no-non-null-assertion': 'off',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
			],
			'no-console': 'error',
		},
	},
);
