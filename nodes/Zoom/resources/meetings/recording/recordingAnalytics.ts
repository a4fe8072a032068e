import type { RestOperation } from '../../../registry/types';
import { fromDay, fromDayWithinMonth, toDay } from '../../shared/dateRangeFields';
import { recordedMeetingId } from '../../shared/locators';

/** Who watched and fetched a recording. */
export const analyticsOperations: RestOperation[] = [
	{
		name: 'Get Analytics Details',
		value: 'getAnalyticsDetails',
		action: 'List who watched or downloaded a recording',
		description:
			'List who watched or downloaded a recording and when. Zoom takes today when no time is set.',
		method: 'GET',
		path: '/meetings/{meetingId}/recordings/analytics_details',
		scopes: [
			'cloud_recording:read:recording_analytics_details',
			'cloud_recording:read:recording_analytics_details:admin',
			'cloud_recording:read:recording_analytics_details:master',
		],
		classicScopes: [],
		rate: 'medium',
		fields: [recordedMeetingId],
		optional: [
			fromDay,
			toDay,
			{
				displayName: 'Type',
				name: 'type',
				type: 'options',
				in: 'query',
				options: [
					{ name: 'Downloads', value: 'by_download' },
					{ name: 'Views', value: 'by_view' },
				],
				default: 'by_view',
				description: 'What to list',
			},
		],
		list: {
			key: 'analytics_details',
			paging: 'token',
			pageSize: 300,
			months: { by: 'date_time' },
		},
	},
	{
		name: 'Get Analytics Summary',
		value: 'getAnalyticsSummary',
		action: 'Count how often a recording was watched and downloaded',
		description:
			'Count views and downloads of a recording day by day, in a time of at most a month. Zoom takes today when no time is set.',
		method: 'GET',
		path: '/meetings/{meetingId}/recordings/analytics_summary',
		scopes: [
			'cloud_recording:read:recording_analytics_summary',
			'cloud_recording:read:recording_analytics_summary:admin',
			'cloud_recording:read:recording_analytics_summary:master',
		],
		classicScopes: [],
		rate: 'medium',
		fields: [recordedMeetingId],
		optional: [fromDayWithinMonth, toDay],
		longest: 'month',
	},
];
