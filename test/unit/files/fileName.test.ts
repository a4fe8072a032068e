import fc from 'fast-check';
import { distinctNames, nameAfter, safeFileName } from '../../../nodes/Zoom/files/fileName';
import { fileNameIn } from '../../../nodes/Zoom/transport/download/contentDisposition';
import { arriving } from '../../../nodes/Zoom/transport/download/namedFile';

const bytes = (name: string) => Buffer.byteLength(name);

test.each([
	['a/b\\c: "d" <e>|f?*.txt', 'a_b_c_ _d_ _e_f_.txt'],
	['../../etc/passwd', '_.._etc_passwd'],
	['..', 'file'],
	['.', 'file'],
	['', 'file'],
	[' . . ', 'file'],
	['...mp4', 'mp4'],
	['line\r\nbreak\u0000.mp4', 'line_break_.mp4'],
	['review\u202e4pm.exe', 'review_4pm.exe'],
	['\u2066a\u2069\u200e\u200f\u061c\ufeff.txt', '_a_.txt'],
	['C:evil.txt', 'C_evil.txt'],
	['CON', '_CON'],
	['con.mp4', '_con.mp4'],
	['nul .tar.gz', '_nul .tar.gz'],
	['COM1.txt', '_COM1.txt'],
	['LPT\u00b9', '_LPT\u00b9'],
	['conin$', '_conin$'],
	['console.txt', 'console.txt'],
	['dots and blanks. . ', 'dots and blanks'],
	['.hidden', 'hidden'],
	['half \ud83d of one.txt', 'half _ of one.txt'],
	['会議の録画.mp4', '会議の録画.mp4'],
])('%j becomes %j', (given, safe) => {
	expect(safeFileName(given)).toBe(safe);
});

test.each([
	['会議'.repeat(200) + '.mp4', '.mp4'],
	['👍'.repeat(5000) + '.transcript.vtt', '.vtt'],
	['x'.repeat(5000) + '.txt', '.txt'],
	['é'.repeat(127) + '.m4a', '.m4a'],
	['x'.repeat(300), 'x'],
])('What is too long is cut at a whole character, and keeps its ending', (given, ending) => {
	const safe = safeFileName(given);
	expect(bytes(safe)).toBeLessThanOrEqual(255);
	expect(bytes(safe)).toBeGreaterThan(240);
	expect(safe.endsWith(ending)).toBe(true);
	expect(safe).not.toContain('\ufffd');
});

describe('A name after a topic', () => {
	const start = '2026-07-05T10:00:00Z';

	test('has a time that can stand in a name', () => {
		expect(nameAfter('Weekly: review', [start, 'chat'], 'txt')).toBe(
			'Weekly_ review 2026-07-05 10-00-00 chat.txt',
		);
	});

	test('does without what there is not', () => {
		expect(nameAfter(undefined, [undefined, null, ''], 'mp4')).toBe('file.mp4');
		expect(nameAfter({ toString: 1 }, [{}, ['x']], 'mp4')).toBe('file.mp4');
		expect(nameAfter('Review', [], undefined)).toBe('Review');
	});

	test.each([['会議の録画'.repeat(80)], ['👍'.repeat(300)], ['x'.repeat(5000)]])(
		'keeps what tells it from others, however long the topic is',
		(topic) => {
			const name = nameAfter(topic, [start, 'shared_screen_with_speaker_view'], 'mp4');
			expect(name).toMatch(/ 2026-07-05 10-00-00 shared_screen_with_speaker_view\.mp4$/);
			expect(bytes(name)).toBeLessThanOrEqual(255);
			expect(name.slice(0, 5)).toBe(safeFileName(topic).slice(0, 5));
		},
	);

	test('keeps both ends of what is too long to tell it from others', () => {
		const who = (end: string) =>
			nameAfter('Review', [start, `Audio ${'語'.repeat(200)}${end}`], 'm4a');
		expect(who('Jane')).toMatch(/^Review 2026-07-05 10-00-00 Audio .*…語*Jane\.m4a$/);
		expect(who('Jane')).not.toBe(who('John'));
		expect(bytes(who('Jane'))).toBeLessThanOrEqual(255);
	});
});

test('Files of one name are told apart by a number, as systems without capitals see it', () => {
	const distinct = distinctNames();
	expect(['image.jpg', 'Image.JPG', 'image.jpg', 'image'].map(distinct)).toEqual([
		'image.jpg',
		'Image (2).JPG',
		'image (3).jpg',
		'image',
	]);
	const long = safeFileName(`${'語'.repeat(200)}.txt`);
	expect(distinct(long)).toBe(long);
	expect(distinct(long)).toMatch(/^語+ \(2\)\.txt$/);
});

/** What no file system and no reader should meet in a name. */
const BAD = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}<>:"/\\|?*]/u;
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\s*\.|\s*$)/i;
const nasty = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 600 }),
	fc.string({ maxLength: 400 }),
	fc
		.array(
			fc.constantFrom(
				'..',
				'/',
				'\\',
				'CON',
				'.',
				' ',
				'\u202e',
				'語',
				'👍',
				'\ud83d',
				'\0',
				'.mp4',
				':',
				'x'.repeat(90),
			),
			{ maxLength: 60 },
		)
		.map((parts) => parts.join('')),
);

function expectSafe(name: string): void {
	expect(name).not.toMatch(BAD);
	expect(name).not.toMatch(DEVICE);
	expect(name).toBe(name.replace(/^[.\s]|[.\s]$/, ''));
	expect(name).not.toBe('');
	expect(bytes(name)).toBeLessThanOrEqual(255);
	expect(safeFileName(name)).toBe(name);
}

test('Whatever a name is made of, the one that goes out is safe, and stays as it is', () => {
	fc.assert(fc.property(nasty, (name) => expectSafe(safeFileName(name))));
	fc.assert(
		fc.property(nasty, fc.array(nasty, { maxLength: 2 }), (topic, telling) =>
			expectSafe(nameAfter(topic, telling, 'mp4')),
		),
	);
	fc.assert(
		fc.property(fc.array(nasty, { maxLength: 8 }), (names) => {
			const distinct = names.map(safeFileName).map(distinctNames());
			distinct.forEach(expectSafe);
			expect(new Set(distinct.map((name) => name.toLowerCase())).size).toBe(names.length);
		}),
	);
});

describe('The name in a Content-Disposition', () => {
	test.each([
		['attachment; filename=review.mp4', 'review.mp4'],
		['attachment; filename="weekly review.mp4"', 'weekly review.mp4'],
		['ATTACHMENT;FILENAME=review.mp4', 'review.mp4'],
		['attachment ; filename = "review.mp4" ; size=5', 'review.mp4'],
		['inline; filename=weekly review.mp4', 'weekly review.mp4'],
		['attachment; filename="a;b.mp4"', 'a;b.mp4'],
		['attachment; filename="say \\"hi\\".mp4"', 'say "hi".mp4'],
		['attachment; filename="open.mp4', 'open.mp4'],
		['filename=review.mp4', 'review.mp4'],
		["attachment; filename*=UTF-8''na%C3%AFve.txt", 'naïve.txt'],
		["attachment; filename*=utf-8'de'%E2%82%AC.txt; filename=eur.txt", '€.txt'],
		["attachment; filename=eur.txt; filename*=utf-8''%E2%82%AC.txt", '€.txt'],
		["attachment; filename*=iso-8859-1'en'%A3.txt", '£.txt'],
		["attachment; filename*=UTF-8''bad%C3.txt; filename=good.txt", 'good.txt'],
		["attachment; filename*=koi8-r''x.txt; filename=good.txt", 'good.txt'],
		["attachment; filename*0*=UTF-8''%E2%82; filename*1*=%AC.txt", '€.txt'],
		['attachment; filename*0="long "; filename*1="name.txt"', 'long name.txt'],
		['attachment; filename=na%C3%AFve.txt', 'naïve.txt'],
		['attachment; filename=100%.txt', '100%.txt'],
		[Buffer.from('attachment; filename=会議.txt').toString('latin1'), '会議.txt'],
		['attachment; filename="../../etc/passwd"', 'passwd'],
		['attachment; filename="C:\\dir\\evil.txt"', 'evil.txt'],
		["attachment; filename*=UTF-8''..%2F..%2Fx.txt", 'x.txt'],
		['attachment; name=x; x-filename=y', undefined],
		['attachment; filename=', undefined],
		['attachment; filename=dir/', undefined],
		['attachment', undefined],
		['', undefined],
	])('%s is %s', (header, name) => {
		expect(fileNameIn(header)).toBe(name);
	});

	test.each([
		'attachment; filename=..',
		'attachment; filename="a\u0000b.txt"',
		"attachment; filename*=UTF-8''a%0D%0Ab.txt",
		"attachment; filename*=UTF-8''a%E2%80%AEb.txt",
		`attachment; filename=${'x'.repeat(5000)}.mp4`,
		'attachment; filename="C:evil.txt"',
		'attachment; filename=CON',
		'attachment; filename=%',
	])('goes out safe: %s', (header) => {
		const headers = { 'content-disposition': header, 'content-type': 'video/mp4' };
		expectSafe(arriving({ url: 'https://zoom.us/rec/download/x' }, headers).fileName);
	});

	test('goes out safe whatever is in it, and makes the file no more than a name and a type', () => {
		const header = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc
				.array(
					fc.constantFrom(
						'attachment',
						';',
						'filename',
						'*',
						'=',
						'"',
						"UTF-8''",
						'%',
						'%E2',
						'\\',
						'0',
						'..',
						'a',
						' ',
						'__proto__',
					),
					{ maxLength: 80 },
				)
				.map((parts) => parts.join('')),
			nasty.map((name) => `attachment; filename="${name}"`),
		);
		fc.assert(
			fc.property(header, header, (disposition, type) => {
				const headers = { 'content-disposition': disposition, 'content-type': type };
				const file = arriving({ url: 'https://zoom.us/rec/download/x' }, headers);
				expectSafe(file.fileName);
				expect(file.mimeType).toMatch(/^[\w!#$&^.+-]{1,63}\/[\w!#$&^.+-]{1,63}$/);
				expect(Object.prototype).toEqual({});
			}),
		);
	});
});

test.each([
	[{ fileName: 'call' }, 'audio/mpeg', '', 'call.mp3', 'audio/mpeg'],
	[
		{ fileName: 'call' },
		'application/octet-stream',
		'attachment; filename=x.wav',
		'call.wav',
		'audio/wav',
	],
	[{ fileName: 'call' }, '', '', 'call', 'application/octet-stream'],
	[{ fileName: 'a.mp4' }, 'video/mp4', 'attachment; filename=b.mp4', 'a.mp4', 'video/mp4'],
	[{}, 'video/mp4', '', 'x.mp4', 'video/mp4'],
	[{}, 'nonsense', 'attachment; filename=b.vtt', 'b.vtt', 'text/vtt'],
	[{ mimeType: 'text/vtt' }, 'text/plain; charset=utf-8', 'inline', 'x.txt', 'text/vtt'],
])('%j that comes as %s (%s) is %s, %s', (given, type, disposition, fileName, mimeType) => {
	const file = { url: 'https://zoom.us/rec/download/x?filename=y', ...given };
	const headers = { 'content-type': type, 'content-disposition': disposition };
	expect(arriving(file, headers)).toMatchObject({ fileName, mimeType });
});
