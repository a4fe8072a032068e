import type { IDataObject } from 'n8n-workflow';
import {
	chosenFiles,
	nameOfFile,
	safeName,
} from '../nodes/Zoom/resources/recording/recordingFiles';
import { messageOf } from './support/registry';

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
		'Recording ID: must be that of a file of this recording, such as 1',
	);
	expect(messageOf(() => idsOf({ recordingId: 'x' }, {}))).toBe(
		'Recording ID: must be that of a file of this recording',
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
		expect(nameOfFile(recording, given)).toEqual({ fileName, mimeType });
	});

	test('apart, however long the topic is', () => {
		const long = { ...recording, topic: 'x'.repeat(200) };
		const names = ['gallery_view', 'speaker_view'].map(
			(recording_type) => nameOfFile(long, { ...file('7', 'MP4'), recording_type }).fileName,
		);
		expect(new Set(names).size).toBe(2);
		expect(names[0].length).toBeLessThan(160);
	});

	test.each([
		['a/b\\c: "d" <e>|f?*', 'a_b_c_ _d_ _e_f_'],
		['../../etc/passwd', '_.._etc_passwd'],
		['line\nbreak\u202eand\u0000more', 'line_break_and_more'],
		['  . dots and blanks . ', 'dots and blanks'],
		['half \ud83d of one', 'half _ of one'],
		['👍'.repeat(200), '👍'.repeat(100)],
		['', ''],
	])('%j safely', (topic, name) => {
		expect(safeName(topic)).toBe(name);
	});
});
