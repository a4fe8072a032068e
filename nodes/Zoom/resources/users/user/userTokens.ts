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
			'Get a Zoom access key (ZAK) or another token with which to start meetings. n8n stores it with the execution.',
		...endpoint('GET /users/{userId}/token'),
		fields: anyUser,
		optional: [
			number('Lifetime (Seconds)', 'ttl', {
				minValue: 1,
				maxValue: 31536000,
				default: 7200,
				description:
					'How long the token is good for, at most a year. For ZAK and On-Behalf tokens.',
			}),
			text('Meeting ID', 'meetingId', {
				encode: meetingId,
				placeholder: 'e.g. 812 3456 7890',
				description: 'The meeting an On-Behalf token is for',
			}),
			choice('Type', 'type', {
				options: [
					{
						name: 'On-Behalf',
						value: 'onbehalf',
						description: 'To join a meeting on behalf of the user',
					},
					{ name: 'Token', value: 'token', description: 'Outdated; Zoom asks not to use it' },
					{ name: 'ZAK', value: 'zak', description: 'To start meetings as the user' },
				],
				default: 'zak',
				description: 'Kind of token. Zoom gives the outdated one when this is not set.',
			}),
		],
	},
	{
		name: 'Get ZAK',
		value: 'getZak',
		action: 'Get a Zoom access key of the connected user',
		description:
			'Get a Zoom access key (ZAK) of the connected user. It lives for five minutes; n8n stores it with the execution.',
		...endpoint('GET /users/me/zak'),
		fields: [],
	},
];
