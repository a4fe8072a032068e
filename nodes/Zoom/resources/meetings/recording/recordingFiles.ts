import type { IDataObject } from 'n8n-workflow';

import { nameAfter } from '../../../files/fileName';
import { typeByExtension, UNKNOWN_TYPE } from '../../../files/mediaTypes';
import { objectsIn, textsIn } from '../../../json/json';
import type { Download } from '../../../registry/files';
import { byName } from '../../../registry/menuOrder';
import type { Values } from '../../../registry/types';
import { refuse } from '../../../values/inputError';

/** What kinds of file Zoom makes of a recording: how they are called, and what they are. */
const FILE_TYPES = new Map(
	Object.entries({
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
	}),
);

/** To choose some of them. */
export const fileTypeChoices = [...FILE_TYPES]
	.map(([value, { name }]) => ({ name, value }))
	.sort(byName);

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
	const { recordingId, participantAudio, fileTypes } = values;
	const shared = objectsIn(recording.recording_files);
	const all = [...shared, ...objectsIn(recording.participant_audio_files)];
	const wanted =
		recordingId === undefined
			? (participantAudio === true ? all : shared).filter(isOfType(textsIn(fileTypes)))
			: all.filter(({ id }) => id === recordingId);
	const unknown = recordingId === undefined ? [] : all.filter((file) => !isReady(file) && !file.id);
	if (recordingId !== undefined && wanted.length + unknown.length === 0) {
		const known = all.find(({ id }) => id !== undefined);
		const example = known ? `, such as ${String(known.id)}` : '';
		refuse(['Recording ID'], `must be the ID of a file of this recording${example}`);
	}
	const unfinished = [...wanted.filter((file) => !isReady(file)), ...unknown];
	return {
		ready: wanted.filter(isReady),
		unfinished: unfinished.map(({ file_type: type }) => String(type || 'some files')),
	};
}

// Zoom may not tell the type of a file that is still processing.
const isOfType = (types: readonly string[]) => (file: IDataObject) =>
	types.length === 0 ||
	types.includes(String(file.file_type)) ||
	(!file.file_type && !isReady(file));

/** Whether a file can be downloaded. Captions and timelines have no status; they are there when they are listed. */
export const isReady = ({ status, download_url: url }: IDataObject) =>
	(status || 'completed') === 'completed' && typeof url === 'string' && url !== '';

const EXTENSION = /^[a-z0-9]{1,10}$/;

/** Where a listed file is, under which name it is kept, and what it has to be: "Weekly review 2026-07-05 10-00-00 chat.txt". */
export function describedFile(
	{ topic, start_time: begin }: IDataObject,
	file: IDataObject,
): Download & Required<Pick<Download, 'fileName' | 'mimeType'>> {
	const type = String(file.file_type || 'file');
	const listed = String(file.file_extension ?? '').toLowerCase();
	const extension = EXTENSION.test(listed) ? listed : (FILE_TYPES.get(type)?.extension ?? 'bin');
	const what = file.file_name || file.recording_type || type.toLowerCase();
	return {
		url: String(file.download_url),
		fileName: nameAfter(topic, [file.recording_start ?? begin, what], extension),
		mimeType: typeByExtension(extension) ?? UNKNOWN_TYPE,
		...(Number.isSafeInteger(file.file_size) && { size: Number(file.file_size) }),
	};
}
