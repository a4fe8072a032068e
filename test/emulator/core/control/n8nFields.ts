import type { App } from '../../oauth/apps';
import type { EmulatorContext } from '../context';

/** What a person types into n8n for one of the apps, by the labels of the credential's fields. */
export interface N8nFields {
	app: string;
	credential: string;
	fields: Record<string, string>;
}

/** The ready-made credentials for the three apps that are always there. */
export function n8nFields(context: EmulatorContext): N8nFields[] {
	const { serverToServer, userManaged, accountLevel } = context.apps.seeded;
	return [serverToServer, userManaged, accountLevel].map((app) => fieldsOf(context, app));
}

function fieldsOf({ url }: EmulatorContext, app: App): N8nFields {
	const serverToServer = app.kind === 'serverToServer';
	const general = {
		'App Type': app.kind === 'userManaged' ? 'User-Managed' : 'Account-Level (Admin-Managed)',
		'Authorization URL': `${url}/oauth/authorize`,
	};
	return {
		app: app.name,
		credential: `Zoom ${serverToServer ? 'Server-to-Server' : 'General App'} OAuth2 API`,
		fields: {
			Environment: 'Custom',
			...(!serverToServer && general),
			'Token URL': `${url}/oauth/token`,
			'API URL': url,
			...(serverToServer && { 'Account ID': app.accountId }),
			'Client ID': app.clientId,
			'Client Secret': app.clientSecret,
			'Secret Token': app.secretToken,
		},
	};
}
