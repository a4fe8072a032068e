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
		action: 'Get the sign-ins and sign-outs of the account',
		description: 'List sign-ins and sign-outs of the last six months',
		...listEndpoint('GET /report/activities', { dateWindows: { by: 'time' } }),
		fields: [],
		optional: [fromDay, toDay],
		requires: PLAN,
	},
	{
		name: 'Get Cloud Recording',
		value: 'getCloudRecording',
		action: 'Get the cloud recording storage used per day',
		description:
			'List the storage used by cloud recordings per day, up to yesterday and within the last six months',
		...listEndpoint('GET /report/cloud_recording', { dateWindows: { by: 'date', id: 'date' } }),
		fields: reportDays,
		optional: [inGroup],
		requires: PLAN,
	},
	{
		name: 'Get Daily',
		value: 'getDaily',
		action: 'Get the daily usage of the account in a month',
		description: 'Get the new users, meetings, participants and meeting minutes of each day',
		...endpoint('GET /report/daily'),
		fields: [],
		optional: [
			inGroup,
			number('Month', 'month', {
				minValue: 1,
				maxValue: 12,
				default: 1,
				description: 'Month from 1 to 12. Defaults to the current month.',
			}),
			number('Year', 'year', {
				minValue: 2011,
				default: 2026,
				description: 'Year of the report. Defaults to the current year.',
			}),
		],
		requires: PLAN,
	},
	{
		name: 'Get Operation Logs',
		value: 'getOperationLogs',
		action: 'Get the operation logs of the account',
		description:
			'List changes by admins and users, such as added users, changed settings and deleted recordings',
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
				description: 'Category of the changes',
			}),
		],
		requires: PLAN,
	},
	{
		name: 'Get Telephone',
		value: 'getTelephone',
		action: 'Get the phone calls to and from meetings of the account',
		description: 'List the phone calls to and from meetings, with their numbers and durations',
		...listEndpoint('GET /report/telephone', { dateWindows: { by: 'start_time' } }),
		fields: reportDays,
		optional: [
			choice('Filter By', 'queryDateType', {
				options: [
					{ name: 'End of the Call', value: 'end_time' },
					{ name: 'End of the Meeting', value: 'meeting_end_time' },
					{ name: 'Start of the Call', value: 'start_time' },
					{ name: 'Start of the Meeting', value: 'meeting_start_time' },
				],
				default: 'start_time',
				description: 'Which time From and To apply to',
			}),
			choice('Type', 'type', {
				options: [
					{ name: 'SIP', value: '3' },
					{ name: 'Toll', value: '2' },
					{ name: 'Toll-Free and Called by Zoom', value: '1' },
				],
				default: '1',
				description: 'Which calls to list. If not set, Zoom lists toll-free calls.',
			}),
		],
		requires: `${PLAN} with audio conferencing`,
	},
	{
		name: 'Get Users',
		value: 'getUsers',
		action: 'Get the active or inactive hosts of the account',
		description:
			'List hosts with their meetings, participants and minutes, for up to one month within the last six months',
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
					{ name: 'Inactive', value: 'inactive', description: 'Hosted no meeting' },
				],
				default: 'active',
				description: 'Which hosts to list',
			}),
		],
		maxRange: 'month',
		requires: PLAN,
	},
];
