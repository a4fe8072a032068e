import { endpoint, listEndpoint } from '../../../registry/endpoint';
import { choice } from '../../../registry/field';
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
		...listEndpoint('GET /meetings/{meetingId}/recordings/analytics_details', {
			dateWindows: { by: 'date_time' },
		}),
		fields: [recordedMeetingId],
		optional: [
			fromDay,
			toDay,
			choice('Type', 'type', {
				options: [
					{ name: 'Downloads', value: 'by_download' },
					{ name: 'Views', value: 'by_view' },
				],
				default: 'by_view',
				description: 'What to list',
			}),
		],
	},
	{
		name: 'Get Analytics Summary',
		value: 'getAnalyticsSummary',
		action: 'Count how often a recording was watched and downloaded',
		description:
			'Count views and downloads of a recording day by day, in a time of at most a month. Zoom takes today when no time is set.',
		...endpoint('GET /meetings/{meetingId}/recordings/analytics_summary'),
		fields: [recordedMeetingId],
		optional: [fromDayWithinMonth, toDay],
		maxRange: 'month',
	},
];
