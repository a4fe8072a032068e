import type { EmulatorContext } from '../../core/context';
import type { PastInstance } from '../../history/records';

/** What was used in the instance, by Zoom's names of features. */
export function usedFeatures(
	{ store }: EmulatorContext,
	instance: PastInstance,
): Record<string, boolean> {
	const { attendees, features, registrants, uuid } = instance;
	const following = {
		poll: attendees.some(({ poll_answers }) => poll_answers),
		telephone_usage: attendees.some(({ phone }) => phone),
		waiting_room: attendees.some(({ stays }) =>
			stays.some(({ status }) => status === 'in_waiting_room'),
		),
		meeting_summary: store.summaries.get(uuid) !== undefined,
		registration: registrants !== undefined,
	};
	return {
		...Object.fromEntries(names.map((name) => [name, features.includes(name)])),
		...following,
	};
}

const names = [
	'screen_sharing',
	'video_on',
	'remote_control',
	'closed_caption',
	'breakout_room',
	'language_interpretation',
	'in_meeting_chat',
	'join_by_room',
	'live_transcription',
	'reaction',
	'zoom_apps',
	'annotation',
	'raise_hand',
	'virtual_background',
	'whiteboard',
	'immersive_scene',
	'avatar',
	'switch_to_mobile',
	'file_sharing',
	'meeting_questions',
	'record_to_computer',
	'record_to_cloud',
	'live_translation',
	'smart_recording',
	'multi_speaker',
	'meeting_wallpaper',
	'gen_ai_virtual_background',
	'multi_share',
	'document_collaboration',
	'portrait_lighting',
	'personalized_audio_isolation',
	'color_themes',
];
