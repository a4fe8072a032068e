import { endpoint, listEndpoint } from '../../registry/endpoint';
import { choice, number } from '../../registry/field';
import type { RestOperation } from '../../registry/types';
import { fromDay, fromDayWithinMonth, toDay } from '../shared/dateRangeFields';
import { inGroup, PLAN, reportDays } from './reportFields';

/** Reports on what the account uses and who does what in it. */
export const usageReports: RestOperation[] = [
	{
		name: 'Get Activities',
		value: 'getActivities',
		action: 'List when users of the account signed in and out',
		description: 'List sign-ins and sign-outs of the last six months',
		...listEndpoint('GET /report/activities', { dateWindows: { by: 'time' } }),
		fields: [],
		optional: [fromDay, toDay],
		requires: PLAN,
	},
	{
		name: 'Get Cloud Recording',
		value: 'getCloudRecording',
		action: 'List how much cloud storage recordings took each day',
		description:
			'List the storage used by cloud recordings on each day up to yesterday, within the last six months',
		...listEndpoint('GET /report/cloud_recording', { dateWindows: { by: 'date', id: 'date' } }),
		fields: reportDays,
		optional: [inGroup],
		requires: PLAN,
	},
	{
		name: 'Get Daily',
		value: 'getDaily',
		action: 'Get how much the account used Zoom on each day of a month',
		description: 'Get new users, meetings, participants and meeting minutes, day by day',
		...endpoint('GET /report/daily'),
		fields: [],
		optional: [
			inGroup,
			number('Month', 'month', {
				minValue: 1,
				maxValue: 12,
				default: 1,
				description: 'The month, from 1 to 12. Zoom takes the current one when this is not set.',
			}),
			number('Year', 'year', {
				minValue: 2011,
				default: 2026,
				description: 'The year. Zoom takes the current one when this is not set.',
			}),
		],
		requires: PLAN,
	},
	{
		name: 'Get Operation Logs',
		value: 'getOperationLogs',
		action: 'List what admins and users changed in the account',
		description: 'List who added users, changed settings, deleted recordings and the like',
		...listEndpoint('GET /report/operationlogs', { dateWindows: { by: 'time' } }),
		fields: reportDays,
		optional: [
			choice('Category', 'categoryType', {
				options: [
					{ name: 'Account', value: 'account' },
					{ name: 'All', value: 'all' },
					{ name: 'Billing', value: 'billing' },
					{ name: 'Chat', value: 'im' },
					{ name: 'Phone Contacts', value: 'phone_contacts' },
					{ name: 'Recording', value: 'recording' },
					{ name: 'Role', value: 'role' },
					{ name: 'Sub-Account', value: 'sub_account' },
					{ name: 'User', value: 'user' },
					{ name: 'User Settings', value: 'user_settings' },
					{ name: 'Webinar', value: 'webinar' },
					{ name: 'Zoom Rooms', value: 'zoom_rooms' },
				],
				default: 'all',
				description: 'What was changed',
			}),
		],
		requires: PLAN,
	},
	{
		name: 'Get Telephone',
		value: 'getTelephone',
		action: 'List the telephone calls to meetings of the account',
		description: 'List who called into meetings or was called, over which number and for how long',
		...listEndpoint('GET /report/telephone', { dateWindows: { by: 'start_time' } }),
		fields: reportDays,
		optional: [
			choice('Count By', 'queryDateType', {
				options: [
					{ name: 'End of the Call', value: 'end_time' },
					{ name: 'End of the Meeting', value: 'meeting_end_time' },
					{ name: 'Start of the Call', value: 'start_time' },
					{ name: 'Start of the Meeting', value: 'meeting_start_time' },
				],
				default: 'start_time',
				description: 'Which time has to lie between From and To',
			}),
			choice('Type', 'type', {
				options: [
					{ name: 'SIP', value: '3' },
					{ name: 'Toll', value: '2' },
					{ name: 'Toll-Free and Called by Zoom', value: '1' },
				],
				default: '1',
				description: 'Which calls to list. Zoom lists toll-free ones when this is not set.',
			}),
		],
		requires: `${PLAN} with audio conferencing`,
	},
	{
		name: 'Get Users',
		value: 'getUsers',
		action: 'List the active or inactive hosts of the account',
		description:
			'List hosts with their meetings, participants and minutes in a time of at most a month, within the last six months',
		...listEndpoint('GET /report/users', { id: 'id' }),
		fields: [
			{ ...fromDayWithinMonth, required: true },
			{ ...toDay, required: true },
		],
		optional: [
			inGroup,
			choice('Type', 'type', {
				options: [
					{ name: 'Active', value: 'active', description: 'Hosted at least one meeting' },
					{ name: 'Inactive', value: 'inactive', description: 'Hosted none' },
				],
				default: 'active',
				description: 'Which hosts to list',
			}),
		],
		maxRange: 'month',
		requires: PLAN,
	},
];
