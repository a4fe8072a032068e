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
import { newRecurrenceProblem, recurrenceProblem } from '../../shared/meetingOrWebinar/schedule';
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
	name: 'Change Look',
	value: 'mode',
	description: 'Layout and captions of a stream that is on',
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
			description: 'Schedule a meeting. Zoom allows 100 creates and updates a day per host.',
			...endpoint('POST /users/{userId}/meetings'),
			fields: [...hostUser, topic],
			optional: [
				...meetingFields,
				...scheduleFields,
				toggle('Generate Password', 'defaultPassword', {
					default: true,
					description:
						"Whether Zoom makes up a passcode when none is given and the host's settings require one",
				}),
				newSettings,
			],
			check: (values) => newRecurrenceProblem(values, meetingRecurrence) ?? settingsProblem(values),
			behaviors: [
				reuseExisting({ find: 'getAll', get: 'get', update: 'update', id: 'meetingId' }),
				personalMeetingFallback,
			],
		},
		{
			name: 'Create Invite Links',
			value: 'createInviteLinks',
			action: 'Create personal join links for a meeting',
			description: 'Make a link for each of several people with which they join under their name',
			...endpoint('POST /meetings/{meetingId}/invite_links'),
			docsTag: 'invitation--registration',
			fields: [meetingId, ...inviteFields],
			optional: [lifetime],
			chunks: inviteBatch,
		},
		{
			name: 'Create Template',
			value: 'createTemplate',
			action: 'Create a meeting template from a meeting',
			description: 'Keep a meeting as a template for further ones. A user may have 40.',
			...endpoint('POST /users/{userId}/meeting_templates'),
			docsTag: 'templates',
			fields: [...anyUser, templateMeetingId],
			optional: templateFields,
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete a meeting',
			description: 'Delete a meeting, or one occurrence of it',
			...endpoint('DELETE /meetings/{meetingId}'),
			fields: [meetingId],
			optional: [occurrenceId, ...reminders],
		},
		{
			name: 'End',
			value: 'end',
			action: 'End a live meeting',
			description: 'End a meeting that is taking place, for everyone in it',
			...endpoint('PUT /meetings/{meetingId}/status'),
			fields: [meetingId],
			body: { action: 'end' },
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get a meeting',
			description: 'Get a meeting with its settings, its links and, if it recurs, its occurrences',
			...endpoint('GET /meetings/{meetingId}'),
			fields: [meetingId],
			optional: [occurrenceId, showPreviousOccurrences],
			simplify: SESSION_SUMMARY,
		},
		{
			name: 'Get Invitation',
			value: 'getInvitation',
			action: 'Get the invitation text of a meeting',
			description: 'Get the text to send to people who are invited to a meeting',
			...endpoint('GET /meetings/{meetingId}/invitation'),
			docsTag: 'invitation--registration',
			fields: [meetingId],
		},
		{
			name: 'Get Livestream',
			value: 'getLivestream',
			action: 'Get the livestream configuration of a meeting',
			description: 'Get where a meeting is streamed to. The stream key is among it.',
			...endpoint('GET /meetings/{meetingId}/livestream'),
			docsTag: 'live-streaming',
			fields: [meetingId],
			requires: 'a paid plan',
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'List the meetings of a user',
			description: 'List the meetings a user hosts. Zoom leaves out instant and expired ones.',
			...listEndpoint('GET /users/{userId}/meetings'),
			fields: hostUser,
			optional: listFilters,
		},
		{
			name: 'Get Templates',
			value: 'getTemplates',
			action: 'List the meeting templates of a user',
			description: 'List the templates a user can make meetings from',
			...listEndpoint('GET /users/{userId}/meeting_templates'),
			docsTag: 'templates',
			fields: anyUser,
		},
		{
			name: 'Get Upcoming',
			value: 'getUpcoming',
			action: 'List the meetings of a user in the next 24 hours',
			description: 'List what a user hosts or is invited to within the next 24 hours',
			...listEndpoint('GET /users/{userId}/upcoming_meetings'),
			fields: anyUser,
		},
		{
			name: 'Recover',
			value: 'recover',
			action: 'Recover a deleted meeting',
			description: 'Bring a deleted meeting back from the trash',
			...endpoint('PUT /meetings/{meetingId}/status'),
			fields: [meetingId],
			body: { action: 'recover' },
		},
		{
			name: 'Send Control',
			value: 'sendControl',
			action: 'Control a live meeting',
			description:
				'Record a meeting that is taking place, invite or remove people, or steer AI Companion in it. Only its host and alternative hosts may.',
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
				'Change a meeting, or one occurrence of it. Zoom allows 100 creates and updates a day per host.',
			...endpoint('PATCH /meetings/{meetingId}'),
			fields: [meetingId],
			optional: [occurrenceId, ...meetingFields, ...scheduleFields, changedSettings, topic],
			idempotent: true,
			check: changeProblem,
		},
		{
			name: 'Update Livestream',
			value: 'updateLivestream',
			action: 'Configure the livestream of a meeting',
			description: 'Say where a meeting is streamed to',
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
			description: 'Start or stop streaming a meeting, or change how the stream looks',
			...endpoint('PATCH /meetings/{meetingId}/livestream/status'),
			docsTag: 'live-streaming',
			fields: [meetingId, streamAction(changeLook)],
			optional: [...streamSettings, ...streamLayout],
			requires: 'a paid plan',
		},
	],
};
