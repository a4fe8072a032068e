import { zoomTime } from '../core/clock';
import type { Call, Handler } from '../core/context';
import { present, ZoomError } from '../core/http/answers';
import { askedPage } from '../core/listing';
import { tellMoved } from '../events/announcements/recordings';
import { userOf } from '../oauth/access';
import { describeRecording, describeVoices } from './answer';
import { downloadPass } from './files/downloadTokens';
import {
	allFiles,
	isKept,
	isRecoverable,
	noRecording,
	requireCloudRecording,
	theRecording,
} from './library';
import type { RecordingFile, RecordingRecord } from './records';
import { isWithin, monthAsked } from './window';

/** The routes that list and show recordings, throw them away and bring them back. */
export const recordingHandlers: Record<string, Handler> = {
	recordingGet(call) {
		const { context, query } = call;
		const recording = theRecording(call);
		requireCloudRecording(call, recording);
		return present({
			...describeRecording(context, recording),
			participant_audio_files: describeVoices(context, recording),
			password: recording.settings.password || undefined,
			download_access_token:
				query.include_fields === 'download_access_token'
					? downloadPass(context, recording.uuid, query.ttl as number | undefined)
					: undefined,
		});
	},

	recordingsList(call) {
		const { context, query } = call;
		const host = userOf(call);
		const { trash = false, trash_type = 'meeting_recordings', meeting_id } = query;
		const window = monthAsked(query, context.clock.now());
		const shown = trash !== true ? 'kept' : trashes[String(trash_type)];
		const all = context.store.recordings
			.find((recording) => recording.host_id === host.id && lies[shown](recording))
			// Zoom's trash knows no dates.
			.filter(({ start_time }) => trash === true || isWithin(window, start_time))
			.filter((recording) => meeting_id === undefined || recording.meeting_id === meeting_id)
			.sort((a, b) => b.start_time.localeCompare(a.start_time));
		const { entries, fields } = askedPage(call, all);
		return {
			...window,
			next_page_token: fields.next_page_token,
			page_count: fields.page_count,
			page_size: fields.page_size,
			total_records: fields.total_records,
			meetings: entries.map((recording) => describeRecording(context, recording, shown)),
		};
	},

	recordingDelete(call) {
		const { context, query } = call;
		const forGood = query.action === 'delete';
		const recording = theRecording(call, forGood ? 'anywhere' : 'kept');
		const files = allFiles(recording);
		if (forGood) context.store.recordings.delete(recording.uuid);
		else recording.deleted_time = zoomTime(context.clock.now());
		tellMoved(context, recording, files, forGood ? 'deleted' : 'trashed', call.user);
	},

	recordingDeleteOne(call) {
		const { context, query } = call;
		const recording = theRecording(call, 'anywhere');
		const file = theFile(call, recording);
		const running = context.store.meetings.find(
			({ uuid, status }) => uuid === recording.uuid && status === 'started',
		);
		if (running.length)
			throw new ZoomError(400, 3303, 'You can not delete an uncompleted meeting.');
		const forGood = query.action === 'delete';
		if (!forGood && file.deleted_time !== undefined) throw noRecording();
		// While the recording still has the file.
		tellMoved(context, recording, [file], forGood ? 'deleted' : 'trashed', call.user);
		if (forGood) removeFile(recording, file);
		else file.deleted_time = zoomTime(context.clock.now());
	},

	recordingStatusUpdate(call) {
		const recording = theRecording(call, 'trash');
		requireCloudRecording(call, recording);
		const recoverable = (deleted: string | undefined) => isRecoverable(call.context, deleted);
		const files = allFiles(recording).filter(({ deleted_time }) => recoverable(deleted_time));
		const whole = recoverable(recording.deleted_time);
		if (!whole && !files.length) throw noRecording();
		recording.deleted_time = undefined;
		for (const file of files) file.deleted_time = undefined;
		tellMoved(call.context, recording, whole ? allFiles(recording) : files, 'recovered', call.user);
	},

	recordingStatusUpdateOne(call) {
		const recording = theRecording(call, 'anywhere');
		const file = theFile(call, recording);
		if (!isRecoverable(call.context, file.deleted_time)) throw noRecording();
		file.deleted_time = undefined;
		tellMoved(call.context, recording, [file], 'recovered', call.user);
	},
};

const trashes: Record<string, 'discarded' | 'discardedFiles'> = {
	meeting_recordings: 'discarded',
	recording_file: 'discardedFiles',
};

const lies: Record<'kept' | 'discarded' | 'discardedFiles', (record: RecordingRecord) => boolean> =
	{
		kept: isKept,
		discarded: ({ deleted_time }) => deleted_time !== undefined,
		discardedFiles: ({ deleted_time, recording_files }) =>
			deleted_time === undefined && recording_files.some((file) => file.deleted_time !== undefined),
	};

function theFile({ params }: Call, recording: RecordingRecord): RecordingFile {
	const file = allFiles(recording).find(({ id }) => id === params.recordingId);
	if (!file || recording.deleted_time !== undefined) throw noRecording();
	return file;
}

function removeFile(recording: RecordingRecord, gone: RecordingFile): void {
	recording.recording_files = recording.recording_files.filter((file) => file !== gone);
	recording.participant_audio_files = recording.participant_audio_files.filter(
		(file) => file !== gone,
	);
}
