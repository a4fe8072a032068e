import type { EmulatorContext } from '../../core/context';
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
export function tellCompleted(context: EmulatorContext, recording: RecordingRecord): void {
	const { host_id, recording_files, recording_play_passcode, settings } = recording;
	const transcripts = recording_files.filter(isTranscript);
	const rest = allFiles(recording).filter((file) => !transcripts.includes(file));
	const host_email = context.store.users.get(host_id)?.email ?? '';
	const tell = (event: string, files: RecordingFile[], more: object) =>
		context.events.happened(event, host_id, () => ({
			payload: {
				object: {
					...withFiles(context, recording, files),
					host_email,
					password: settings.password,
					...more,
				},
			},
			download_token: downloadPass(context, recording.uuid),
		}));
	tell('recording.completed', rest, {
		on_prem: false,
		recording_play_passcode,
		...deletion(context, recording),
	});
	if (transcripts.length) tell('recording.transcript_completed', transcripts, {});
}

/** Tells that a recording, or some of its files, went to the trash, came back, or is gone for good. */
export function tellMoved(
	context: EmulatorContext,
	recording: RecordingRecord,
	files: RecordingFile[],
	whither: 'trashed' | 'recovered' | 'deleted',
	by?: UserRecord,
): void {
	context.events.happened(`recording.${whither}`, recording.host_id, () => ({
		payload: { ...operator(context, by), object: withFiles(context, recording, files) },
		// What is gone for good cannot be downloaded.
		...(whither !== 'deleted' && { download_token: downloadPass(context, recording.uuid) }),
	}));
}

/** Tells that a recording has another name. */
export function tellRenamed(
	context: EmulatorContext,
	recording: RecordingRecord,
	before: string,
	by?: UserRecord,
): void {
	context.events.happened('recording.renamed', recording.host_id, () => {
		const {
			timezone: _,
			start_time: _start,
			duration: _duration,
			...object
		} = head(context, recording);
		return {
			payload: {
				...operator(context, by),
				object,
				old_object: { ...object, topic: before },
				time_stamp: context.clock.now(),
			},
		};
	});
}

/** Tells that somebody asks to see an on-demand recording. */
export function tellViewerRegistered(
	context: EmulatorContext,
	recording: RecordingRecord,
	registrant: RecordingRegistrant,
): void {
	context.events.happened('recording.registration_created', recording.host_id, () => {
		const { id, email, first_name, status } = registrant;
		return {
			payload: {
				object: {
					...head(context, recording),
					registrant: { id, email, first_name, status, ...describeDetails(registrant) },
				},
			},
		};
	});
}

/** Tells that somebody may see an on-demand recording, or may not. */
export function tellViewerDecided(
	context: EmulatorContext,
	recording: RecordingRecord,
	{ id, email, first_name, last_name = '' }: RecordingRegistrant,
	decision: 'approved' | 'denied',
	by?: UserRecord,
): void {
	context.events.happened(`recording.registration_${decision}`, recording.host_id, () => ({
		payload: {
			...operator(context, by),
			object: { ...head(context, recording), registrant: { id, email, first_name, last_name } },
		},
	}));
}

/** Tells that recording has begun in a running meeting or webinar, rests, goes on or is over. */
export function tellRecording(
	context: EmulatorContext,
	gathering: Gathering,
	what: 'started' | 'paused' | 'resumed' | 'stopped',
): void {
	const { duration, host_id, running, timezone } = gathering;
	const { start = '', end = '' } = running?.recording ?? {};
	context.events.happened(`recording.${what}`, host_id, () => ({
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

function head(context: EmulatorContext, recording: RecordingRecord) {
	const { duration, host_id, meeting_id, start_time, topic, type, uuid } = recording;
	const timezone = context.store.users.get(host_id)?.timezone;
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
function withFiles(
	context: EmulatorContext,
	recording: RecordingRecord,
	files: RecordingFile[],
): object {
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
			download_url: webhookUrl(context, among[index]),
		}));
	const described = describeRecording(context, part);
	return present({
		...head(context, recording),
		account_id: accountId,
		share_url: shareUrl(context, recording),
		total_size: described.total_size,
		recording_count: described.recording_count,
		recording_files: fromWebhook(described.recording_files as object[], part.recording_files),
		participant_audio_files: fromWebhook(
			describeVoices(context, part),
			part.participant_audio_files,
		),
	});
}
