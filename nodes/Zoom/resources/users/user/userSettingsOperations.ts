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
	description:
		'Section of settings to return. Zoom returns each of these sections only if you select it.',
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
				description:
					'Comma-separated names of the settings to return, as Zoom names them. If not set, Zoom returns all.',
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
		description: "Update a user's settings for meetings, recordings, email and more",
		...endpoint('PATCH /users/{userId}/settings'),
		fields: anyUser,
		optional: [
			section(
				'Email',
				'emailNotification',
				'When Zoom sends emails to the user',
				notificationSettings,
			),
			section('Features', 'feature', 'Features and licenses of the user', featureSettings),
			section(
				'In Meetings',
				'inMeeting',
				'What hosts and participants can do in meetings',
				meetingSettings,
			),
			moreJson(
				'Any other settings, with the sections and names that Get Settings returns, such as {"in_meeting": {"auto_answer": true}}. They override the other fields.',
			),
			section('Recording', 'recording', 'How meetings are recorded', recordingSettings),
			section('Scheduling', 'scheduleMeeting', 'Defaults for new meetings', scheduleSettings),
			{
				...separateSection,
				description:
					'Section that the settings in More (JSON) belong to. Only for these three sections.',
			},
			section('Telephony', 'telephony', 'How participants join by phone', telephonySettings),
		],
		idempotent: true,
		check: mustSet('userId', 'option'),
	},
];
