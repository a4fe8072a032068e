import { endpoint } from '../../../registry/endpoint';
import { choice, group, text } from '../../../registry/field';
import type { Field, RestOperation } from '../../../registry/types';
import { toCommas } from '../../../values/lists';
import { loginType, moreJson, mustSet } from '../../shared/fields';
import { anyUser } from '../../shared/locators';
import { meetingSettings } from './userMeetingSettings';
import {
	featureSettings,
	notificationSettings,
	recordingSettings,
	scheduleSettings,
	telephonySettings,
} from './userSettings';

/** A section of the settings, as Zoom groups them. */
const section = (displayName: string, name: string, description: string, options: Field[]): Field =>
	group(displayName, name, { placeholder: 'Add Setting', fields: options, description });

/** A section that Zoom keeps apart from the others. */
const separateSection = choice('Section', 'option', {
	in: 'query',
	options: [
		{ name: 'Meeting Authentication', value: 'meeting_authentication' },
		{ name: 'Meeting Security', value: 'meeting_security' },
		{ name: 'Recording Authentication', value: 'recording_authentication' },
	],
	default: 'meeting_authentication',
	description: 'A section of settings Zoom lists only when asked for',
});

/** How a user's meetings, recordings and mails are set. */
export const settingsOperations: RestOperation[] = [
	{
		name: 'Get Settings',
		value: 'getSettings',
		action: 'Get the settings of a user',
		description: "Get a user's settings for meetings, recordings, telephony and more",
		...endpoint('GET /users/{userId}/settings'),
		fields: anyUser,
		optional: [
			text('Fields', 'customQueryFields', {
				encode: toCommas,
				placeholder: 'e.g. host_video,participant_video',
				description: 'Only these settings, by the names Zoom gives them, separated by commas',
			}),
			loginType,
			separateSection,
		],
		simplify: [
			'schedule_meeting',
			'in_meeting',
			'email_notification',
			'recording',
			'feature',
			'telephony',
			'allow_authentication_exception',
			'authentication_options',
			'meeting_authentication',
			'meeting_security',
			'recording_authentication',
		],
	},
	{
		name: 'Update Settings',
		value: 'updateSettings',
		action: 'Update the settings of a user',
		description: "Change a user's settings for meetings, recordings, e-mail and more",
		...endpoint('PATCH /users/{userId}/settings'),
		fields: anyUser,
		optional: [
			section('Email', 'emailNotification', 'What Zoom writes e-mails about', notificationSettings),
			section('Features', 'feature', 'What the user is licensed for', featureSettings),
			section('In Meetings', 'inMeeting', 'What can be done in meetings', meetingSettings),
			moreJson(
				'Any other settings, sectioned and named as Get Settings answers them, such as {"in_meeting": {"auto_answer": true}}. They win over the fields beside this one.',
			),
			section('Recording', 'recording', 'How meetings are recorded', recordingSettings),
			section('Scheduling', 'scheduleMeeting', 'What new meetings begin with', scheduleSettings),
			{
				...separateSection,
				description: 'The section More (JSON) is about, where it is one that Zoom keeps apart',
			},
			section('Telephony', 'telephony', 'How participants join by telephone', telephonySettings),
		],
		idempotent: true,
		check: mustSet('userId', 'option'),
	},
];
