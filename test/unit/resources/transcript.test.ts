import fc from 'fast-check';
import {
	parseTranscript,
	transcriptText,
} from '../../../nodes/Zoom/resources/meetings/recording/transcript';

const vtt = (...blocks: string[]) => ['WEBVTT', ...blocks].join('\n\n');
const cue = (text: string, times = '00:00:01.000 --> 00:00:02.000') => `${times}\n${text}`;
const textsOf = (file: string) => parseTranscript(file).map(({ speaker, text }) => [speaker, text]);

test('A transcript of Zoom becomes what was said, by whom and when', () => {
	const file = vtt(
		'1\n00:00:04.000 --> 00:00:12.500\nOlivia Ortiz: Welcome to the kick-off.',
		'2\n01:00:12.250 --> 01:00:19.000\n羽林 花: 了解です。',
	);
	expect(parseTranscript(file)).toEqual([
		{ speaker: 'Olivia Ortiz', start: 4, end: 12.5, text: 'Welcome to the kick-off.' },
		{ speaker: '羽林 花', start: 3612.25, end: 3619, text: '了解です。' },
	]);
});

test('The whole text has a line for each thing said', () => {
	const segments = parseTranscript(vtt(cue('Jane Doe: Hello.'), cue('John Roe: Hi.'), cue('…')));
	expect(transcriptText(segments)).toBe('Jane Doe: Hello.\nJohn Roe: Hi.\n…');
});

test.each([
	['\r\n', 'lines end as on Windows'],
	['\r', 'lines end as on old Macs'],
	['\n', 'lines end as elsewhere'],
])('It is the same when %j: %s', (end) => {
	const file = vtt('1\n' + cue('Jane: One'), '2\n' + cue('Jane: Two\nthree')).replaceAll('\n', end);
	expect(textsOf(`\uFEFF${file}`)).toEqual([
		['Jane', 'One'],
		['Jane', 'Two three'],
	]);
});

test.each([
	['without hours', '01:02.500 --> 01:03.000', [62.5, 63]],
	['with many hours', '101:00:00.000 --> 101:00:01.000', [363600, 363601]],
	['with commas, as in SRT', '00:00:01,250 --> 00:00:02,5', [1.25, 2.5]],
	['without blanks around the arrow', '00:00:01.000-->00:00:02.000', [1, 2]],
	['with a blank on one side of it', '00:01.5 -->00:02.5', [1.5, 2.5]],
	['with many blanks and tabs', ' 00:00:01.000\t  -->   00:00:02.000\t', [1, 2]],
	['without fractions', '00:01 --> 00:02', [1, 2]],
	['with long fractions', '00:00:01.000000 --> 00:00:02.123456789', [1, 2.123]],
	['with one digit each', '0:0:1.0-->0:0:2.0', [1, 2]],
	['with settings after them', '00:00:01.000 --> 00:00:02.000 align:start line:0', [1, 2]],
	['with settings right behind them', '00:00:01.000-->00:00:02.000align:start', [1, 2]],
])('Times may come %s', (_, times, [start, end]) => {
	expect(parseTranscript(vtt(cue('Hello', times)))).toEqual([
		{ speaker: null, start, end, text: 'Hello' },
	]);
});

test('What is no cue is not said', () => {
	const file = [
		'WEBVTT - This file has cues.\nKind: captions\nLanguage: en',
		'NOTE\nchecked by nobody: ever',
		'STYLE\n::cue { color: red }',
		'intro-1\n' + cue('Jane: Hello'),
		cue(''),
		'',
	].join('\n\n');
	expect(textsOf(file)).toEqual([['Jane', 'Hello']]);
});

test('Cues without a line between them are still several', () => {
	const file = `WEBVTT\n1\n${cue('Jane: One')}\n2\n${cue('Jane: Two')}\n3\n${cue('Jane: 3')}`;
	expect(textsOf(file)).toEqual([
		['Jane', 'One'],
		['Jane', 'Two'],
		['Jane', '3'],
	]);
});

test.each(['', '\n', '\n\n', '\r\n'])('The last cue may end with %j', (end) => {
	expect(textsOf(`WEBVTT\n\n${cue('Jane: One')}\n\n${cue('Jane: Two')}${end}`)).toEqual([
		['Jane', 'One'],
		['Jane', 'Two'],
	]);
});

test('A file without the heading is read as well, and regions and styles are not said', () => {
	const file = [
		'REGION\nid:fred width:40%',
		'STYLE\n::cue(v[voice="Jane"]) { color: red }',
		cue('Jane: Hello', '00:01.000-->00:02.000 region:fred align:left'),
		'NOTE\r\nof nobody',
		cue('Jane: Bye'),
	].join('\r\n\r\n');
	expect(textsOf(file)).toEqual([
		['Jane', 'Hello'],
		['Jane', 'Bye'],
	]);
});

test.each([
	['&constructor; &toString; &__proto__;', '&constructor; &toString; &__proto__;'],
	['<video x>Hi', 'Hi'],
	['a < b', 'a < b'],
	['<<<<b>c', 'c'],
	['<v', '<v'],
	['<v Jane', '<v Jane'],
])('What only looks like markup stays: %s', (said, text) => {
	expect(textsOf(vtt(cue(said)))).toEqual([[null, text]]);
});

const MEGABYTE = 1024 * 1024;
const filled = (unit: string) => unit.repeat(Math.ceil(MEGABYTE / unit.length));

// That the time it takes grows with the length alone is what the check of all expressions is for.
test.each([
	['<v and blanks', `<v ${filled(' ')}`],
	['tags that do not end', filled('<')],
	['voices that do not end', filled('<v ')],
	['voices', filled('<v a>b')],
	['colons', filled(':')],
	['names', filled('A: ')],
	['ampersands', filled('&')],
	['letters after an ampersand', `&${filled('a')}`],
	['digits', filled('1')],
	['dots', filled('.')],
	['words', filled('A a ')],
	['blanks', filled(' ')],
	['tabs and digits', filled('\t1')],
	['arrows', filled('00:01.000 --> ')],
	['lines', filled('1\n')],
	['times', filled('00:01.000-->00:02.000\n')],
	['byte order marks', filled('\ufeff')],
])('A megabyte of %s comes to an end', (_, text) => {
	for (const file of [text, vtt(cue(text)), vtt(cue(`Jane: ${text}`)), vtt(text, cue(text))]) {
		transcriptText(parseTranscript(file));
	}
	expect(Object.prototype).toEqual({});
});

test('Whatever a file holds, what is read of it is said by somebody, some time', () => {
	const unit = fc.oneof(
		fc.constantFrom(
			...[
				'WEBVTT',
				'\n',
				'\r\n',
				'\r',
				'\n\n',
				' ',
				'\t',
				'-->',
				'00:00:01.000',
				'1:2.3',
				'99:59:59,999',
			],
			...[
				'<',
				'>',
				'<v ',
				'<v.x y>',
				'</v>',
				'<c>',
				':',
				': ',
				'&',
				';',
				'&#x110000;',
				'&#xd800;',
				'&amp;',
			],
			...[
				'NOTE',
				'STYLE',
				'\ufeff',
				'__proto__',
				'constructor',
				'Jane',
				'jane@example.com',
				'(',
				')',
				'7',
			],
		),
		fc.string({ unit: 'binary', maxLength: 8 }),
	);
	const file = fc.array(unit, { maxLength: 60 }).map((parts) => parts.join(''));
	fc.assert(
		fc.property(file, (text) => {
			const segments = parseTranscript(text);
			for (const { speaker, start, end, text: said } of segments) {
				expect(speaker).not.toBe('');
				expect(said.trim()).toBe(said);
				expect(said).not.toBe('');
				expect([start, end].every((time) => Number.isFinite(time) && time >= 0)).toBe(true);
			}
			// Read again, what was read is said as it was, as far as it is no markup.
			expect(transcriptText(segments)).not.toContain('\n\n');
			expect(Object.prototype).toEqual({});
		}),
		{ numRuns: 1000 },
	);
});

test('Voice tags name the speakers, several in one cue, too', () => {
	const file = vtt(
		cue('<v Jane Doe>Hello <i>there</i></v>'),
		cue('<v.loud John>One</v>\n<v Jane Doe>Two: three</v>'),
	);
	expect(textsOf(file)).toEqual([
		['Jane Doe', 'Hello there'],
		['John', 'One'],
		['Jane Doe', 'Two: three'],
	]);
});

test('Tags and entities become what they stand for', () => {
	const file = vtt(
		cue(
			'<c.yellow>R&amp;D</c> &lt;now&gt; <00:00:01.500>&quot;5&nbsp;%&quot; &#39;x&#39; &#x1F44D;',
		),
		cue('&lrm;AT&T &unknown; &#xFFFFFF;'),
	);
	expect(textsOf(file)).toEqual([
		[null, `R&D <now> "5 %" 'x' 👍`],
		[null, 'AT&T &unknown; &#xFFFFFF;'],
	]);
});

test('A cue without a name among those with names has no speaker', () => {
	const file = vtt(cue('Jane: One'), cue('and two'), cue('jane@example.com: Three'));
	expect(textsOf(file)).toEqual([
		['Jane', 'One'],
		[null, 'and two'],
		['jane@example.com', 'Three'],
	]);
});

test('A name is any that comes again, as people call themselves', () => {
	const names = [
		'Jane Doe',
		'david',
		'Dr. Max Smith',
		'Jane Doe | Acme Inc.',
		'iPhone',
		'jane doe',
		'Sammy Davis Jr.',
		'+14155550100',
	];
	const cues = [...names, ...names].map((name) => cue(`${name}: Well: yes.`));
	expect(textsOf(vtt(...cues))).toEqual([...names, ...names].map((name) => [name, 'Well: yes.']));
});

test('Few who call themselves like nobody do not take the names from the others', () => {
	const file = vtt(
		cue('Jane Doe: Hi.'),
		cue('david: Hello.'),
		cue('david: How are you?'),
		cue('Jane Doe: Fine.'),
	);
	expect(textsOf(file)).toEqual([
		['Jane Doe', 'Hi.'],
		['david', 'Hello.'],
		['david', 'How are you?'],
		['Jane Doe', 'Fine.'],
	]);
});

test.each([
	'Ludwig van Beethoven',
	'Jane Doe (from sales)',
	'Jane Doe - Acme',
	"Jane's iPhone",
	'+14155550100',
	'Conference Room 5',
	'羽林 花',
	'jane@example.com',
])('%s is a name, said once among others', (name) => {
	const file = vtt(cue('Jane: One'), cue(`${name}: Two`));
	expect(textsOf(file)).toEqual([
		['Jane', 'One'],
		[name, 'Two'],
	]);
});

test.each([
	'The plan: ship it',
	'Okay. So this is it: ship',
	'what I mean: ship it',
	'Q3: ',
	': x',
])('What is said once is no name: %s', (text) => {
	const file = vtt(cue('Jane: One'), cue(text), cue('john: Two'), cue('john: Three'));
	expect(textsOf(file)).toEqual([
		['Jane', 'One'],
		[null, text.trim()],
		['john', 'Two'],
		['john', 'Three'],
	]);
});

test('A colon now and then makes no speaker', () => {
	const file = vtt(
		cue('The plan: ship it'),
		cue('We meet at 10:30'),
		cue('See https://example.com'),
		cue('Fine'),
	);
	expect(textsOf(file).map(([speaker]) => speaker)).toEqual([null, null, null, null]);
});

test.each(['', 'WEBVTT', 'WEBVTT\n\nNOTE nothing', '<html><body>no</body></html>', '\uFEFF\r\n'])(
	'There is nothing in %j',
	(file) => {
		expect(parseTranscript(file)).toEqual([]);
		expect(transcriptText([])).toBe('');
	},
);
