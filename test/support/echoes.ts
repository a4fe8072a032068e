/** Ways in which a server may say a secret back, by what is done to it. */
export const echoes: Readonly<Record<string, (secret: string) => string>> = {
	'as it is': (secret) => secret,
	'as a header': (secret) => `Bearer ${secret}`,
	'as JSON': (secret) => JSON.stringify({ value: secret }),
	'in an address': (secret) => `?key=${secret}`,
	'in capitals': (secret) => secret.toUpperCase(),
	'in small letters': (secret) => secret.toLowerCase(),
	backwards: (secret) => [...secret].reverse().join(''),
	'its first half': (secret) => secret.slice(0, secret.length / 2),
	'its last twenty characters': (secret) => secret.slice(-20),
	'thirteen characters of its middle': (secret) => secret.slice(9, 22),
	'with each character URL-encoded': percent,
	'URL-encoded twice': (secret) => percent(secret).replaceAll('%', '%25'),
	'in base64': base64,
	'in base64 for URLs, without padding': (secret) => Buffer.from(secret).toString('base64url'),
	'in base64 behind one character': (secret) => base64(`:${secret}`),
	'in base64 behind two characters': (secret) => base64(`a:${secret}`),
	'in base64 in lines': (secret) => inPieces(base64(secret), 30, '\r\n'),
	'in base64 twice': (secret) => base64(base64(secret)),
	'in base64, URL-encoded': (secret) => percent(base64(secret)),
	'in base64 in small letters': (secret) => base64(secret).toLowerCase(),
	'in hex': (secret) => Buffer.from(secret).toString('hex'),
	'in hex with colons': (secret) =>
		inPieces(Buffer.from(secret).toString('hex').toUpperCase(), 2, ':'),
	'in hex of its base64': (secret) => Buffer.from(base64(secret)).toString('hex'),
	'in base64 of its hex': (secret) => base64(Buffer.from(secret).toString('hex')),
	'in base64 backwards': (secret) => [...base64(secret)].reverse().join(''),
	'in characters of two bytes, in hex': (secret) => Buffer.from(secret, 'utf16le').toString('hex'),
	'in characters of two bytes, in base64': (secret) =>
		Buffer.from(secret, 'utf16le').toString('base64'),
	'as bytes of a program': (secret) => escaped(secret, (code) => `0x${hex(code)}, `),
	'as code points': (secret) => escaped(secret, (code) => `U+00${hex(code)} `),
	'as numbers': (secret) => [...Buffer.from(secret)].join(','),
	'cut by a line break': (secret) => inPieces(secret, 11, '\n'),
	'cut by a folded line': (secret) => inPieces(secret, 16, '\r\n\t'),
	'cut by spaces': (secret) => inPieces(secret, 5, ' '),
	'cut by a line break that is escaped': (secret) => inPieces(secret, 11, '\\n'),
	'cut by a line break that is URL-encoded': (secret) => inPieces(secret, 11, '%0D%0A'),
	'cut by a tag': (secret) => inPieces(secret, 11, '<br />'),
	'cut by an entity': (secret) => inPieces(secret, 11, '&nbsp;'),
	'cut by characters nobody sees': (secret) => inPieces(secret, 7, '\u200b'),
	'with signs between': (secret) => inPieces(secret, 3, '-'),
	'in pieces of a program': (secret) => `"${inPieces(secret, 10, '" + "')}"`,
	'with escapes of JSON': (secret) => escaped(secret, (code) => `\\u00${hex(code)}`),
	'with escapes of JSON in JSON': (secret) => escaped(secret, (code) => `\\\\u00${hex(code)}`),
	'with escapes of source text': (secret) => escaped(secret, (code) => `\\x${hex(code)}`),
	'with octal escapes': (secret) =>
		escaped(secret, (code) => `\\${code.toString(8).padStart(3, '0')}`),
	'with entities': (secret) => escaped(secret, (code) => `&#${code};`),
	'with entities in hex': (secret) => escaped(secret, (code) => `&#x${hex(code)};`),
	'as mail encodes it': (secret) => escaped(secret, (code) => `=${hex(code).toUpperCase()}`),
	'in letters of full width': (secret) =>
		escaped(secret, (code) => String.fromCharCode(code + 0xfee0)),
};

function escaped(secret: string, one: (code: number) => string): string {
	return [...Buffer.from(secret)].map(one).join('');
}

const hex = (code: number) => code.toString(16).padStart(2, '0');

function percent(text: string): string {
	return escaped(text, (code) => `%${hex(code)}`);
}

function base64(text: string): string {
	return Buffer.from(text).toString('base64');
}

function inPieces(text: string, size: number, between: string): string {
	return (text.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(between);
}

/** So many characters in a row of what was said are recognised. */
const TELLING = 12;

const lettersOf = (text: string) =>
	text
		.normalize('NFKC')
		.replace(/[^a-z\d]/gi, '')
		.toLowerCase();

/** Whether so much of an echo stands in a text that it can be recognised. */
export function isHeardIn(text: string, echo: string): boolean {
	const told = lettersOf(text);
	const letters = lettersOf(echo);
	return Array.from({ length: letters.length }, (_, at) => letters.slice(at, at + TELLING)).some(
		(piece) => piece.length === TELLING && told.includes(piece),
	);
}
