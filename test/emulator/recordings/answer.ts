import type { EmulatorContext } from '../core/context';
import { present } from '../core/http/answers';
import { accountId } from '../oauth/apps';
import { downloadUrl, playUrl } from './files/links';
import { fileKinds } from './kinds';
import { allFiles, keptFiles } from './library';
import type { RecordingFile, RecordingRecord } from './records';

const day = 86_400_000;

/** Which files of a recording to show: those kept, all of a discarded one, or single discarded ones. */
export type Shown = 'kept' | 'discarded' | 'discardedFiles';

/** A recording as Zoom answers it, alone or in a list. */
export function describeRecording(
	context: EmulatorContext,
	recording: RecordingRecord,
	shown: Shown = 'kept',
): Record<string, unknown> {
	const { deleted_time } = recording;
	const select = (files: RecordingFile[]) => {
		if (shown === 'discarded') return files.map((file) => ({ ...file, deleted_time }));
		const kept = keptFiles(files);
		return shown === 'kept' ? kept : files.filter((file) => !kept.includes(file));
	};
	const files = select(allFiles(recording));
	return present({
		uuid: recording.uuid,
		id: recording.meeting_id,
		account_id: accountId,
		host_id: recording.host_id,
		topic: recording.topic,
		type: recording.type,
		start_time: recording.start_time,
		duration: recording.duration,
		total_size: files.reduce((sum, { file_size }) => sum + file_size, 0),
		recording_count: files.length,
		recording_play_passcode: recording.recording_play_passcode,
		...deletion(context, recording),
		recording_files: select(recording.recording_files).map((file) =>
			present({
				...describeFile(context, file),
				meeting_id: recording.uuid,
				...(!file.processing && {
					file_extension: file.file_extension,
					recording_type: file.recording_type,
				}),
				deleted_time: file.deleted_time,
			}),
		),
	});
}

/** The voices of single people, which Zoom shows of one recording but not in a list. */
export function describeVoices(
	context: EmulatorContext,
	recording: RecordingRecord,
): object[] | undefined {
	const voices = keptFiles(recording.participant_audio_files);
	if (!voices.length) return undefined;
	return voices.map((file) => ({ ...describeFile(context, file), file_name: file.file_name }));
}

/** Whether and on which day a recording deletes itself. */
export function deletion(
	context: EmulatorContext,
	{ host_id, settings, start_time }: RecordingRecord,
): object {
	if (!settings.auto_delete) return { auto_delete: false };
	const days = context.store.users.get(host_id)?.settings.recording.auto_delete_cmr_days ?? 30;
	const date = new Date(Date.parse(start_time) + Number(days) * day);
	return { auto_delete: true, auto_delete_date: date.toISOString().slice(0, 10) };
}

function describeFile(context: EmulatorContext, file: RecordingFile): Record<string, unknown> {
	const { recording_start } = file;
	if (file.processing)
		return { id: '', recording_start, recording_end: '', file_type: '', status: 'processing' };
	return present({
		id: file.id,
		recording_start: file.recording_start,
		recording_end: file.recording_end,
		file_type: file.file_type,
		file_size: file.file_size,
		play_url: fileKinds[file.file_type].plays ? playUrl(context, file) : undefined,
		download_url: downloadUrl(context, file),
		status: 'completed',
	});
}
