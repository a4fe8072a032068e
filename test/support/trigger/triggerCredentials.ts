import type { IDataObject } from 'n8n-workflow';
import { CredentialStore } from '../engine/credentialStore';

export const SECRET = 'aSecretToken_123';

/** A connection of each kind to a server that stands for Zoom, by the kind of app. */
export function credentialsFor(url: string, more: IDataObject = {}): CredentialStore {
	const credentials = new CredentialStore();
	const common = {
		environment: 'custom',
		customAuthorizationUrl: `${url}/oauth/authorize`,
		customTokenUrl: `${url}/oauth/token`,
		customApiUrl: url,
		clientId: 'Client',
		clientSecret: 'Secret',
		webhookSecretToken: ` ${SECRET}\n`,
		...more,
	};
	const oauthTokenData = {
		access_token: 'users_token',
		scope: 'user:read:user meeting:read:meeting',
	};
	credentials.save('user', { ...common, appType: 'user', oauthTokenData });
	credentials.save('account', { ...common, appType: 'account', oauthTokenData });
	credentials.save('serverToServer', { ...common, accountId: 'Account_1' });
	return credentials;
}
