import type { IDataObject } from 'n8n-workflow';

import { hasExtension, nameAfter, safeFileName } from '../../files/fileName';
import { isObject } from '../../json/json';
import type { Download } from '../../registry/files';
import { describedFile, isReady } from '../../resources/meetings/recording/recordingFiles';
import { FILE_LISTS } from '../events/eventBody';

/** A file that an event tells of. */
export interface EventFile {
	/** Where in the subject the entry is that tells of it. */
	readonly path: readonly string[];
	readonly entry: IDataObject;
	/** Name of the member with its address. */
	readonly urlKey: string;
	/** Whether it is one of a recording of a meeting, webinar or session. */
	readonly isOfRecording: boolean;
}

const URL_KEY = /(?:^|_)download_url$/;
const DEEPEST = 10;

/** Every file an event tells of, at any depth; those of recordings although Zoom may give no address yet. */
export function eventFilesIn(value: unknown, path: readonly string[] = []): EventFile[] {
	if (typeof value !== 'object' || value === null || path.length > DEEPEST) return [];
	const isOfRecording = path.length === 2 && FILE_LISTS.some((list) => list === path[0]);
	const entry: IDataObject = Object(value);
	const urlKeys = isObject(value) ? Object.keys(value).filter((key) => URL_KEY.test(key)) : [];
	const keys =
		isOfRecording && urlKeys.length === 0 && isObject(value) ? ['download_url'] : urlKeys;
	return [
		...keys.map((urlKey) => ({ path, entry, urlKey, isOfRecording })),
		...Object.entries(value).flatMap(([key, inner]) => eventFilesIn(inner, [...path, key])),
	];
}

/** Whether a file can be downloaded. */
export const canBeFetched = ({ entry, urlKey }: EventFile): boolean =>
	isReady({ status: entry.status, download_url: entry[urlKey] });

/**
 * The same subject with one file alone: lists have no entries of other files.
 * @param all the files of the subject
 */
export function eachAlone(
	subject: IDataObject,
	all: readonly EventFile[],
): (file: EventFile) => IDataObject {
	const leading = new Set(all.flatMap(({ path }) => path.map((_, index) => keyOf(path, index))));
	return ({ path }) => alone(subject, [], path, leading) as IDataObject;
}

/** What stands for the place that a path has reached behind its member `index`. */
const keyOf = (path: readonly string[], index: number) => JSON.stringify(path.slice(0, index + 1));

/** @param leading the places with files of any kind in them */
function alone(
	value: unknown,
	path: readonly string[],
	wanted: readonly string[],
	leading: ReadonlySet<string>,
): unknown {
	const inner = (key: string) => [...path, key];
	if (Array.isArray(value)) {
		return value
			.map((entry: unknown, index) => ({ entry, place: inner(String(index)) }))
			.filter(({ place }) => isWithin(place, wanted) || !leading.has(keyOf(place, path.length)))
			.map(({ entry, place }) => alone(entry, place, wanted, leading));
	}
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, member]) => [key, alone(member, inner(key), wanted, leading)]),
	);
}

const isWithin = (place: readonly string[], path: readonly string[]) =>
	place.every((key, index) => path[index] === key);

/** Events of calls and messages that somebody spoke. */
const VOICE = /^phone\.(?:recording|voicemail)_/;

/** Where a file is, and what it is called and has to be, as far as the event tells. */
export function describedEventFile(event: string, subject: IDataObject, file: EventFile): Download {
	const { entry, urlKey, isOfRecording } = file;
	if (isOfRecording) return describedFile(subject, entry);
	const size = entry.file_size ?? entry.size;
	const isVoice = urlKey === 'download_url' && VOICE.test(event);
	return {
		url: String(entry[urlKey]),
		fileName: nameOf(event, subject, file),
		...(isVoice && { expected: 'audio/*' }),
		...(Number.isSafeInteger(size) && { size: Number(size) }),
	};
}

/** "Screenshot.jpg", or "phone.recording_completed 2021-06-09 06-09-24 abcD3ojf", whose ending the host tells. */
function nameOf(event: string, subject: IDataObject, { entry, urlKey }: EventFile): string {
	const given = entry.file_name ?? entry.name;
	if (typeof given === 'string' && hasExtension(given)) return safeFileName(given);
	const what = urlKey.slice(0, -'download_url'.length).replaceAll('_', ' ').trim();
	const id = entry.id ?? entry.file_id ?? entry.call_id;
	return nameAfter(event.replaceAll('.', ' '), [
		entry.date_time ?? subject.date_time,
		given ?? id,
		what,
	]);
}
