import type { IDataObject } from 'n8n-workflow';

import { byName } from '../../alphabet';
import { refuse } from '../../inputError';
import type { Values } from '../../operation';
import { own } from '../../own';

/** What kinds of file Zoom makes of a recording: how they are called, and what they are. */
const FILE_TYPES: Readonly<Record<string, { name: string; extension: string }>> = {
	CC: { name: 'Closed Captions', extension: 'vtt' },
	CHAT: { name: 'Chat', extension: 'txt' },
	CHAT_MESSAGE: { name: 'Chat Messages', extension: 'json' },
	CSV: { name: 'Polls', extension: 'csv' },
	M4A: { name: 'Audio', extension: 'm4a' },
	MP4: { name: 'Video', extension: 'mp4' },
	SUMMARY: { name: 'Summary', extension: 'json' },
	TB: { name: 'Thumbnail', extension: 'jpg' },
	TIMELINE: { name: 'Timeline', extension: 'json' },
	TRANSCRIPT: { name: 'Transcript', extension: 'vtt' },
};

/** To choose some of them. */
export const fileTypeChoices = Object.entries(FILE_TYPES)
	.map(([value, { name }]) => ({ name, value }))
	.sort(byName);

const MIME_TYPES: Readonly<Record<string, string>> = {
	csv: 'text/csv',
	jpg: 'image/jpeg',
	json: 'application/json',
	m4a: 'audio/mp4',
	mp4: 'video/mp4',
	txt: 'text/plain',
	vtt: 'text/vtt',
};

/** Files of a recording that were asked for. */
export interface Chosen {
	readonly ready: IDataObject[];
	/** Types of those that Zoom is not done with. */
	readonly unfinished: string[];
}

/**
 * The files of a recording the user wants.
 * @param recording as Zoom answers it
 * @throws InputError when there is no file of the ID given
 */
export function chosenFiles(recording: IDataObject, values: Values): Chosen {
	const { recordingId, participantAudio, fileTypes = [] } = values;
	const shared = filesIn(recording.recording_files);
	const all = [...shared, ...filesIn(recording.participant_audio_files)];
	const wanted =
		recordingId === undefined
			? (participantAudio === true ? all : shared).filter(isOfType(fileTypes as string[]))
			: all.filter(({ id }) => id === recordingId);
	if (recordingId !== undefined && wanted.length === 0) {
		const known = all.find(({ id }) => id !== undefined);
		const example = known ? `, such as ${String(known.id)}` : '';
		refuse(['Recording ID'], `must be that of a file of this recording${example}`);
	}
	return {
		ready: wanted.filter(isReady),
		unfinished: wanted.filter((file) => !isReady(file)).map(({ file_type }) => String(file_type)),
	};
}

const filesIn = (list: unknown) => (Array.isArray(list) ? (list as IDataObject[]) : []);

const isOfType =
	(types: readonly string[]) =>
	({ file_type: type }: IDataObject) =>
		types.length === 0 || types.includes(String(type));

/** Whether a file can be downloaded. Captions and timelines have no status; they are there when they are listed. */
export const isReady = ({ status = 'completed', download_url: url }: IDataObject) =>
	status === 'completed' && typeof url === 'string';

/** Name and type under which a file is kept: "Weekly review 2026-07-05 10-00-00 gallery_view.mp4". */
export function nameOfFile(
	{ topic, start_time: begin }: IDataObject,
	file: IDataObject,
): { fileName: string; mimeType: string } {
	const type = String(file.file_type ?? 'file');
	const extension = String(
		file.file_extension ?? own(FILE_TYPES, type)?.extension ?? 'bin',
	).toLowerCase();
	const what = file.file_name ?? file.recording_type ?? type.toLowerCase();
	return {
		fileName: `${safeName(topic, file.recording_start ?? begin, what)}.${extension}`,
		mimeType: own(MIME_TYPES, extension) ?? 'application/octet-stream',
	};
}

const LONGEST_TOPIC = 100;

/** A file name without what a file system refuses; a long topic is cut, what tells files apart is not. */
export function safeName(topic: unknown, ...parts: unknown[]): string {
	const begin = [...String(topic ?? '')].slice(0, LONGEST_TOPIC).join('');
	return [begin, ...parts]
		.filter((part) => part !== undefined && part !== null && part !== '')
		.map((part) =>
			String(part).replace(/^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d).*$/, '$1 $2-$3-$4'),
		)
		.join(' ')
		.replace(/[\p{Cc}\p{Cf}\p{Surrogate}<>:"/\\|?*]+/gu, '_')
		.replace(/\s+/g, ' ')
		.replace(/^[.\s]+|[.\s]+$/g, '');
}
