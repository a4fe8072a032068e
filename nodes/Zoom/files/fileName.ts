/** Bytes of UTF-8 that a name may have on common file systems. */
const MOST_BYTES = 255;
/** Bytes of what tells files apart, such as a participant's name; what is longer loses its middle. */
const MOST_TELLING_BYTES = 100;
const MOST_TOPIC_CHARACTERS = 100;
/** What is longer than any name loses its middle before it is read at all. */
const MOST_READ = { begin: 700, end: 300 };
const NAMELESS = 'file';

// Paths, control and format characters (among them those that turn the direction of writing), halves of characters.
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}<>:"/\\|?*]+/gu;
// Names of devices on Windows, with any extension.
const RESERVED = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$|clock\$)$/i;
const EXTENSION = /^[\p{L}\p{N}]{1,12}$/u;

/**
 * The one rule for names of files that leave the node: whatever the source of the name, it is at most 255 bytes long, is no path,
 * shows no control or direction characters, and is taken by every file system. The extension is kept.
 */
export function safeFileName(name: string): string {
	const clean = cleaned(name);
	const { stem, extension } = split(clean);
	const ending = extension === '' ? '' : `.${extension}`;
	// One byte is left for the mark of a reserved name.
	const short = withoutEdges(cut(stem, MOST_BYTES - 1 - Buffer.byteLength(ending)));
	const safe = `${short || NAMELESS}${ending}`;
	const [device] = safe.split('.', 1);
	return RESERVED.test(device.trim()) ? `_${safe}` : safe;
}

/**
 * "Weekly review 2026-07-05 10-00-00 gallery_view.mp4": a long topic is cut, what tells files apart is not.
 * @param telling what tells the file from others of the same topic: a time, a type
 * @param extension absent where nobody knows it yet
 */
export function nameAfter(topic: unknown, telling: readonly unknown[], extension?: string): string {
	const end = telling
		.map((part) => withoutMiddle(cleaned(asTime(textOf(part))), MOST_TELLING_BYTES))
		.filter((part) => part !== '')
		.join(' ');
	const ending = extension === undefined ? '' : `.${extension}`;
	const room = MOST_BYTES - 2 - Buffer.byteLength(`${end}${ending}`);
	const begin = [...cleaned(textOf(topic))].slice(0, MOST_TOPIC_CHARACTERS).join('');
	const stem = [withoutEdges(cut(begin, room)), end].filter((part) => part !== '').join(' ');
	return safeFileName(`${stem || NAMELESS}${ending}`);
}

/** Names that are told apart by a number where they are the same; case does not tell names apart everywhere. */
export function distinctNames(): (name: string) => string {
	const given = new Set<string>();
	/** The number that a name was given last. */
	const latest = new Map<string, number>();
	return (name) => {
		let distinct = name;
		let number = latest.get(name.toLowerCase()) ?? 1;
		while (given.has(distinct.toLowerCase())) distinct = numbered(name, ++number);
		latest.set(name.toLowerCase(), number);
		given.add(distinct.toLowerCase());
		return distinct;
	};
}

function numbered(name: string, number: number): string {
	const { stem, extension } = split(name);
	const ending = ` (${number})${extension === '' ? '' : `.${extension}`}`;
	return safeFileName(`${cut(stem, MOST_BYTES - 1 - Buffer.byteLength(ending))}${ending}`);
}

/** A safe name with another extension than the one it has. */
export function withExtension(name: string, extension: string): string {
	return safeFileName(`${split(safeFileName(name)).stem}.${extension}`);
}

/** Whether a name ends with something that says what kind of file it is. */
export const hasExtension = (name: string): boolean => split(name).extension !== '';

const textOf = (value: unknown) =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const asTime = (text: string) =>
	text.replace(/^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d).*$/, '$1 $2-$3-$4');

function cleaned(name: string): string {
	const { begin, end } = MOST_READ;
	const read = name.length > begin + end ? `${name.slice(0, begin)}${name.slice(-end)}` : name;
	return withoutEdges(read.replace(FORBIDDEN, '_').replace(/\s+/g, ' '));
}

/** Without the dots and blanks at both ends, which Windows drops and others hide files by. */
function withoutEdges(text: string): string {
	let [from, to] = [0, text.length];
	while (from < to && isEdge(text[from])) from++;
	while (to > from && isEdge(text[to - 1])) to--;
	return text.slice(from, to);
}

const isEdge = (character: string) => character === '.' || character.trim() === '';

function split(name: string): { stem: string; extension: string } {
	const dot = name.lastIndexOf('.');
	const extension = name.slice(dot + 1);
	return dot > 0 && EXTENSION.test(extension)
		? { stem: name.slice(0, dot), extension }
		: { stem: name, extension: '' };
}

/** As many whole characters as there is room for. */
function cut(text: string, mostBytes: number): string {
	let bytes = 0;
	let end = 0;
	for (const character of text) {
		bytes += Buffer.byteLength(character);
		if (bytes > mostBytes) break;
		end += character.length;
	}
	return text.slice(0, end);
}

function withoutMiddle(text: string, mostBytes: number): string {
	if (Buffer.byteLength(text) <= mostBytes) return text;
	const half = Math.floor((mostBytes - 3) / 2);
	const end = [...cut([...text].reverse().join(''), half)].reverse().join('');
	return `${cut(text, half)}…${end}`;
}
