import type { Resource } from '../../registry/types';
import { menuOf } from '../shared/menu';
import { eventReports } from './eventReports';
import { meetingReports } from './meetingReports';
import { usageReports } from './usageReports';
import { webinarReports } from './webinarReports';

/** What took place in an account, for its admins. */
export const report: Resource = {
	name: 'Report',
	plural: 'Reports',
	value: 'report',
	docs: 'https://developers.zoom.us/docs/api/meetings/#tag/reports',
	operations: menuOf(eventReports, meetingReports, usageReports, webinarReports),
};
