import { endpoint } from '../../../registry/endpoint';
import { choice, number, text } from '../../../registry/field';
import type { RestOperation } from '../../../registry/types';
import { meetingId } from '../../../values/identifiers';
import { anyUser } from '../../shared/locators';

/** Keys with which to act as a user. */
export const tokenOperations: RestOperation[] = [
	{
		name: 'Get Token',
		value: 'getToken',
		action: 'Get a token of a user',
		description:
			'Get a Zoom access key (ZAK) or another token to start or join meetings as a user. n8n stores it with the execution.',
		...endpoint('GET /users/{userId}/token'),
		fields: anyUser,
		optional: [
			number('Lifetime (Seconds)', 'ttl', {
				minValue: 1,
				maxValue: 31536000,
				default: 7200,
				description:
					'How long the token is valid, up to one year. Only for ZAK and On-Behalf tokens.',
			}),
			text('Meeting ID', 'meetingId', {
				encode: meetingId,
				placeholder: 'e.g. 812 3456 7890',
				description: 'Meeting that an On-Behalf token is for',
			}),
			choice('Type', 'type', {
				options: [
					{
						name: 'On-Behalf',
						value: 'onbehalf',
						description: 'Joins a meeting on behalf of the user',
					},
					{
						name: 'Token',
						value: 'token',
						description: 'Outdated. Zoom recommends not to use it.',
					},
					{ name: 'ZAK', value: 'zak', description: 'Starts meetings as the user' },
				],
				default: 'zak',
				description: 'Type of the token. If not set, Zoom returns the outdated type.',
			}),
		],
	},
	{
		name: 'Get ZAK',
		value: 'getZak',
		action: 'Get a Zoom access key of the connected user',
		description:
			'Get a Zoom access key (ZAK) of the connected user. It is valid for five minutes. n8n stores it with the execution.',
		...endpoint('GET /users/me/zak'),
		fields: [],
	},
];
