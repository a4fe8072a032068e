import { choice } from '../../registry/field';
import type { Field } from '../../registry/types';
import { fromDay, toDay } from '../shared/dateRangeFields';
import { groupId } from '../shared/locators';

/** What Zoom demands for reports. */
export const PLAN = 'a Pro plan or higher';

/** What Zoom demands for reports on webinars. */
export const WEBINAR_PLAN = 'a Pro plan or higher with the webinar add-on';

/** The days a report is about. */
export const reportDays: Field[] = [
	{ ...fromDay, required: true },
	{ ...toDay, required: true },
];

/** Whose hosts a report is about. */
export const inGroup: Field = {
	...groupId,
	required: undefined,
	description: 'Only users in this group',
};

/** Asks for the ID that people got when they registered. */
export const registrantIds = choice('Include Field', 'includeFields', {
	options: [{ name: 'Registrant ID', value: 'registrant_id' }],
	default: 'registrant_id',
	description: 'Additional field to return for each participant',
});
