/** Something said, from one second of the recording to another. */
export interface Segment {
	readonly speaker: string | null;
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** What a VTT file shows at once. */
interface Cue {
	readonly start: number;
	readonly end: number;
	readonly lines: string[];
}

/** Reads a transcript in the VTT format, as Zoom writes it or anybody else. */
export function parseTranscript(vtt: string): Segment[] {
	const voices = cuesOf(vtt)
		.flatMap(voicesOf)
		.filter(({ text }) => text !== '');
	const split = voices.map(splitPrefix);
	const speakers = split.flatMap(({ speaker }) => speaker ?? []);
	// A colon now and then is only a colon; where most begin with something before one, it is names.
	if (speakers.length * 2 <= split.length) return voices;
	const counts = new Map<string, number>();
	for (const name of speakers) counts.set(name, (counts.get(name) ?? 0) + 1);
	const isKnown = (name: string) => Number(counts.get(name)) > 1 || isName(name);
	return split.map((segment, index) =>
		segment.speaker !== null && isKnown(segment.speaker) ? segment : voices[index],
	);
}

/** The whole transcript to read: a line for each thing said. */
export const transcriptText = (segments: readonly Segment[]): string =>
	segments.map(({ speaker, text }) => (speaker === null ? text : `${speaker}: ${text}`)).join('\n');

const TIME = String.raw`(?:(\d{1,6}):)?(\d{1,2}):(\d{1,2}(?:[.,]\d{1,9})?)`;
const TIMING = new RegExp(String.raw`^\s*${TIME}\s*-->\s*${TIME}(?!\d)`);

// A block that begins with no time is a heading, a note or a style.
function cuesOf(vtt: string): Cue[] {
	const cues: Cue[] = [];
	let open: Cue | undefined;
	const lines = vtt.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
	for (const [index, line] of lines.entries()) {
		const timing = TIMING.exec(line);
		if (timing) {
			const times = timing.slice(1).map((part = '0') => Number(part.replace(',', '.')));
			open = { start: seconds(times.slice(0, 3)), end: seconds(times.slice(3)), lines: [] };
			cues.push(open);
		} else if (line.trim() === '') {
			open = undefined;
		} else if (!isNumberOfCue(line, lines[index + 1])) {
			open?.lines.push(line);
		}
	}
	return cues;
}

const seconds = ([hours, minutes, rest]: readonly number[]) =>
	Math.round((hours * 3600 + minutes * 60 + rest) * 1000) / 1000;

const isNumberOfCue = (line: string, next = '') => /^\s*\d+\s*$/.test(line) && TIMING.test(next);

/** What each voice of a cue says: several have a tag each. */
function voicesOf({ start, end, lines }: Cue): Segment[] {
	return lines
		.join(' ')
		.split(/(?=<v[.\s])/)
		.map((part) => ({ speaker: plain(voiceIn(part)) || null, start, end, text: plain(part) }));
}

/** Who speaks by the tag at the beginning, such as `<v.loud Jane Doe>`. */
function voiceIn(text: string): string {
	const end = /^<v[.\s]/.test(text) ? text.indexOf('>') : -1;
	const tag = text.slice('<v'.length, Math.max(end, 0));
	const blank = tag.search(/\s/);
	return blank < 0 ? '' : tag.slice(blank);
}

const PREFIXED = /^(.{1,64}?):\s+(\S.*)$/su;

/** With what stands before the first colon as the speaker, be it a name or not. */
function splitPrefix(segment: Segment): Segment {
	if (segment.speaker !== null) return segment;
	const [, speaker = null, text = segment.text] = PREFIXED.exec(segment.text) ?? [];
	return { ...segment, speaker, text };
}

const WORD = /^\p{Ll}?[\p{Lu}\p{Lo}\p{N}(@+][^\s:.?!;]*$/u;
const PARTICLE = /^[\p{Ll}|&–-]{1,3}$/u;
const EMAIL = /^[\p{L}\p{N}._-]+@[\p{L}\p{N}.-]+$/u;

/** Whether a text may be a name. Of a sentence, the beginning has longer words in small letters, or a full stop. */
function isName(text: string): boolean {
	const remark = text.endsWith(')') ? text.indexOf(' (') : -1;
	return EMAIL.test(text) || isWords(text) || (remark > 0 && isWords(text.slice(0, remark)));
}

function isWords(text: string): boolean {
	const words = text.split(' ');
	const ends = [words[0], words[words.length - 1]];
	return (
		ends.every((word) => WORD.test(word)) &&
		words.every((word) => WORD.test(word) || PARTICLE.test(word))
	);
}

const plain = (text: string) => withoutEntities(withoutTags(text)).replace(/\s+/g, ' ').trim();

function withoutTags(text: string): string {
	const parts: string[] = [];
	let from = 0;
	for (;;) {
		const begin = text.indexOf('<', from);
		const end = begin < 0 ? -1 : text.indexOf('>', begin);
		if (end < 0) return [...parts, text.slice(from)].join('');
		parts.push(text.slice(from, begin));
		from = end + 1;
	}
}

const ENTITIES = new Map([
	['amp', '&'],
	['apos', "'"],
	['gt', '>'],
	['lrm', ''],
	['lt', '<'],
	['nbsp', ' '],
	['quot', '"'],
	['rlm', ''],
]);

const withoutEntities = (text: string) =>
	text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{1,8}));/gi, (entity, ...codes: string[]) => {
		const [decimal, hexadecimal, name = ''] = codes;
		const code = decimal ? Number(decimal) : parseInt(hexadecimal, 16);
		if (code <= 0x10ffff) return String.fromCodePoint(code);
		return ENTITIES.get(name.toLowerCase()) ?? entity;
	});
