import { createHash } from 'node:crypto';
import type { EmulatorContext } from '../../core/context';
import { fileKinds } from '../kinds';
import { allFiles } from '../library';
import type { RecordingFile, RecordingRecord } from '../records';

/** A file with the recording it belongs to. */
export interface Found {
	recording: RecordingRecord;
	file: RecordingFile;
}

/** Where a file is fetched; the address itself opens nothing. */
export function downloadUrl({ url }: EmulatorContext, file: RecordingFile): string {
	return `${url}/rec/download/${keyOf(file)}`;
}

/** The same as it stands in events. */
export function webhookUrl({ url }: Pick<EmulatorContext, 'url'>, file: RecordingFile): string {
	return `${url}/rec/webhook_download/${keyOf(file)}`;
}

/** Where a transcript is fetched on its own. */
export function transcriptUrl({ url }: EmulatorContext, file: RecordingFile): string {
	return `${url}/rec/meeting/transcript/download/${keyOf(file)}`;
}

/** Where a browser plays a file. */
export function playUrl({ url }: EmulatorContext, file: RecordingFile): string {
	return `${url}/rec/play/${keyOf(file)}`;
}

/** Where people see a recording. */
export function shareUrl({ url }: EmulatorContext, recording: RecordingRecord): string {
	const [file] = allFiles(recording);
	return `${url}/rec/share/${keyOf(file)}`;
}

/** Where a registrant sees an on-demand recording; `tk` says who it is. */
export function registrantUrl(
	context: EmulatorContext,
	recording: RecordingRecord,
	registrant: string,
): string {
	return `${shareUrl(context, recording)}?tk=${digest(`registrant ${registrant}`)}`;
}

/** The file behind a link, wherever it lies. */
export function fileBehind({ store }: EmulatorContext, key: string): Found | undefined {
	for (const recording of store.recordings.find())
		for (const file of allFiles(recording)) if (keyOf(file) === key) return { recording, file };
	return undefined;
}

/** The name a file is saved under: when it was recorded, in UTC, and what it is. */
export function fileName({ file_type, recording_start }: RecordingFile): string {
	const [date, time] = recording_start.replace(/[-:Z]/g, '').split('T');
	return `GMT${date}-${time}${fileKinds[file_type].nameEnd}`;
}

function keyOf({ id }: RecordingFile): string {
	return `${digest(`file ${id}`)}.${digest(`key ${id}`).slice(0, 16)}`;
}

function digest(text: string): string {
	return createHash('sha512').update(text).digest('base64url').slice(0, 60);
}
