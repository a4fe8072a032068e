import { choice, toggle } from '../../../registry/field';
import type { Field } from '../../../registry/types';

/** What can be done in the meetings of a user. */
export const meetingSettings: Field[] = [
	toggle('Annotation', 'annotation', 'Whether participants may draw on what is shared'),
	toggle('Auto-Save Chat', 'autoSavingChat', 'Whether chats are saved by themselves'),
	toggle('Breakout Rooms', 'breakoutRoom', 'Whether the host may split a meeting into rooms'),
	toggle(
		'Breakout Rooms in Advance',
		'breakoutRoomSchedule',
		'Whether the host may say when scheduling who goes to which room',
	),
	toggle('Chat', 'chat', 'Whether participants may write to everyone'),
	choice('Chat With', 'allowParticipantsChatWith', {
		options: [
			{ name: 'Everyone', value: 3 },
			{ name: 'Everyone, and One to One', value: 4 },
			{ name: 'Host and Co-Hosts', value: 2 },
			{ name: 'Nobody', value: 1 },
		],
		default: 3,
		description: 'Whom participants can write to',
	}),
	toggle('Co-Hosts', 'coHost', 'Whether the host may make others co-hosts'),
	choice('Entry and Exit Sound', 'entryExitChime', {
		options: [
			{ name: 'For Everyone', value: 'all' },
			{ name: 'For the Host Only', value: 'host' },
			{ name: 'None', value: 'none' },
		],
		default: 'all',
		description: 'For whose coming and going a sound is played',
	}),
	toggle('Feedback to Zoom', 'feedback', 'Whether users may tell Zoom what they think'),
	toggle('File Transfer', 'fileTransfer', 'Whether files can be sent in the chat'),
	toggle('Focus Mode', 'attentionModeFocusMode', 'Whether participants may be shown hosts only'),
	toggle(
		'Join From Browser',
		'showAJoinFromYourBrowserLink',
		'Whether a browser is enough to join',
	),
	toggle('Live Streaming', 'allowLiveStreaming', 'Whether meetings can be streamed live'),
	toggle('Meeting Survey', 'meetingSurvey', 'Whether hosts may ask for opinions after a meeting'),
	toggle('Polls', 'polling', 'Whether the controls of a meeting offer polls'),
	toggle('Private Chat', 'privateChat', 'Whether participants may write to each other alone'),
	toggle(
		'Questions and Answers',
		'meetingQuestionAnswer',
		'Whether participants may ask questions',
	),
	toggle('Reactions', 'meetingReactions', 'Whether participants may react with emojis'),
	toggle('Remote Control', 'remoteControl', "Whether others may be given control of one's screen"),
	toggle('Remote Support', 'remoteSupport', 'Whether the host may give a participant support'),
	choice('Save Chat', 'allowUsersSaveChats', {
		options: [
			{ name: 'Everything', value: 3 },
			{ name: 'Messages of Hosts', value: 2 },
			{ name: 'Nothing', value: 1 },
		],
		default: 3,
		description: 'What participants can save of the chat',
	}),
	toggle('Screen Sharing', 'screenSharing', 'Whether screens can be shared'),
	toggle(
		'Virtual Background',
		'virtualBackground',
		'Whether people may replace what is behind them',
	),
	toggle('Waiting Room', 'waitingRoom', 'Whether participants wait until the host lets them in'),
	toggle('Whiteboard', 'whiteboard', 'Whether there are whiteboards'),
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
		description: 'Who can share a screen while another one is shared',
	}),
];
