import { hasExtension, safeFileName } from '../../files/fileName';
import {
	extensionByType,
	mediaTypeOf,
	typeByExtension,
	UNKNOWN_TYPE,
} from '../../files/mediaTypes';
import type { Download } from '../../registry/files';
import { fileNameIn } from './contentDisposition';

/** Name and type under which a file leaves the node. */
export interface NamedFile {
	readonly fileName: string;
	readonly mimeType: string;
}

/** A file that begins to arrive: what it is called, what it is to be and what its host says it is. */
export interface Arriving extends NamedFile {
	/** The media type that was asked for; undefined where nobody knows it. */
	readonly expected: string | undefined;
	/** Whether only the host says what the file is to be. */
	readonly isByHost: boolean;
	/** The media type in the header of the answer. */
	readonly type: string | undefined;
}

/** A file with the name and type its host gives it, where it has none of its own. */
export function arriving(file: Download, headers: object): Arriving {
	const type = mediaTypeOf(header(headers, 'content-type'));
	const named = fileNameIn(header(headers, 'content-disposition'));
	const fileName = withExtension(file.fileName ?? named ?? nameInUrl(file.url), named, type);
	const byName = typeOfName(file.fileName) ?? typeOfName(named);
	const given = file.mimeType === UNKNOWN_TYPE ? undefined : file.mimeType;
	const asked = given ?? typeOfName(file.fileName) ?? file.expected;
	const mimeType =
		file.mimeType ?? (type === UNKNOWN_TYPE ? byName : type) ?? byName ?? UNKNOWN_TYPE;
	// A page is never what was asked for unless it was asked for.
	const byHost = typeOfName(named) ?? (type === 'text/html' ? undefined : type);
	const isByHost = asked === undefined;
	return {
		fileName: safeFileName(fileName),
		mimeType,
		expected: asked ?? byHost,
		isByHost,
		type,
	};
}

/** A name that says what kind of file it is, where its host knows. */
function withExtension(name: string, named: string | undefined, type: string | undefined): string {
	if (hasExtension(name)) return name;
	const extension =
		(named !== undefined && hasExtension(named)
			? named.slice(named.lastIndexOf('.') + 1)
			: undefined) ?? (type === undefined ? undefined : extensionByType(type));
	return extension === undefined ? name : `${name}.${extension}`;
}

const typeOfName = (name: string | undefined) =>
	name === undefined ? undefined : typeByExtension(name.slice(name.lastIndexOf('.') + 1));

function nameInUrl(url: string): string {
	const { pathname } = new URL(url);
	const last = pathname.slice(pathname.lastIndexOf('/') + 1);
	try {
		return decodeURIComponent(last);
	} catch {
		return last;
	}
}

const header = (headers: object, name: string) =>
	String(new Map(Object.entries(headers)).get(name) ?? '');
