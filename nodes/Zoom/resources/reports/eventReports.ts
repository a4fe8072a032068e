import type { INodePropertyOptions } from 'n8n-workflow';

import { textsIn } from '../../json/json';
import { listEndpoint } from '../../registry/endpoint';
import { choice, choices, text } from '../../registry/field';
import type { RestOperation } from '../../registry/types';
import { anyUser } from '../shared/locators';
import { inGroup, PLAN, reportDays } from './reportFields';

const features: INodePropertyOptions[] = [
	{ name: 'Annotation', value: 'annotation' },
	{ name: 'Avatars', value: 'avatar' },
	{ name: 'Chat', value: 'in_meeting_chat' },
	{ name: 'Closed Captions', value: 'closed_caption' },
	{ name: 'Cloud Recording', value: 'record_to_cloud' },
	{ name: 'Color Themes', value: 'color_themes' },
	{ name: 'Document Collaboration', value: 'document_collaboration' },
	{ name: 'File Sharing', value: 'file_sharing' },
	{ name: 'Generated Backgrounds', value: 'gen_ai_virtual_background' },
	{ name: 'Immersive Scene', value: 'immersive_scene' },
	{ name: 'Language Interpretation', value: 'language_interpretation' },
	{ name: 'Live Transcription', value: 'live_transcription' },
	{ name: 'Live Translation', value: 'live_translation' },
	{ name: 'Local Recording', value: 'record_to_computer' },
	{ name: 'Meeting Questions', value: 'meeting_questions' },
	{ name: 'Multi-Speaker View', value: 'multi_speaker' },
	{ name: 'Personalized Audio Isolation', value: 'personalized_audio_isolation' },
	{ name: 'Polls', value: 'poll' },
	{ name: 'Portrait Lighting', value: 'portrait_lighting' },
	{ name: 'Raised Hands', value: 'raise_hand' },
	{ name: 'Reactions', value: 'reaction' },
	{ name: 'Registration', value: 'registration' },
	{ name: 'Remote Control', value: 'remote_control' },
	{ name: 'Screen Sharing', value: 'screen_sharing' },
	{ name: 'Several Shared Screens', value: 'multi_share' },
	{ name: 'Smart Recording', value: 'smart_recording' },
	{ name: 'Summary', value: 'meeting_summary' },
	{ name: 'Switch to Mobile', value: 'switch_to_mobile' },
	{ name: 'Telephone', value: 'telephone_usage' },
	{ name: 'Video', value: 'video_on' },
	{ name: 'Virtual Background', value: 'virtual_background' },
	{ name: 'Waiting Room', value: 'waiting_room' },
	{ name: 'Wallpaper', value: 'meeting_wallpaper' },
	{ name: 'Whiteboard', value: 'whiteboard' },
	{ name: 'Zoom Apps', value: 'zoom_apps' },
	{ name: 'Zoom Rooms', value: 'join_by_room' },
];

const eventType = (name: string) =>
	choice('Type', name, {
		options: [
			{ name: 'Meetings', value: 'meeting' },
			{ name: 'Meetings and Webinars', value: 'all' },
			{ name: 'Webinars', value: 'webinar' },
		],
		default: 'all',
		description: 'Whether to list meetings, webinars or both',
	});

/** Reports on many meetings and webinars. */
export const eventReports: RestOperation[] = [
	{
		name: 'Get History',
		value: 'getHistory',
		action: 'Get the past meetings and webinars of the account',
		description: 'List the past meetings and webinars of the account, with the features they used',
		...listEndpoint('GET /report/history_meetings', {
			dateWindows: { by: 'start_time', id: 'meeting_uuid' },
		}),
		fields: reportDays,
		optional: [
			choice('Filter By', 'dateType', {
				options: [
					{ name: 'End Time', value: 'end_time' },
					{ name: 'Start Time', value: 'start_time' },
				],
				default: 'start_time',
				description: 'Which time From and To apply to',
			}),
			choices('Features', 'meetingFeature', {
				encode: (chosen) => textsIn(chosen).join(','),
				options: features,
				description: 'Only meetings and webinars that used at least one of these features',
			}),
			inGroup,
			choice('Report', 'reportType', {
				options: [
					{ name: 'Any', value: 'all' },
					{ name: 'Polls', value: 'poll' },
					{ name: 'Q&A', value: 'qa' },
					{ name: 'Reactions', value: 'reaction' },
					{ name: 'Resources', value: 'resource' },
					{ name: 'Survey', value: 'survey' },
				],
				default: 'all',
				description: 'Only meetings and webinars that have this report',
			}),
			text('Search', 'searchKey', 'Words of the topic, or a meeting ID, to search for'),
			eventType('meetingType'),
		],
		requires: PLAN,
	},
	{
		name: 'Get Upcoming Events',
		value: 'getUpcomingEvents',
		action: 'Get the upcoming meetings and webinars of the account',
		description: 'List the meetings and webinars scheduled in the account',
		...listEndpoint('GET /report/upcoming_events', {
			dateWindows: { by: 'start_time', isAhead: true },
		}),
		fields: reportDays,
		optional: [inGroup, eventType('type')],
		requires: PLAN,
	},
	{
		name: 'Get User Meetings',
		value: 'getUserMeetings',
		action: 'Get the past meetings and webinars of a user',
		description:
			'List the meetings and webinars of a user within the last six months. Zoom omits those with a single participant, unless you set Type to Single Participant.',
		...listEndpoint('GET /report/users/{userId}/meetings', {
			dateWindows: { by: 'start_time', id: 'uuid' },
		}),
		fields: [...anyUser, ...reportDays],
		optional: [
			choice('Type', 'type', {
				options: [
					{ name: 'Hosted', value: 'past' },
					{ name: 'Hosted or Joined', value: 'pastJoined' },
					{
						name: 'Single Participant',
						value: 'pastOne',
						description: 'Meetings with only one participant',
					},
				],
				default: 'past',
				description: 'Which meetings to list. If not set, Zoom lists hosted meetings.',
			}),
		],
		requires: PLAN,
	},
];
