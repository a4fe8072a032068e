import { choice, group, number, text, toggle } from '../../../registry/field';
import type { Field } from '../../../registry/types';
import { toCommas } from '../../../values/lists';

const REMINDERS = [
	{ name: '1 Hour Before', value: 1 },
	{ name: '1 Day Before', value: 2 },
	{ name: '1 Day and 1 Hour Before', value: 3 },
	{ name: '1 Week Before', value: 4 },
	{ name: '1 Week and 1 Hour Before', value: 5 },
	{ name: '1 Week and 1 Day Before', value: 6 },
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
	displayName: string,
	name: string,
	times: typeof REMINDERS,
	description: string,
): Field =>
	group(displayName, name, {
		fields: [
			toggle('Enabled', 'enable', 'Whether to send the email'),
			choice('When', 'type', {
				options: times,
				default: 1,
				description: 'When to send the email',
			}),
		],
		description,
	});

/** Webinar settings about what Zoom writes to people. */
export const mailSettings: Field[] = [
	text('Email Language', 'emailLanguage', {
		placeholder: 'e.g. de-DE',
		description: 'Language of the emails that Zoom sends',
	}),
	notification(
		'Follow Up With Absentees',
		'followUpAbsenteesEmailNotification',
		FOLLOW_UPS,
		'Email to registrants who did not attend',
	),
	notification(
		'Follow Up With Attendees',
		'followUpAttendeesEmailNotification',
		FOLLOW_UPS,
		'Email to attendees after the webinar',
	),
	toggle('Panelists Invitation Email', 'panelistsInvitationEmailNotification', {
		default: true,
		description: 'Whether to email an invitation to panelists',
	}),
	notification(
		'Remind Attendees and Panelists',
		'attendeesAndPanelistsReminderEmailNotification',
		REMINDERS,
		'Reminder email before the webinar',
	),
];

/** Webinar settings about questions from the audience. */
const questionAndAnswer = group('Q&A', 'questionAndAnswer', {
	fields: [
		toggle(
			'Allow Anonymous Questions',
			'allowAnonymousQuestions',
			'Whether to let attendees ask questions anonymously',
		),
		toggle(
			'Allow Comments',
			'attendeesCanComment',
			'Whether to let attendees answer and comment on questions',
		),
		toggle('Allow Questions', 'allowSubmitQuestions', 'Whether to let attendees ask questions'),
		toggle('Allow Upvotes', 'attendeesCanUpvote', 'Whether to let attendees upvote questions'),
		toggle(
			'Auto-Reply',
			'allowAutoReply',
			'Whether to answer questions in a simulive webinar automatically',
		),
		text('Auto-Reply Text', 'autoReplyText', 'Text of the automatic reply'),
		toggle('Enabled', 'enable', 'Whether to enable Q&A'),
		choice('Visible Questions', 'answerQuestions', {
			options: [
				{ name: 'All', value: 'all' },
				{ name: 'Answered', value: 'only' },
			],
			default: 'only',
			description: 'Questions that attendees can see',
		}),
	],
	description: 'Questions and answers during the webinar',
});

// Zoom's name for it, which its camelCase form does not lead back to.
const FULL_HD = 'send_1080p_video_to_attendees';

/** Webinar settings about how it runs. */
export const showSettings: Field[] = [
	text('Alternative Hosts', 'alternativeHosts', {
		encode: toCommas,
		placeholder: 'e.g. john@example.com, mary@example.com',
		description:
			'Email addresses or IDs of users who can also start the webinar, separated by commas or semicolons',
	}),
	toggle(
		'Audio Watermark',
		'addAudioWatermark',
		'Whether to embed an audio watermark that identifies the person recording',
	),
	toggle('HD Video', 'hdVideo', 'Whether to use HD video'),
	toggle(
		'HD Video for Attendees',
		'hdVideoForAttendees',
		'Whether to show video to attendees in HD',
	),
	toggle('Full HD Video for Attendees', 'send1080pVideoToAttendees', {
		apiName: FULL_HD,
		description: 'Whether to always show video to attendees in 1080p',
	}),
	toggle(
		'On Demand',
		'onDemand',
		'Whether to let people register and watch the recording after the webinar',
	),
	toggle(
		'Panelist Authentication',
		'panelistAuthentication',
		'Whether to require panelists to sign in to Zoom',
	),
	toggle(
		'Panelists Video',
		'panelistsVideo',
		'Whether to turn on the video of panelists when they join',
	),
	toggle(
		'Practice Session',
		'practiceSession',
		'Whether to let the host and panelists prepare before attendees can join',
	),
	questionAndAnswer,
	number('Registrants Limit', 'registrantsRestrictNumber', {
		minValue: 0,
		maxValue: 20000,
		default: 0,
		description: 'Maximum number of registrants. 0 means no limit.',
	}),
	toggle(
		'Session Branding',
		'enableSessionBranding',
		'Whether to enable session branding, such as a background and name tags',
	),
	toggle(
		'Survey After Webinar',
		'postWebinarSurvey',
		'Whether to open a survey in the browser of attendees when they leave',
	),
	text('Survey URL', 'surveyUrl', {
		placeholder: 'e.g. https://example.com/survey',
		description: 'URL of a survey on another site',
	}),
	toggle(
		'Watermark',
		'addWatermark',
		'Whether to show a video watermark that identifies the viewer',
	),
];

/** Whether registrants are told of a change. */
export const notifyRegistrants = toggle(
	'Notify Registrants',
	'notifyRegistrants',
	'Whether to email registrants about the change',
);
