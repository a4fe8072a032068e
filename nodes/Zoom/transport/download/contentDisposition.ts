/** What is longer is no file name. */
const LONGEST = 8192;

/**
 * The file name in a `Content-Disposition` header, in any of the forms there are, as it was meant; undefined where there
 * is none. Of a path only the last part counts.
 * @see https://www.rfc-editor.org/rfc/rfc6266
 */
export function fileNameIn(header: string): string | undefined {
	const parameters = parametersOf(header.slice(0, LONGEST));
	const name = extended(parameters) ?? continued(parameters) ?? plain(parameters);
	const last = name?.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).trim();
	return last === '' ? undefined : last;
}

type Parameters = ReadonlyMap<string, string>;

/** The parameters of a header by their names in small letters; of several of one name the first. */
function parametersOf(header: string): Parameters {
	const parameters = new Map<string, string>();
	for (const part of partsOf(header)) {
		const equals = part.indexOf('=');
		if (equals < 0) continue;
		const name = part.slice(0, equals).trim().toLowerCase();
		if (!parameters.has(name)) parameters.set(name, unquoted(part.slice(equals + 1).trim()));
	}
	return parameters;
}

/** A header cut at its semicolons, except for those in quotes. */
function partsOf(header: string): string[] {
	const parts: string[] = [];
	let begin = 0;
	let isQuoted = false;
	for (let at = 0; at < header.length; at++) {
		const character = header[at];
		if (isQuoted && character === '\\') at++;
		else if (character === '"') isQuoted = !isQuoted;
		else if (character === ';' && !isQuoted) {
			parts.push(header.slice(begin, at));
			begin = at + 1;
		}
	}
	return [...parts, header.slice(begin)];
}

function unquoted(value: string): string {
	if (!value.startsWith('"')) return value;
	const end = value.length > 1 && value.endsWith('"') ? value.length - 1 : value.length;
	return value.slice(1, end).replace(/\\(["\\])/g, '$1');
}

/** `filename*=UTF-8''na%C3%AFve.txt` */
function extended(parameters: Parameters): string | undefined {
	const value = parameters.get('filename*');
	return value === undefined ? undefined : decodedExtended(value);
}

/** `filename*0*=UTF-8''na%C3%AF; filename*1=ve.txt` */
function continued(parameters: Parameters): string | undefined {
	const parts: string[] = [];
	let isExtended = false;
	for (let number = 0; ; number++) {
		const encoded = parameters.get(`filename*${number}*`);
		const part = encoded ?? parameters.get(`filename*${number}`);
		if (part === undefined) break;
		if (number === 0) isExtended = encoded !== undefined;
		parts.push(isExtended && encoded === undefined ? part.replace(/%/g, '%25') : part);
	}
	const value = parts.join('');
	if (value === '') return undefined;
	return isExtended ? decodedExtended(value) : value;
}

/** Browsers and servers differ in how they write what is not ASCII; each way is told by what it looks like. */
function plain(parameters: Parameters): string | undefined {
	const value = parameters.get('filename');
	if (value === undefined || value === '') return undefined;
	const bytes = Buffer.from(value, 'latin1');
	const isBytes = bytes.toString('latin1') === value;
	const text = isBytes ? (utf8(bytes) ?? value) : value;
	return utf8(unescaped(text)) ?? text;
}

function decodedExtended(value: string): string | undefined {
	const [charset, , ...rest] = value.split("'");
	const bytes = unescaped(rest.join("'"));
	if (/^iso-8859-1$/i.test(charset)) return bytes.toString('latin1');
	return /^utf-?8$/i.test(charset) ? utf8(bytes) : undefined;
}

const unescaped = (text: string) => {
	const escaped = Buffer.from(text).toString('latin1');
	return Buffer.from(
		escaped.replace(/%([\da-f]{2})/gi, (_, code: string) =>
			String.fromCharCode(parseInt(code, 16)),
		),
		'latin1',
	);
};

/** Bytes as text, where they are text. */
function utf8(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}
