/** So many letters and digits of a secret in a row give it away. */
const TELLING = 12;
/** A shorter text is no secret: it would stand in ordinary words. */
const SHORTEST = 8;
/** Of a row that is telling, one piece of `SHORTEST` begins at such a step. */
const STEP = TELLING - SHORTEST + 1;
/** How often a text may be escaped over itself. */
const MOST_ESCAPES = 3;

/** The letters and digits of a text, with the place in the text each comes from. */
interface Letters {
	readonly text: string;
	readonly from: readonly number[];
	readonly to: readonly number[];
}

interface Span {
	readonly from: number;
	readonly to: number;
}

/**
 * Takes out of texts any piece of these secrets, however they are written: in other letters, cut by spaces and signs,
 * escaped, backwards, in hex, in base64 or as numbers. The time it takes grows with the text and the secrets alike.
 */
export function pieceHider(secrets: readonly string[]): (text: string) => string {
	const forms = [...new Set(secrets)].flatMap(formsOf);
	return (text) => {
		if (text.length < SHORTEST || forms.length === 0) return text;
		const spans = readings(text).flatMap((letters) => {
			const index = indexOf(letters.text);
			return forms.flatMap((form) => piecesOf(form, letters, index));
		});
		return withoutSpans(text, spans);
	};
}

/** The letters and digits of a secret as others may write them. */
function formsOf(secret: string): string[] {
	const bytes = Buffer.from(secret);
	const wide = Buffer.from(secret, 'utf16le');
	const encoded = inBase64(bytes);
	const inHex = [bytes, wide, ...encoded.map((text) => Buffer.from(text))].map(hexOf);
	return [
		secret,
		...[secret, ...encoded].map((text) => [...text].reverse().join('')),
		...inHex,
		[...bytes].join(''),
		...encoded,
		...inBase64(wide),
		...[inHex[0], ...encoded].flatMap((text) => inBase64(Buffer.from(text))),
	]
		.map((form) => form.replace(/[^a-z\d]+/gi, '').toLowerCase())
		.filter((form) => form.length >= SHORTEST);
}

// What stands before it decides which of three forms a text has in base64, but for its ends.
const inBase64 = (bytes: Buffer) =>
	['', '-', '--'].map((before) =>
		Buffer.concat([Buffer.from(before), bytes])
			.toString('base64')
			.slice(4, -4),
	);

const hexOf = (bytes: Buffer) => bytes.toString('hex');

interface Character {
	readonly value: string;
	readonly from: number;
	readonly to: number;
}

const charactersOf = (text: string): Character[] =>
	Array.from({ length: text.length }, (_, at) => ({ value: text[at], from: at, to: at + 1 }));

/** The text as it stands, and as it reads when its escapes are undone once and more often. */
function readings(text: string): Letters[] {
	const found: Letters[] = [];
	let characters = charactersOf(text);
	for (let undone = 0; undone <= MOST_ESCAPES; undone++) {
		found.push(lettersOf(characters));
		const next = unescaped(characters);
		if (next.length === characters.length) break;
		characters = next;
	}
	return found;
}

// Of a URL, JSON, HTML, mail and source text; tags and named entities stand for no letter.
const ESCAPE =
	/%u?([\da-f]{2,4})|(?:\\[ux]\{?|\bu\+|\b0x)([\da-f]{2,6})|&#x([\da-f]{2,6});?|&#(\d{2,7});?|=([\da-f]{2})|\\([0-7]{3})|\\[a-z]|&[a-z]{2,8};|<[^<>]{0,40}>/gi;
const ESCAPE_OF_BYTE = /^%[^u]/i;

function unescaped(characters: readonly Character[]): Character[] {
	const text = characters.map(({ value }) => value).join('');
	const plain: Character[] = [];
	let done = 0;
	for (const match of text.matchAll(ESCAPE)) {
		const [{ length }, short, long, hex, decimal, quoted, octal] = match;
		// "%41" is a whole escape, whatever follows.
		const isByte = ESCAPE_OF_BYTE.test(match[0]);
		const code = parseInt(
			(isByte ? short.slice(0, 2) : (short ?? long ?? hex ?? quoted)) ?? decimal ?? octal ?? '0',
			decimal !== undefined ? 10 : octal !== undefined ? 8 : 16,
		);
		const end = match.index + (isByte ? 3 : length);
		for (; done < match.index; done++) plain.push(characters[done]);
		plain.push({
			value: String.fromCharCode(code),
			from: characters[match.index].from,
			to: characters[end - 1].to,
		});
		done = end;
	}
	for (; done < characters.length; done++) plain.push(characters[done]);
	return plain;
}

function lettersOf(characters: readonly Character[]): Letters {
	const kept = characters
		.map((character) => ({ ...character, value: plainLetter(character.value) }))
		.filter(({ value }) => value !== '');
	return {
		text: kept.map(({ value }) => value).join(''),
		from: kept.map(({ from }) => from),
		to: kept.map(({ to }) => to),
	};
}

/** A letter or digit in its plainest form; empty for anything else. */
function plainLetter(character: string): string {
	const plain = character.normalize('NFKC').toLowerCase();
	return /^[a-z\d]$/.test(plain) ? plain : '';
}

/** Where each piece of `SHORTEST` letters begins. */
function indexOf(text: string): Map<string, number[]> {
	const index = new Map<string, number[]>();
	for (let at = 0; at + SHORTEST <= text.length; at++) {
		const piece = text.slice(at, at + SHORTEST);
		const places = index.get(piece);
		if (places) places.push(at);
		else index.set(piece, [at]);
	}
	return index;
}

/** Where so much of one form of a secret stands that it tells the secret. */
function piecesOf(form: string, letters: Letters, index: Map<string, number[]>): Span[] {
	const enough = Math.min(TELLING, form.length);
	const spans: Span[] = [];
	for (let at = 0; at + SHORTEST <= form.length; at += STEP) {
		for (const place of index.get(form.slice(at, at + SHORTEST)) ?? []) {
			const begin = place - sameBefore(form, at, letters.text, place);
			const end = place + sameFrom(form, at, letters.text, place);
			if (end - begin < enough) continue;
			spans.push({ from: letters.from[begin], to: letters.to[end - 1] });
		}
	}
	return spans;
}

// Further on or back than this the next step finds the rest.
function sameFrom(form: string, at: number, text: string, place: number): number {
	let count = SHORTEST;
	const most = SHORTEST + TELLING;
	while (count < most && at + count < form.length && form[at + count] === text[place + count]) {
		count++;
	}
	return count;
}

function sameBefore(form: string, at: number, text: string, place: number): number {
	let count = 0;
	while (count < TELLING && at > count && form[at - count - 1] === text[place - count - 1]) count++;
	return count;
}

function withoutSpans(text: string, spans: readonly Span[]): string {
	let rest = '';
	let done = 0;
	for (const { from, to } of [...spans].sort((one, other) => one.from - other.from)) {
		const isApart = from > done || rest === '';
		if (isApart) rest += `${text.slice(done, from)}[hidden]`;
		done = Math.max(done, to);
	}
	return rest + text.slice(done);
}
