import type { IDataObject } from 'n8n-workflow';
import {
	chosenFiles,
	describedFile,
} from '../../../nodes/Zoom/resources/meetings/recording/recordingFiles';
import { messageOf } from '../../support/registry/registry';

const file = (id: string, file_type: string, more: IDataObject = {}): IDataObject => ({
	id,
	file_type,
	status: 'completed',
	download_url: `https://zoom.us/rec/download/${id}`,
	...more,
});
const captions = { file_type: 'CC', download_url: 'https://zoom.us/rec/download/cc' };
const recording: IDataObject = {
	topic: 'Weekly review',
	start_time: '2026-07-05T10:00:00Z',
	recording_files: [file('1', 'MP4'), file('2', 'M4A'), captions],
	participant_audio_files: [file('3', 'M4A')],
};
const idsOf = (values: object, of = recording) =>
	chosenFiles(of, { ...values }).ready.map(({ id, file_type }) => id ?? file_type);

test.each([
	[{}, ['1', '2', 'CC']],
	[{ fileTypes: [] }, ['1', '2', 'CC']],
	[{ fileTypes: ['M4A'] }, ['2']],
	[{ fileTypes: ['M4A', 'CC'] }, ['2', 'CC']],
	[{ fileTypes: ['CSV'] }, []],
	[{ participantAudio: true }, ['1', '2', 'CC', '3']],
	[{ participantAudio: true, fileTypes: ['M4A'] }, ['2', '3']],
	[{ recordingId: '2' }, ['2']],
	[{ recordingId: '3' }, ['3']],
	[{ recordingId: '2', fileTypes: ['MP4'] }, ['2']],
])('%j chooses %j', (values, ids) => {
	expect(idsOf(values)).toEqual(ids);
});

test('A recording without files has none to choose', () => {
	expect(idsOf({}, {})).toEqual([]);
});

test('An ID that is none of the files names one that is', () => {
	expect(messageOf(() => idsOf({ recordingId: 'x' }))).toBe(
		'Recording ID: must be the ID of a file of this recording, such as 1',
	);
	expect(messageOf(() => idsOf({ recordingId: 'x' }, {}))).toBe(
		'Recording ID: must be the ID of a file of this recording',
	);
});

test('What Zoom is still at is told by its type', () => {
	const files = [
		file('1', 'MP4', { status: 'processing' }),
		file('2', 'M4A', { download_url: undefined }),
		file('3', 'CHAT'),
	];
	const { ready, unfinished } = chosenFiles({ recording_files: files }, {});
	expect(ready.map(({ id }) => id)).toEqual(['3']);
	expect(unfinished).toEqual(['MP4', 'M4A']);
});

const making = { id: '', file_type: '', status: 'processing', recording_end: '' };

test.each([
	[{}],
	[{ fileTypes: ['MP4'] }],
	[{ fileTypes: ['MP4'], participantAudio: true }],
	[{ recordingId: 'x' }],
])('A recording that is still processing is unfinished, whatever is wanted of it: %j', (values) => {
	const { ready, unfinished } = chosenFiles({ recording_files: [making] }, values);
	expect(ready).toEqual([]);
	expect(unfinished).toEqual(['some files']);
});

test('Entries that are no files are passed over', () => {
	expect(idsOf({}, { recording_files: [null, 'x', file('1', 'MP4')] as never })).toEqual(['1']);
});

describe('A file is called', () => {
	test.each([
		[
			file('1', 'MP4', {
				recording_type: 'gallery_view',
				recording_start: '2026-07-05T10:01:30Z',
				file_extension: 'MP4',
			}),
			'Weekly review 2026-07-05 10-01-30 gallery_view.mp4',
			'video/mp4',
		],
		[captions, 'Weekly review 2026-07-05 10-00-00 cc.vtt', 'text/vtt'],
		[
			file('3', 'M4A', { file_name: 'Audio only - Jane' }),
			'Weekly review 2026-07-05 10-00-00 Audio only - Jane.m4a',
			'audio/mp4',
		],
		[file('4', 'CHAT'), 'Weekly review 2026-07-05 10-00-00 chat.txt', 'text/plain'],
		[file('5', 'TIMELINE'), 'Weekly review 2026-07-05 10-00-00 timeline.json', 'application/json'],
		[file('6', 'NEW'), 'Weekly review 2026-07-05 10-00-00 new.bin', 'application/octet-stream'],
	])('after %j', (given, fileName, mimeType) => {
		expect(describedFile(recording, given)).toMatchObject({ fileName, mimeType });
	});

	test.each([
		['../../x', 'mp4'],
		['MP4 ', 'mp4'],
		['', 'mp4'],
		['M4A', 'm4a'],
		['exe.mp4', 'mp4'],
	])('with the extension %j only where it is one', (file_extension, extension) => {
		const { fileName } = describedFile(recording, file('1', 'MP4', { file_extension }));
		expect(fileName).toBe(`Weekly review 2026-07-05 10-00-00 mp4.${extension}`);
	});

	test.each([
		[{}, undefined],
		[{ file_size: 7 }, 7],
		[{ file_size: 0 }, 0],
		[{ file_size: '7' }, undefined],
	])('and is as large as listed: %j', (more, size) => {
		expect(describedFile(recording, file('1', 'MP4', more)).size).toBe(size);
	});

	test('apart, however long the topic is', () => {
		const long = { ...recording, topic: 'x'.repeat(200) };
		const names = ['gallery_view', 'speaker_view'].map(
			(recording_type) => describedFile(long, { ...file('7', 'MP4'), recording_type }).fileName,
		);
		expect(new Set(names).size).toBe(2);
		expect(names[0].length).toBeLessThan(160);
	});
});
