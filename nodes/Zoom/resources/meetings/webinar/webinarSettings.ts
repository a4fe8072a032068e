import type { Field } from '../../../registry/types';
import { toCommas } from '../../../values/lists';

const REMINDERS = [
	{ name: '1 Day and 1 Hour Before', value: 3 },
	{ name: '1 Day Before', value: 2 },
	{ name: '1 Hour Before', value: 1 },
	{ name: '1 Week and 1 Day Before', value: 6 },
	{ name: '1 Week and 1 Hour Before', value: 5 },
	{ name: '1 Week Before', value: 4 },
	{ name: '1 Week, 1 Day and 1 Hour Before', value: 7 },
	{ name: 'Never', value: 0 },
];

const FOLLOW_UPS = [
	{ name: '1 Day After', value: 1 },
	{ name: '2 Days After', value: 2 },
	{ name: '3 Days After', value: 3 },
	{ name: '4 Days After', value: 4 },
	{ name: '5 Days After', value: 5 },
	{ name: '6 Days After', value: 6 },
	{ name: '7 Days After', value: 7 },
	{ name: 'Never', value: 0 },
];

/** Whether and when Zoom writes to people. */
const notification = (
	{ displayName, name }: Pick<Field, 'displayName' | 'name'>,
	times: typeof REMINDERS,
	description: string,
): Field => ({
	displayName,
	name,
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		{
			displayName: 'Enabled',
			name: 'enable',
			type: 'boolean',
			default: false,
			description: 'Whether Zoom writes to them',
		},
		{
			displayName: 'When',
			name: 'type',
			type: 'options',
			options: times,
			default: 1,
			description: 'When Zoom writes to them',
		},
	],
	description,
});

/** Webinar settings about what Zoom writes to people. */
export const mailSettings: Field[] = [
	{
		displayName: 'Email Language',
		name: 'emailLanguage',
		type: 'string',
		default: '',
		placeholder: 'e.g. de-DE',
		description: 'The language in which Zoom writes to people',
	},
	notification(
		{
			displayName: 'Follow Up With Absentees',
			name: 'followUpAbsenteesEmailNotification',
		},
		FOLLOW_UPS,
		'E-mail to those who registered and did not come',
	),
	notification(
		{
			displayName: 'Follow Up With Attendees',
			name: 'followUpAttendeesEmailNotification',
		},
		FOLLOW_UPS,
		'E-mail to those who came',
	),
	{
		displayName: 'Panelists Invitation Email',
		name: 'panelistsInvitationEmailNotification',
		type: 'boolean',
		default: true,
		description: 'Whether panelists are invited by e-mail',
	},
	notification(
		{
			displayName: 'Remind Attendees and Panelists',
			name: 'attendeesAndPanelistsReminderEmailNotification',
		},
		REMINDERS,
		'E-mail before the webinar',
	),
];

/** Webinar settings about questions from the audience. */
const questionAndAnswer: Field = {
	displayName: 'Question and Answer',
	name: 'questionAndAnswer',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		{
			displayName: 'Allow Anonymous Questions',
			name: 'allowAnonymousQuestions',
			type: 'boolean',
			default: false,
			description: 'Whether attendees may ask without giving their name',
		},
		{
			displayName: 'Allow Comments',
			name: 'attendeesCanComment',
			type: 'boolean',
			default: false,
			description: 'Whether attendees may answer and comment',
		},
		{
			displayName: 'Allow Questions',
			name: 'allowSubmitQuestions',
			type: 'boolean',
			default: false,
			description: 'Whether attendees may ask',
		},
		{
			displayName: 'Allow Upvotes',
			name: 'attendeesCanUpvote',
			type: 'boolean',
			default: false,
			description: 'Whether attendees may vote questions up',
		},
		{
			displayName: 'Auto-Reply',
			name: 'allowAutoReply',
			type: 'boolean',
			default: false,
			description: 'Whether questions in a simulive webinar are answered by themselves',
		},
		{
			displayName: 'Auto-Reply Text',
			name: 'autoReplyText',
			type: 'string',
			default: '',
			description: 'What the automatic answer says',
		},
		{
			displayName: 'Enabled',
			name: 'enable',
			type: 'boolean',
			default: false,
			description: 'Whether there are questions and answers',
		},
		{
			displayName: 'Visible Questions',
			name: 'answerQuestions',
			type: 'options',
			options: [
				{ name: 'All', value: 'all' },
				{ name: 'Answered', value: 'only' },
			],
			default: 'only',
			description: 'Which questions attendees see',
		},
	],
	description: 'Questions during the webinar',
};

// Zoom's name for it, which its camelCase form does not lead back to.
const FULL_HD = 'send_1080p_video_to_attendees';

/** Webinar settings about how it runs. */
export const showSettings: Field[] = [
	{
		displayName: 'Alternative Hosts',
		name: 'alternativeHosts',
		type: 'string',
		encode: toCommas,
		default: '',
		placeholder: 'e.g. john@example.com, mary@example.com',
		description:
			'E-mail addresses or IDs of users who may also start the webinar, separated by commas or semicolons',
	},
	{
		displayName: 'Audio Watermark',
		name: 'addAudioWatermark',
		type: 'boolean',
		default: false,
		description: 'Whether sound tells who recorded it',
	},
	{
		displayName: 'HD Video',
		name: 'hdVideo',
		type: 'boolean',
		default: false,
		description: 'Whether video is in HD',
	},
	{
		displayName: 'HD Video for Attendees',
		name: 'hdVideoForAttendees',
		type: 'boolean',
		default: false,
		description: 'Whether attendees see video in HD',
	},
	{
		displayName: 'Full HD Video for Attendees',
		name: 'send1080pVideoToAttendees',
		key: FULL_HD,
		type: 'boolean',
		default: false,
		description: 'Whether attendees always see video in 1080p',
	},
	{
		displayName: 'On Demand',
		name: 'onDemand',
		type: 'boolean',
		default: false,
		description: 'Whether people can register and watch the recording afterwards',
	},
	{
		displayName: 'Panelist Authentication',
		name: 'panelistAuthentication',
		type: 'boolean',
		default: false,
		description: 'Whether panelists must be signed in to Zoom',
	},
	{
		displayName: 'Panelists Video',
		name: 'panelistsVideo',
		type: 'boolean',
		default: false,
		description: 'Whether panelists join with their video on',
	},
	{
		displayName: 'Practice Session',
		name: 'practiceSession',
		type: 'boolean',
		default: false,
		description: 'Whether host and panelists can prepare before the audience is let in',
	},
	questionAndAnswer,
	{
		displayName: 'Registrants Limit',
		name: 'registrantsRestrictNumber',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 20000 },
		default: 0,
		description: 'How many people may register; 0 means any number',
	},
	{
		displayName: 'Session Branding',
		name: 'enableSessionBranding',
		type: 'boolean',
		default: false,
		description: 'Whether the webinar has a look of its own: background, name tags and so on',
	},
	{
		displayName: 'Survey After Webinar',
		name: 'postWebinarSurvey',
		type: 'boolean',
		default: false,
		description: 'Whether a survey opens in the browser of attendees who leave',
	},
	{
		displayName: 'Survey URL',
		name: 'surveyUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/survey',
		description: 'Link to a survey elsewhere',
	},
	{
		displayName: 'Watermark',
		name: 'addWatermark',
		type: 'boolean',
		default: false,
		description: 'Whether the picture shows who watches it',
	},
];

/** Whether registrants are told of a change. */
export const notifyRegistrants: Field = {
	displayName: 'Notify Registrants',
	name: 'notifyRegistrants',
	type: 'boolean',
	default: false,
	description: 'Whether registrants are told of the change by e-mail',
};
