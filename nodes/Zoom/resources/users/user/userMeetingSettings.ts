import { choice, toggle } from '../../../registry/field';
import type { Field } from '../../../registry/types';

/** What can be done in the meetings of a user. */
export const meetingSettings: Field[] = [
	toggle('Annotation', 'annotation', 'Whether to let participants annotate shared content'),
	toggle('Auto-Save Chat', 'autoSavingChat', 'Whether to save chats automatically'),
	toggle(
		'Breakout Rooms',
		'breakoutRoom',
		'Whether to let the host split a meeting into breakout rooms',
	),
	toggle(
		'Breakout Rooms in Advance',
		'breakoutRoomSchedule',
		'Whether to let the host assign participants to breakout rooms when scheduling',
	),
	toggle('Chat', 'chat', 'Whether to let participants send messages to everyone'),
	choice('Chat With', 'allowParticipantsChatWith', {
		options: [
			{ name: 'Everyone', value: 3 },
			{ name: 'Everyone, and Privately', value: 4 },
			{ name: 'Host and Co-Hosts', value: 2 },
			{ name: 'Nobody', value: 1 },
		],
		default: 3,
		description: 'Who participants can chat with',
	}),
	toggle('Co-Hosts', 'coHost', 'Whether to let the host appoint co-hosts'),
	choice('Entry and Exit Sound', 'entryExitChime', {
		options: [
			{ name: 'For Everyone', value: 'all' },
			{ name: 'For the Host Only', value: 'host' },
			{ name: 'None', value: 'none' },
		],
		default: 'all',
		description: 'Who hears a sound when someone joins or leaves',
	}),
	toggle('Feedback to Zoom', 'feedback', 'Whether to let users send feedback to Zoom'),
	toggle('File Transfer', 'fileTransfer', 'Whether to let participants send files in the chat'),
	toggle(
		'Focus Mode',
		'attentionModeFocusMode',
		'Whether to let hosts turn on focus mode, in which participants see only the hosts',
	),
	toggle(
		'Join From Browser',
		'showAJoinFromYourBrowserLink',
		'Whether to let participants join from a browser',
	),
	toggle('Livestreams', 'allowLiveStreaming', 'Whether to allow livestreams of meetings'),
	toggle('Meeting Survey', 'meetingSurvey', 'Whether to let hosts run a survey after a meeting'),
	toggle('Polls', 'polling', 'Whether to show polls in the meeting controls'),
	toggle(
		'Private Chat',
		'privateChat',
		'Whether to let participants send private messages to each other',
	),
	toggle('Q&A', 'meetingQuestionAnswer', 'Whether to let participants ask questions'),
	toggle('Reactions', 'meetingReactions', 'Whether to let participants react with emojis'),
	toggle(
		'Remote Control',
		'remoteControl',
		'Whether to let participants give others control of their screen',
	),
	toggle(
		'Remote Support',
		'remoteSupport',
		'Whether to let the host give remote support to a participant',
	),
	choice('Save Chat', 'allowUsersSaveChats', {
		options: [
			{ name: 'Everything', value: 3 },
			{ name: 'Messages of Hosts', value: 2 },
			{ name: 'Nothing', value: 1 },
		],
		default: 3,
		description: 'Which chat messages participants can save',
	}),
	toggle('Screen Sharing', 'screenSharing', 'Whether to allow screen sharing'),
	toggle('Virtual Background', 'virtualBackground', 'Whether to allow virtual backgrounds'),
	toggle(
		'Waiting Room',
		'waitingRoom',
		'Whether to hold participants in a waiting room until the host admits them',
	),
	toggle('Whiteboard', 'whiteboard', 'Whether to enable whiteboards'),
	choice('Who Can Share', 'whoCanShareScreen', {
		options: [
			{ name: 'Everyone', value: 'all' },
			{ name: 'Host', value: 'host' },
		],
		default: 'host',
		description: 'Who can share a screen',
	}),
	choice('Who Can Share Over Others', 'whoCanShareScreenWhenSomeoneIsSharing', {
		options: [
			{ name: 'Everyone', value: 'all' },
			{ name: 'Host', value: 'host' },
		],
		default: 'host',
		description: 'Who can share a screen while someone else is sharing',
	}),
];
