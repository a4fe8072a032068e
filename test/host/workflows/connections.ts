import type { App, Emulator } from '../../emulator';
import type { CredentialInput } from '../n8n/rest';

/** A Server-to-Server credential for the emulator's app, as it is typed into n8n. */
export function serverToServerCredential(
	{ url, apps }: Emulator,
	app: App = apps.serverToServer,
): CredentialInput {
	return {
		name: 'Zoom emulator, Server-to-Server',
		type: 'zoomServerToServerOAuth2Api',
		data: {
			...connection(url, app),
			accountId: app.accountId,
			checkScopesFor: [],
		},
	};
}

/** A General App credential for one of the emulator's apps, not connected yet. */
export function generalAppCredential(
	{ url, apps }: Emulator,
	app: App = apps.userManaged,
): CredentialInput {
	return {
		name: 'Zoom emulator, General App',
		type: 'zoomGeneralAppOAuth2Api',
		data: {
			...connection(url, app),
			appType: app.kind === 'accountLevel' ? 'account' : 'user',
		},
	};
}

function connection(
	url: string,
	{ clientId, clientSecret, secretToken }: App,
): Record<string, unknown> {
	return {
		clientId,
		clientSecret,
		environment: 'custom',
		customAuthorizationUrl: `${url}/oauth/authorize`,
		customTokenUrl: `${url}/oauth/token`,
		customApiUrl: url,
		plan: 'pro',
		rateLimitShare: 100,
		webhookSecretToken: secretToken,
	};
}
