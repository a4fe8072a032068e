import type { Desk } from '../../core/context';
import { present } from '../../core/http/answers';
import type { Gathering, UserRecord } from '../../core/records';
import { accountId } from '../../oauth/apps';
import { deletion, describeRecording, describeVoices } from '../../recordings/answer';
import { downloadPass } from '../../recordings/files/downloadTokens';
import { shareUrl, webhookUrl } from '../../recordings/files/links';
import { allFiles } from '../../recordings/library';
import type { RecordingFile, RecordingRecord, RecordingRegistrant } from '../../recordings/records';
import { describeDetails } from '../../registrants/registrants';
import { identity, operator } from './wording';

/** Tells that a recording can be had, and apart from it the transcript. */
export function tellCompleted(desk: Desk, recording: RecordingRecord): void {
	const { host_id, recording_files, recording_play_passcode, settings } = recording;
	const transcripts = recording_files.filter(isTranscript);
	const rest = allFiles(recording).filter((file) => !transcripts.includes(file));
	const host_email = desk.store.users.get(host_id)?.email ?? '';
	const tell = (event: string, files: RecordingFile[], more: object) =>
		desk.events.happened(event, host_id, () => ({
			payload: {
				object: {
					...withFiles(desk, recording, files),
					host_email,
					password: settings.password,
					...more,
				},
			},
			download_token: downloadPass(desk, recording.uuid),
		}));
	tell('recording.completed', rest, {
		on_prem: false,
		recording_play_passcode,
		...deletion(desk, recording),
	});
	if (transcripts.length) tell('recording.transcript_completed', transcripts, {});
}

/** Tells that a recording, or some of its files, went to the trash, came back, or is gone for good. */
export function tellMoved(
	desk: Desk,
	recording: RecordingRecord,
	files: RecordingFile[],
	whither: 'trashed' | 'recovered' | 'deleted',
	by?: UserRecord,
): void {
	desk.events.happened(`recording.${whither}`, recording.host_id, () => ({
		payload: { ...operator(desk, by), object: withFiles(desk, recording, files) },
		// What is gone for good cannot be downloaded.
		...(whither !== 'deleted' && { download_token: downloadPass(desk, recording.uuid) }),
	}));
}

/** Tells that a recording has another name. */
export function tellRenamed(
	desk: Desk,
	recording: RecordingRecord,
	before: string,
	by?: UserRecord,
): void {
	desk.events.happened('recording.renamed', recording.host_id, () => {
		const {
			timezone: _,
			start_time: _start,
			duration: _duration,
			...object
		} = head(desk, recording);
		return {
			payload: {
				...operator(desk, by),
				object,
				old_object: { ...object, topic: before },
				time_stamp: desk.clock.now(),
			},
		};
	});
}

/** Tells that somebody asks to see an on-demand recording. */
export function tellViewerRegistered(
	desk: Desk,
	recording: RecordingRecord,
	registrant: RecordingRegistrant,
): void {
	desk.events.happened('recording.registration_created', recording.host_id, () => {
		const { id, email, first_name, status } = registrant;
		return {
			payload: {
				object: {
					...head(desk, recording),
					registrant: { id, email, first_name, status, ...describeDetails(registrant) },
				},
			},
		};
	});
}

/** Tells that somebody may see an on-demand recording, or may not. */
export function tellViewerDecided(
	desk: Desk,
	recording: RecordingRecord,
	{ id, email, first_name, last_name = '' }: RecordingRegistrant,
	decision: 'approved' | 'denied',
	by?: UserRecord,
): void {
	desk.events.happened(`recording.registration_${decision}`, recording.host_id, () => ({
		payload: {
			...operator(desk, by),
			object: { ...head(desk, recording), registrant: { id, email, first_name, last_name } },
		},
	}));
}

/** Tells that recording has begun in a running meeting or webinar, rests, goes on or is over. */
export function tellRecording(
	desk: Desk,
	gathering: Gathering,
	what: 'started' | 'paused' | 'resumed' | 'stopped',
): void {
	const { duration, host_id, running, timezone } = gathering;
	const { start = '', end = '' } = running?.recording ?? {};
	desk.events.happened(`recording.${what}`, host_id, () => ({
		payload: {
			object: {
				...identity(gathering),
				start_time: running?.start_time ?? start,
				timezone,
				duration,
				recording_file: { recording_start: start, recording_end: end },
			},
		},
	}));
}

function isTranscript({ file_type }: RecordingFile): boolean {
	return file_type === 'TRANSCRIPT';
}

function head(desk: Desk, recording: RecordingRecord) {
	const { duration, host_id, meeting_id, start_time, topic, type, uuid } = recording;
	const timezone = desk.store.users.get(host_id)?.timezone;
	// A text elsewhere, the type is a number in events.
	return {
		id: meeting_id,
		uuid,
		host_id,
		topic,
		type: Number(type),
		start_time,
		timezone,
		duration,
	};
}

/** The recording as if it had only those files, wherever they lie. */
function withFiles(desk: Desk, recording: RecordingRecord, files: RecordingFile[]): object {
	const chosen = <T extends RecordingFile>(all: T[]): T[] =>
		all
			.filter(({ id }) => files.some((file) => file.id === id))
			.map((file) => ({ ...file, deleted_time: undefined }));
	const part: RecordingRecord = {
		...recording,
		deleted_time: undefined,
		recording_files: chosen(recording.recording_files),
		participant_audio_files: chosen(recording.participant_audio_files),
	};
	const fromWebhook = (described: object[] | undefined, among: RecordingFile[]) =>
		described?.map((each, index) => ({
			...each,
			file_extension: among[index].file_extension,
			download_url: webhookUrl(desk, among[index]),
		}));
	const described = describeRecording(desk, part);
	return present({
		...head(desk, recording),
		account_id: accountId,
		share_url: shareUrl(desk, recording),
		total_size: described.total_size,
		recording_count: described.recording_count,
		recording_files: fromWebhook(described.recording_files as object[], part.recording_files),
		participant_audio_files: fromWebhook(describeVoices(desk, part), part.participant_audio_files),
	});
}
