import { choice, group, number, text, toggle } from '../../../registry/field';
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
	displayName: string,
	name: string,
	times: typeof REMINDERS,
	description: string,
): Field =>
	group(displayName, name, {
		fields: [
			toggle('Enabled', 'enable', 'Whether Zoom writes to them'),
			choice('When', 'type', {
				options: times,
				default: 1,
				description: 'When Zoom writes to them',
			}),
		],
		description,
	});

/** Webinar settings about what Zoom writes to people. */
export const mailSettings: Field[] = [
	text('Email Language', 'emailLanguage', {
		placeholder: 'e.g. de-DE',
		description: 'The language in which Zoom writes to people',
	}),
	notification(
		'Follow Up With Absentees',
		'followUpAbsenteesEmailNotification',
		FOLLOW_UPS,
		'E-mail to those who registered and did not come',
	),
	notification(
		'Follow Up With Attendees',
		'followUpAttendeesEmailNotification',
		FOLLOW_UPS,
		'E-mail to those who came',
	),
	toggle('Panelists Invitation Email', 'panelistsInvitationEmailNotification', {
		default: true,
		description: 'Whether panelists are invited by e-mail',
	}),
	notification(
		'Remind Attendees and Panelists',
		'attendeesAndPanelistsReminderEmailNotification',
		REMINDERS,
		'E-mail before the webinar',
	),
];

/** Webinar settings about questions from the audience. */
const questionAndAnswer = group('Question and Answer', 'questionAndAnswer', {
	fields: [
		toggle(
			'Allow Anonymous Questions',
			'allowAnonymousQuestions',
			'Whether attendees may ask without giving their name',
		),
		toggle('Allow Comments', 'attendeesCanComment', 'Whether attendees may answer and comment'),
		toggle('Allow Questions', 'allowSubmitQuestions', 'Whether attendees may ask'),
		toggle('Allow Upvotes', 'attendeesCanUpvote', 'Whether attendees may vote questions up'),
		toggle(
			'Auto-Reply',
			'allowAutoReply',
			'Whether questions in a simulive webinar are answered by themselves',
		),
		text('Auto-Reply Text', 'autoReplyText', 'What the automatic answer says'),
		toggle('Enabled', 'enable', 'Whether there are questions and answers'),
		choice('Visible Questions', 'answerQuestions', {
			options: [
				{ name: 'All', value: 'all' },
				{ name: 'Answered', value: 'only' },
			],
			default: 'only',
			description: 'Which questions attendees see',
		}),
	],
	description: 'Questions during the webinar',
});

// Zoom's name for it, which its camelCase form does not lead back to.
const FULL_HD = 'send_1080p_video_to_attendees';

/** Webinar settings about how it runs. */
export const showSettings: Field[] = [
	text('Alternative Hosts', 'alternativeHosts', {
		encode: toCommas,
		placeholder: 'e.g. john@example.com, mary@example.com',
		description:
			'E-mail addresses or IDs of users who may also start the webinar, separated by commas or semicolons',
	}),
	toggle('Audio Watermark', 'addAudioWatermark', 'Whether sound tells who recorded it'),
	toggle('HD Video', 'hdVideo', 'Whether video is in HD'),
	toggle('HD Video for Attendees', 'hdVideoForAttendees', 'Whether attendees see video in HD'),
	toggle('Full HD Video for Attendees', 'send1080pVideoToAttendees', {
		apiName: FULL_HD,
		description: 'Whether attendees always see video in 1080p',
	}),
	toggle('On Demand', 'onDemand', 'Whether people can register and watch the recording afterwards'),
	toggle(
		'Panelist Authentication',
		'panelistAuthentication',
		'Whether panelists must be signed in to Zoom',
	),
	toggle('Panelists Video', 'panelistsVideo', 'Whether panelists join with their video on'),
	toggle(
		'Practice Session',
		'practiceSession',
		'Whether host and panelists can prepare before the audience is let in',
	),
	questionAndAnswer,
	number('Registrants Limit', 'registrantsRestrictNumber', {
		minValue: 0,
		maxValue: 20000,
		default: 0,
		description: 'How many people may register; 0 means any number',
	}),
	toggle(
		'Session Branding',
		'enableSessionBranding',
		'Whether the webinar has a look of its own: background, name tags and so on',
	),
	toggle(
		'Survey After Webinar',
		'postWebinarSurvey',
		'Whether a survey opens in the browser of attendees who leave',
	),
	text('Survey URL', 'surveyUrl', {
		placeholder: 'e.g. https://example.com/survey',
		description: 'Link to a survey elsewhere',
	}),
	toggle('Watermark', 'addWatermark', 'Whether the picture shows who watches it'),
];

/** Whether registrants are told of a change. */
export const notifyRegistrants = toggle(
	'Notify Registrants',
	'notifyRegistrants',
	'Whether registrants are told of the change by e-mail',
);
