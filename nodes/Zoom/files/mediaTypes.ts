const OFFICE = 'application/vnd.openxmlformats-officedocument';
const TYPES: Readonly<Record<string, string>> = {
	avi: 'video/x-msvideo',
	csv: 'text/csv',
	docx: `${OFFICE}.wordprocessingml.document`,
	gif: 'image/gif',
	heic: 'image/heic',
	html: 'text/html',
	jpg: 'image/jpeg',
	json: 'application/json',
	m4a: 'audio/mp4',
	mov: 'video/quicktime',
	mp3: 'audio/mpeg',
	mp4: 'video/mp4',
	ogg: 'audio/ogg',
	pdf: 'application/pdf',
	png: 'image/png',
	pptx: `${OFFICE}.presentationml.presentation`,
	svg: 'image/svg+xml',
	txt: 'text/plain',
	vtt: 'text/vtt',
	wav: 'audio/wav',
	webm: 'video/webm',
	webp: 'image/webp',
	xlsx: `${OFFICE}.spreadsheetml.sheet`,
	zip: 'application/zip',
};

const BY_EXTENSION = new Map(
	Object.entries(TYPES).concat([
		['htm', 'text/html'],
		['jpeg', 'image/jpeg'],
	]),
);
const BY_TYPE = new Map(Object.entries(TYPES).map(([extension, type]) => [type, extension]));

/** A type that says nothing about what a file is. */
export const UNKNOWN_TYPE = 'application/octet-stream';
/** What storage and proxies call it. */
const OTHER_UNKNOWN_TYPES: readonly string[] = [
	'application/download',
	'application/force-download',
	'application/x-download',
	'binary/octet-stream',
];

/** The media type of files with an extension; undefined where it is not known. */
export const typeByExtension = (extension: string): string | undefined =>
	BY_EXTENSION.get(extension.toLowerCase());

/** The extension of files of a media type; undefined where it is not known. */
export const extensionByType = (type: string): string | undefined => BY_TYPE.get(type);

const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,62}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}$/;

/** The media type in a `Content-Type` header; undefined where there is none that can be one. */
export function mediaTypeOf(header: string): string | undefined {
	const type = header.slice(0, 200).split(';', 1)[0].trim().toLowerCase();
	if (OTHER_UNKNOWN_TYPES.includes(type)) return UNKNOWN_TYPE;
	return MEDIA_TYPE.test(type) ? type : undefined;
}
