import { reuseExisting } from '../../../behaviors/reuseExisting';
import { endpoint, listEndpoint } from '../../../registry/endpoint';
import type { Resource, Values } from '../../../registry/types';
import { mustChange, occurrenceId, showPreviousOccurrences } from '../../shared/fields';
import { anyUser, hostUser, webinarId } from '../../shared/locators';
import { inviteBatch, inviteFields, lifetime } from '../../shared/meetingOrWebinar/inviteLinks';
import {
	resolution,
	streamAction,
	streamFields,
	streamSettings,
} from '../../shared/meetingOrWebinar/livestream';
import {
	besideTop,
	impliedType,
	newRecurrenceProblem,
	recurrenceProblem,
	scheduleAtTop,
} from '../../shared/meetingOrWebinar/schedule';
import { SESSION_SUMMARY } from '../../shared/meetingOrWebinar/summary';
import {
	cancelReminder,
	changedSettings,
	creationFields,
	listFilters,
	newSettings,
	simuliveProblem,
	topic,
	webinarFields,
	webinarRecurrence,
} from './webinarFields';

/** The sentence for a change Zoom would refuse; undefined when it would not. */
const changeProblem = (values: Values): string | undefined =>
	mustChange('webinarId', 'occurrenceId')(values) ??
	recurrenceProblem(values, webinarRecurrence) ??
	simuliveProblem(values);

/** Webinars that are still to take place, or taking place. */
export const webinar: Resource = {
	name: 'Webinar',
	plural: 'Webinars',
	value: 'webinar',
	docs: 'https://developers.zoom.us/docs/api/meetings/#tag/webinars',
	operations: [
		{
			name: 'Create',
			value: 'create',
			action: 'Create a webinar',
			description: 'Schedule a webinar. Zoom allows 100 creates and updates per host per day.',
			...endpoint('POST /users/{userId}/webinars'),
			fields: [...hostUser, topic, ...scheduleAtTop(webinarFields)],
			optional: [...besideTop(webinarFields), ...creationFields, newSettings],
			requires: 'the webinar add-on',
			implied: impliedType(webinarRecurrence),
			check: (values) => newRecurrenceProblem(values, webinarRecurrence) ?? simuliveProblem(values),
			behaviors: [reuseExisting({ find: 'getAll', get: 'get', update: 'update', id: 'webinarId' })],
		},
		{
			name: 'Create Invite Links',
			value: 'createInviteLinks',
			action: 'Create invite links for a webinar',
			description: 'Create a join link for each person. They join with the name you give.',
			...endpoint('POST /webinars/{webinarId}/invite_links'),
			fields: [webinarId, ...inviteFields],
			optional: [lifetime],
			chunks: inviteBatch,
			requires: 'a Business or Education plan with the webinar add-on',
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete a webinar',
			description: 'Delete a webinar or one of its occurrences. The API cannot restore it.',
			...endpoint('DELETE /webinars/{webinarId}'),
			fields: [webinarId],
			optional: [occurrenceId, cancelReminder],
			requires: 'the webinar add-on',
		},
		{
			name: 'End',
			value: 'end',
			action: 'End a live webinar',
			description: 'End a live webinar for all participants',
			...endpoint('PUT /webinars/{webinarId}/status'),
			fields: [webinarId],
			body: { action: 'end' },
			requires: 'the webinar add-on',
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get a webinar',
			description: 'Get a webinar with its settings, links and occurrences',
			...endpoint('GET /webinars/{webinarId}'),
			fields: [webinarId],
			optional: [occurrenceId, showPreviousOccurrences],
			simplify: SESSION_SUMMARY,
			requires: 'the webinar add-on',
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many webinars',
			description: 'List the webinars that a user hosts. Zoom omits expired webinars.',
			...listEndpoint('GET /users/{userId}/webinars'),
			fields: hostUser,
			optional: listFilters,
			requires: 'the webinar add-on',
		},
		{
			name: 'Get Templates',
			value: 'getTemplates',
			action: 'Get the webinar templates of a user',
			description: 'List the templates that a user can create webinars from',
			...listEndpoint('GET /users/{userId}/webinar_templates'),
			fields: anyUser,
			requires: 'the webinar add-on',
		},
		{
			name: 'Get Tracking Sources',
			value: 'getTrackingSources',
			action: 'Get the tracking sources of a webinar',
			description:
				'List the tracking sources of a webinar with the number of registrants from each',
			...listEndpoint('GET /webinars/{webinarId}/tracking_sources'),
			fields: [webinarId],
			requires: 'the webinar add-on',
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update a webinar',
			description:
				'Update a webinar or one of its occurrences. Zoom allows 100 creates and updates per host per day.',
			...endpoint('PATCH /webinars/{webinarId}'),
			fields: [webinarId],
			optional: [occurrenceId, ...webinarFields, changedSettings, topic],
			requires: 'the webinar add-on',
			idempotent: true,
			check: changeProblem,
		},
		{
			name: 'Update Livestream',
			value: 'updateLivestream',
			action: 'Update the livestream settings of a webinar',
			description: 'Set the stream URL, stream key and page URL of a webinar',
			...endpoint('PATCH /webinars/{webinarId}/livestream'),
			fields: [webinarId, ...streamFields],
			optional: [resolution],
			requires: 'the webinar add-on',
			idempotent: true,
		},
		{
			name: 'Update Livestream Status',
			value: 'updateLivestreamStatus',
			action: 'Start or stop the livestream of a webinar',
			description:
				'Start or stop the livestream of a webinar. You can change the livestream settings only while the livestream is off.',
			...endpoint('PATCH /webinars/{webinarId}/livestream/status'),
			fields: [webinarId, streamAction()],
			optional: streamSettings,
			requires: 'the webinar add-on',
		},
	],
};
