/** One of the files Zoom makes of a recorded meeting, in Zoom's own field names. */
export interface RecordingFile {
	id: string;
	file_type: string;
	file_extension: string;
	/** Bytes; content of that length is made up while it is sent, so any size will do. */
	file_size: number;
	recording_type: string;
	recording_start: string;
	recording_end: string;
	/** What the file says, for the kinds that are text. */
	text?: string;
	/** Set while this one file lies in the trash. */
	deleted_time?: string;
	/** Whether Zoom is still at it: of such a file it says next to nothing. */
	processing?: true;
}

/** One person's voice, where the host records everybody apart. */
export interface ParticipantAudio extends RecordingFile {
	file_name: string;
}

/** Somebody who watched a recording or fetched one of its files. */
export interface Viewing {
	date_time: string;
	name: string;
	email: string;
	/** Seconds watched; a download has none. */
	duration?: number;
}

/** How a recording is shared, in the names of Zoom's settings for it. */
export interface RecordingSettings {
	share_recording: 'publicly' | 'internally' | 'none';
	recording_authentication: boolean;
	viewer_download: boolean;
	/** Empty when the recording has no passcode. */
	password: string;
	on_demand: boolean;
	approval_type: 0 | 1 | 2;
	send_email_to_host: boolean;
	show_social_share_buttons: boolean;
	auto_delete: boolean;
	authentication_option?: string;
	authentication_domains?: string;
}

/** Somebody who asked to see an on-demand recording. */
export interface RecordingRegistrant {
	id: string;
	email: string;
	first_name: string;
	last_name?: string;
	status: 'approved' | 'denied' | 'pending';
	[answer: string]: unknown;
}

/** What people are asked when they register for an on-demand recording. */
export interface RegistrationQuestions {
	questions: { field_name: string; required: boolean }[];
	custom_questions: { title: string; type: string; required: boolean; answers?: string[] }[];
}

/** The recording of one instance of a meeting; its key is that instance's UUID. */
export interface RecordingRecord {
	uuid: string;
	meeting_id: number;
	host_id: string;
	topic: string;
	/** The meeting's type; Zoom writes it as text here. */
	type: string;
	start_time: string;
	/** Minutes. */
	duration: number;
	/** The passcode as it stands in links. */
	recording_play_passcode: string;
	recording_files: RecordingFile[];
	participant_audio_files: ParticipantAudio[];
	settings: RecordingSettings;
	views: Viewing[];
	downloads: Viewing[];
	registrants: RecordingRegistrant[];
	questions: RegistrationQuestions;
	/** Set while the whole recording lies in the trash. */
	deleted_time?: string;
	/** Whether only a download token opens the files, and an access token does not. */
	needs_download_token?: true;
	/** Why the transcript cannot be had, in Zoom's word for it. */
	transcript_restriction?:
		| 'DELETED_OR_TRASHED'
		| 'UNSUPPORTED'
		| 'NO_TRANSCRIPT_DATA'
		| 'NOT_READY';
}
