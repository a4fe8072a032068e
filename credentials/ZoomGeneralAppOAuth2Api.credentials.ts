import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { HOSTS } from '../nodes/Zoom/transport/auth/environments';
import { connectionFields } from './connectionFields';

// n8n fills hidden fields by expressions over the others, so one choice sets every URL.
const byEnvironment = (url: 'authorize' | 'token', custom: string) =>
	`={{ $self["environment"] === "custom" ? $self["${custom}"] : $self["environment"] === "zoomGov" ? "${HOSTS.zoomGov[url]}" : "${HOSTS.zoom[url]}" }}`;

/**
 * A General App: someone signs in to Zoom and allows the connection (authorization code with PKCE). n8n keeps and
 * refreshes the tokens.
 * @see https://developers.zoom.us/docs/integrations/oauth/
 */
export class ZoomGeneralAppOAuth2Api implements ICredentialType {
	name = 'zoomGeneralAppOAuth2Api';

	displayName = 'Zoom General App OAuth2 API';

	extends = ['oAuth2Api'];

	documentationUrl =
		'https://github.com/n8n-nodes-zoom/n8n-nodes-zoom/blob/main/docs/general-app-user-managed.md';

	icon = {
		light: 'file:../nodes/Zoom/zoom.svg',
		dark: 'file:../nodes/Zoom/zoom.dark.svg',
	} as const;

	properties: INodeProperties[] = [
		{
			displayName:
				'Create a <a href="https://marketplace.zoom.us/develop/create" target="_blank">General App</a> at Zoom. On its Basic Information page, paste the OAuth Redirect URL from above into OAuth Redirect URL, and add it to the OAuth Allow List. Add the scopes to the app. Then copy its Client ID and Client Secret here, and click Connect. Zoom accepts only https redirect URLs.',
			name: 'setupNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'App Type',
			name: 'appType',
			type: 'options',
			options: [
				{
					name: 'User-Managed',
					value: 'user',
					description:
						'Each user connects their own Zoom user. The credential can access only that user.',
				},
				{
					name: 'Account-Level (Admin-Managed)',
					value: 'account',
					description:
						'An admin connects the account. The credential can access every user of the account.',
				},
			],
			default: 'user',
			description:
				'Type of the app at Zoom. It decides which scope names the nodes show and whose events a trigger gets that registers its webhook automatically.',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			description: 'From the app at Zoom, under Basic Information > App Credentials',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'From the same page as the Client ID. Use the Development values if the app is not published.',
		},
		...connectionFields,
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			default: 'pkce',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: byEnvironment('authorize', 'customAuthorizationUrl'),
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: byEnvironment('token', 'customTokenUrl'),
		},
		{
			// The app at Zoom fixes the scopes; naming any here can be refused as invalid.
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default: '',
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			default: 'header',
		},
	];
}
