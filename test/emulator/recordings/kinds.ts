/** What sets one kind of recording file apart. */
export interface FileKind {
	extension: string;
	recordingType: string;
	mediaType: string;
	/** The end of the name under which it is downloaded. */
	nameEnd: string;
	/** Whether a browser can play it; Zoom gives others no `play_url`. */
	plays: boolean;
}

/** The kinds of file a recording has, by Zoom's `file_type`. */
export const fileKinds: Record<string, FileKind> = {
	MP4: {
		extension: 'MP4',
		recordingType: 'shared_screen_with_speaker_view',
		mediaType: 'video/mp4',
		nameEnd: '_Recording_1920x1080.mp4',
		plays: true,
	},
	M4A: {
		extension: 'M4A',
		recordingType: 'audio_only',
		mediaType: 'audio/mp4',
		nameEnd: '_Recording.m4a',
		plays: true,
	},
	TRANSCRIPT: {
		extension: 'VTT',
		recordingType: 'audio_transcript',
		mediaType: 'text/vtt',
		nameEnd: '_Recording.transcript.vtt',
		plays: true,
	},
	CC: {
		extension: 'VTT',
		recordingType: 'closed_caption',
		mediaType: 'text/vtt',
		nameEnd: '_Recording.cc.vtt',
		plays: true,
	},
	CHAT: {
		extension: 'TXT',
		recordingType: 'chat_file',
		mediaType: 'text/plain',
		nameEnd: '_RecordingnewChat.txt',
		plays: true,
	},
	TIMELINE: {
		extension: 'JSON',
		recordingType: 'timeline',
		mediaType: 'application/json',
		nameEnd: '_Recording.timeline.json',
		plays: false,
	},
	SUMMARY: {
		extension: 'JSON',
		recordingType: 'summary',
		mediaType: 'application/json',
		nameEnd: '_Recording.summary.json',
		plays: false,
	},
};
