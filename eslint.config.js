// ESLint prefers this file to eslint.config.mjs, which n8n's strict mode wants to stay as it is. All it adds: n8n's rules are
// for what n8n loads; test/ has an eslint.config.mjs of its own, which is for spec/, too.
module.exports = (async () => {
	const { default: config } = await import('./eslint.config.mjs');
	return [...config, { ignores: ['test/**', 'spec/**'] }];
})();
