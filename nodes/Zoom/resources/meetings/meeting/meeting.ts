import { personalMeetingFallback } from '../../../behaviors/personalMeetingFallback';
import { reuseExisting } from '../../../behaviors/reuseExisting';
import { endpoint, listEndpoint } from '../../../registry/endpoint';
import { toggle } from '../../../registry/field';
import type { Resource, Values } from '../../../registry/types';
import { mustChange, occurrenceId, showPreviousOccurrences } from '../../shared/fields';
import { anyUser, hostUser, meetingId } from '../../shared/locators';
import { inviteBatch, inviteFields, lifetime } from '../../shared/meetingOrWebinar/inviteLinks';
import {
	resolution,
	streamAction,
	streamFields,
	streamLayout,
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
import { controlFields, controlOptions, controlProblem } from './meetingControls';
import {
	changedSettings,
	listFilters,
	meetingFields,
	newSettings,
	reminders,
	settingsProblem,
	topic,
} from './meetingFields';
import { meetingRecurrence, scheduleFields } from './meetingSchedule';
import { templateFields, templateMeetingId } from './meetingTemplate';

const changeLook = {
	name: 'Change Settings',
	value: 'mode',
	description: 'Change the layout and captions while the livestream is on',
};

/** The sentence for a change Zoom would refuse; undefined when it would not. */
const changeProblem = (values: Values): string | undefined =>
	mustChange('meetingId', 'occurrenceId')(values) ??
	recurrenceProblem(values, meetingRecurrence) ??
	settingsProblem(values);

/** Meetings that are still to take place, or taking place. */
export const meeting: Resource = {
	name: 'Meeting',
	plural: 'Meetings',
	value: 'meeting',
	docs: 'https://developers.zoom.us/docs/api/meetings/#tag/meetings',
	operations: [
		{
			name: 'Create',
			value: 'create',
			action: 'Create a meeting',
			description: 'Schedule a meeting. Zoom allows 100 creates and updates per host per day.',
			...endpoint('POST /users/{userId}/meetings'),
			fields: [...hostUser, topic, ...scheduleAtTop(scheduleFields)],
			optional: [
				...meetingFields,
				...besideTop(scheduleFields),
				toggle('Generate Passcode', 'defaultPassword', {
					default: true,
					description:
						"Whether to generate a passcode if you set none and the host's settings require one",
				}),
				newSettings,
			],
			implied: impliedType(meetingRecurrence),
			check: (values) => newRecurrenceProblem(values, meetingRecurrence) ?? settingsProblem(values),
			behaviors: [
				reuseExisting({ find: 'getAll', get: 'get', update: 'update', id: 'meetingId' }),
				personalMeetingFallback,
			],
		},
		{
			name: 'Create Invite Links',
			value: 'createInviteLinks',
			action: 'Create invite links for a meeting',
			description: 'Create a join link for each person. They join with the name you give.',
			...endpoint('POST /meetings/{meetingId}/invite_links'),
			docsTag: 'invitation--registration',
			fields: [meetingId, ...inviteFields],
			optional: [lifetime],
			chunks: inviteBatch,
		},
		{
			name: 'Create Template',
			value: 'createTemplate',
			action: 'Create a template from a meeting',
			description:
				'Save a meeting as a template for new meetings. Zoom allows 40 templates per user.',
			...endpoint('POST /users/{userId}/meeting_templates'),
			docsTag: 'templates',
			fields: [...anyUser, templateMeetingId],
			optional: templateFields,
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete a meeting',
			description:
				'Delete a meeting or one of its occurrences. Recover restores a deleted meeting.',
			...endpoint('DELETE /meetings/{meetingId}'),
			fields: [meetingId],
			optional: [occurrenceId, ...reminders],
		},
		{
			name: 'End',
			value: 'end',
			action: 'End a live meeting',
			description: 'End a live meeting for all participants',
			...endpoint('PUT /meetings/{meetingId}/status'),
			fields: [meetingId],
			body: { action: 'end' },
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get a meeting',
			description: 'Get a meeting with its settings, links and occurrences',
			...endpoint('GET /meetings/{meetingId}'),
			fields: [meetingId],
			optional: [occurrenceId, showPreviousOccurrences],
			simplify: SESSION_SUMMARY,
		},
		{
			name: 'Get Invitation',
			value: 'getInvitation',
			action: 'Get the invitation of a meeting',
			description: 'Get the invitation text of a meeting, ready to send to invitees',
			...endpoint('GET /meetings/{meetingId}/invitation'),
			docsTag: 'invitation--registration',
			fields: [meetingId],
		},
		{
			name: 'Get Livestream',
			value: 'getLivestream',
			action: 'Get the livestream settings of a meeting',
			description: "Get a meeting's livestream settings, including its stream key",
			...endpoint('GET /meetings/{meetingId}/livestream'),
			docsTag: 'live-streaming',
			fields: [meetingId],
			requires: 'a paid plan',
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many meetings',
			description: 'List the meetings that a user hosts. Zoom omits instant and expired meetings.',
			...listEndpoint('GET /users/{userId}/meetings'),
			fields: hostUser,
			optional: listFilters,
		},
		{
			name: 'Get Templates',
			value: 'getTemplates',
			action: 'Get the meeting templates of a user',
			description: 'List the templates that a user can create meetings from',
			...listEndpoint('GET /users/{userId}/meeting_templates'),
			docsTag: 'templates',
			fields: anyUser,
		},
		{
			name: 'Get Upcoming',
			value: 'getUpcoming',
			action: 'Get the upcoming meetings of a user',
			description: 'List the meetings that a user hosts or is invited to in the next 24 hours',
			...listEndpoint('GET /users/{userId}/upcoming_meetings'),
			fields: anyUser,
		},
		{
			name: 'Recover',
			value: 'recover',
			action: 'Recover a deleted meeting',
			description: 'Recover a deleted meeting from the trash',
			...endpoint('PUT /meetings/{meetingId}/status'),
			fields: [meetingId],
			body: { action: 'recover' },
		},
		{
			name: 'Send Control',
			value: 'sendControl',
			action: 'Control a live meeting',
			description:
				'Control the recording, invitations, participants and AI Companion of a live meeting. Only its host and alternative hosts can do this.',
			...endpoint('PATCH /live_meetings/{meetingId}/events'),
			docsTag: 'in-meeting-features',
			fields: [meetingId, ...controlFields],
			optional: controlOptions,
			check: controlProblem,
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update a meeting',
			description:
				'Update a meeting or one of its occurrences. Zoom allows 100 creates and updates per host per day.',
			...endpoint('PATCH /meetings/{meetingId}'),
			fields: [meetingId],
			optional: [occurrenceId, ...meetingFields, ...scheduleFields, changedSettings, topic],
			idempotent: true,
			check: changeProblem,
		},
		{
			name: 'Update Livestream',
			value: 'updateLivestream',
			action: 'Update the livestream settings of a meeting',
			description: 'Set the stream URL, stream key and page URL of a meeting',
			...endpoint('PATCH /meetings/{meetingId}/livestream'),
			docsTag: 'live-streaming',
			fields: [meetingId, ...streamFields],
			optional: [resolution],
			requires: 'a paid plan',
			idempotent: true,
		},
		{
			name: 'Update Livestream Status',
			value: 'updateLivestreamStatus',
			action: 'Start or stop the livestream of a meeting',
			description: 'Start or stop the livestream of a meeting, or change its layout and captions',
			...endpoint('PATCH /meetings/{meetingId}/livestream/status'),
			docsTag: 'live-streaming',
			fields: [meetingId, streamAction(changeLook)],
			optional: [...streamSettings, ...streamLayout],
			requires: 'a paid plan',
		},
	],
};
