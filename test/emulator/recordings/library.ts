import { zoomTime } from '../core/clock';
import type { Call, EmulatorContext } from '../core/context';
import { ZoomError } from '../core/http/answers';
import type { UserRecord } from '../core/records';
import { accountScopeMissing } from '../oauth/access';
import { fileKinds } from './kinds';
import type {
	ParticipantAudio,
	RecordingFile,
	RecordingRecord,
	RecordingSettings,
} from './records';
import { scripts, smallTalk } from './script';

const trashLife = 30 * 86_400_000;
const megabyte = 1_000_000;

/** A recording as it is given: what is left out is as for an hour's video of a made-up meeting. */
export type GivenRecording = Partial<
	Omit<RecordingRecord, 'recording_files' | 'participant_audio_files' | 'settings'>
> & {
	host_id: string;
	settings?: Partial<RecordingSettings>;
	recording_files?: Partial<RecordingFile>[];
	participant_audio_files?: Partial<ParticipantAudio>[];
};

/** Adds a recording. */
export function addRecording(context: EmulatorContext, given: GivenRecording): RecordingRecord {
	const start_time = given.start_time ?? zoomTime(context.clock.now() - 3_600_000);
	const duration = given.duration ?? 60;
	const { settings, recording_files, participant_audio_files, ...rest } = given;
	const span = {
		recording_start: start_time,
		recording_end: zoomTime(Date.parse(start_time) + duration * 60_000),
	};
	const fileOf = (file: Partial<RecordingFile>) => newFile(context, { ...span, ...file });
	return context.store.recordings.insert({
		topic: 'Zoom Meeting',
		type: '2',
		views: [],
		downloads: [],
		registrants: [],
		questions: { questions: [], custom_questions: [] },
		...rest,
		uuid: given.uuid ?? context.ids.uuid(),
		meeting_id: given.meeting_id ?? context.ids.meetingId(),
		recording_play_passcode: given.recording_play_passcode ?? context.ids.encryptedPassword(),
		start_time,
		duration,
		recording_files: (recording_files ?? [{ file_type: 'MP4' }]).map(fileOf),
		participant_audio_files: (participant_audio_files ?? []).map((audio) => ({
			...fileOf({ ...audio, file_type: 'M4A' }),
			file_name: audio.file_name ?? 'Audio only',
		})),
		settings: {
			share_recording: 'publicly',
			recording_authentication: false,
			viewer_download: true,
			password: '',
			on_demand: false,
			approval_type: 2,
			send_email_to_host: false,
			show_social_share_buttons: true,
			auto_delete: false,
			...settings,
		},
	});
}

/** Where to look for a recording: among those kept, those thrown away, or all. */
type Place = 'kept' | 'trash' | 'anywhere';

/** The recording of the path, if the token may see it: of that instance, or the ID's latest. */
export function theRecording(call: Call, place: Place = 'kept'): RecordingRecord {
	const { context, params } = call;
	const reference = params.meetingId ?? params.meetingUUID;
	const [recording] = context.store.recordings
		.find(({ uuid, meeting_id }) => uuid === reference || String(meeting_id) === reference)
		.filter((found) => place === 'anywhere' || isKept(found) === (place === 'kept'))
		.sort((a, b) => b.start_time.localeCompare(a.start_time));
	if (!recording) throw noRecording();
	if (!call.accountWide && recording.host_id !== call.user?.id) throw accountScopeMissing(call);
	return recording;
}

/** Refuses where the host may not record to the cloud, which Zoom does with a successful status. */
export function requireCloudRecording({ context }: Call, { host_id }: RecordingRecord): void {
	if (context.store.users.get(host_id)?.settings.recording.cloud_recording === false)
		throw new ZoomError(200, 200, 'You do not have the right permissions.');
}

/** The files that do not lie in the trash one by one. */
export function keptFiles<T extends RecordingFile>(files: T[]): T[] {
	return files.filter(({ deleted_time }) => deleted_time === undefined);
}

/** All files of a recording, the voices of single people among them. */
export function allFiles(recording: RecordingRecord): RecordingFile[] {
	return [...recording.recording_files, ...recording.participant_audio_files];
}

/** Whether there is anything of the recording outside the trash. */
export function isKept(recording: RecordingRecord): boolean {
	return recording.deleted_time === undefined && keptFiles(allFiles(recording)).length > 0;
}

/** Whether something thrown away then can still be brought back. */
export function isRecoverable(context: EmulatorContext, deleted: string | undefined): boolean {
	return deleted !== undefined && Date.parse(deleted) + trashLife >= context.clock.now();
}

/** Moves a user's recordings to another, or to nobody. */
export function passOnRecordings(
	context: EmulatorContext,
	from: UserRecord,
	to: UserRecord | undefined,
): void {
	for (const recording of context.store.recordings.find(({ host_id }) => host_id === from.id)) {
		if (to) recording.host_id = to.id;
		else context.store.recordings.delete(recording.uuid);
	}
}

/** Zoom's answer where a meeting has no recording, or it lies in the trash. */
export function noRecording(): ZoomError {
	return new ZoomError(404, 3301, 'There is no recording for this meeting.');
}

function newFile(
	context: EmulatorContext,
	given: Partial<RecordingFile> & { recording_start: string; recording_end: string },
): RecordingFile {
	const file_type = given.file_type ?? 'MP4';
	const kind = Object.hasOwn(fileKinds, file_type) ? fileKinds[file_type] : undefined;
	if (!kind) throw new Error(`A recording file is one of ${Object.keys(fileKinds).join(', ')}`);
	const text = given.text ?? scripts[file_type]?.(smallTalk);
	return {
		id: given.id ?? context.ids.fileId(),
		file_type,
		file_extension: kind.extension,
		recording_type: kind.recordingType,
		...given,
		text,
		file_size: text === undefined ? (given.file_size ?? megabyte) : Buffer.byteLength(text),
	};
}
