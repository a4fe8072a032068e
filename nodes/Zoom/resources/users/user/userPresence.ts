import { endpoint } from '../../../registry/endpoint';
import { choice, number } from '../../../registry/field';
import type { RestOperation } from '../../../registry/types';
import { anyUser } from '../../shared/locators';

const QUIET = 'Do_No_Disturb';

/** Whether a user can be reached, as others see it. */
export const presenceOperations: RestOperation[] = [
	{
		name: 'Get Presence',
		value: 'getPresence',
		action: 'Get the presence status of a user',
		description: 'Get the presence status of a user, such as available, away or in a meeting',
		...endpoint('GET /users/{userId}/presence_status'),
		fields: anyUser,
	},
	{
		name: 'Update Presence',
		value: 'updatePresence',
		action: 'Update the presence status of a user',
		description:
			'Set the presence status of a user who is signed in to a Zoom client. Zoom allows one change per minute.',
		...endpoint('PUT /users/{userId}/presence_status'),
		fields: [
			...anyUser,
			choice('Status', 'status', {
				required: true,
				options: [
					{ name: 'Available', value: 'Available' },
					{ name: 'Away', value: 'Away' },
					{ name: 'Busy', value: 'Busy' },
					{ name: 'Do Not Disturb', value: QUIET },
					{ name: 'In a Calendar Event', value: 'In_Calendar_Event' },
					{ name: 'In a Zoom Meeting', value: 'In_A_Zoom_Meeting' },
					{ name: 'On a Call', value: 'On_A_Call' },
					{ name: 'Out of Office', value: 'Out_of_Office' },
					{ name: 'Presenting', value: 'Presenting' },
				],
				default: 'Available',
				description: 'Status that other users see',
			}),
			number('Duration (Minutes)', 'duration', {
				minValue: 1,
				maxValue: 1440,
				displayOptions: { show: { status: [QUIET] } },
				default: 20,
				description: 'How long Do Not Disturb lasts, up to one day',
			}),
		],
	},
];
