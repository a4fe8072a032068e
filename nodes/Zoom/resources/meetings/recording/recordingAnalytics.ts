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
		action: 'Get the views and downloads of a recording',
		description:
			'List who watched or downloaded a recording, and when. If From and To are not set, Zoom lists today.',
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
				description: 'Whether to list downloads or views',
			}),
		],
	},
	{
		name: 'Get Analytics Summary',
		value: 'getAnalyticsSummary',
		action: 'Get the number of views and downloads of a recording',
		description:
			'Count the views and downloads of a recording per day, for up to one month. If From and To are not set, Zoom counts today.',
		...endpoint('GET /meetings/{meetingId}/recordings/analytics_summary'),
		fields: [recordedMeetingId],
		optional: [fromDayWithinMonth, toDay],
		maxRange: 'month',
	},
];
