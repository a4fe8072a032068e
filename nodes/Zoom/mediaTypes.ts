const TYPES: Readonly<Record<string, string>> = {
	csv: 'text/csv',
	gif: 'image/gif',
	jpg: 'image/jpeg',
	json: 'application/json',
	m4a: 'audio/mp4',
	mp3: 'audio/mpeg',
	mp4: 'video/mp4',
	pdf: 'application/pdf',
	png: 'image/png',
	txt: 'text/plain',
	vtt: 'text/vtt',
	wav: 'audio/wav',
	zip: 'application/zip',
};

const BY_EXTENSION = new Map(Object.entries(TYPES).concat([['jpeg', 'image/jpeg']]));
const BY_TYPE = new Map(Object.entries(TYPES).map(([extension, type]) => [type, extension]));

/** A type that says nothing about what a file is. */
export const UNKNOWN_TYPE = 'application/octet-stream';

/** The media type of files with an extension; undefined where it is not known. */
export const typeByExtension = (extension: string): string | undefined =>
	BY_EXTENSION.get(extension.toLowerCase());

/** The extension of files of a media type; undefined where it is not known. */
export const extensionByType = (type: string): string | undefined => BY_TYPE.get(type);

const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,62}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}$/;

/** The media type in a `Content-Type` header; undefined where there is none that can be one. */
export function mediaTypeOf(header: string): string | undefined {
	const type = header.slice(0, 200).split(';', 1)[0].trim().toLowerCase();
	return MEDIA_TYPE.test(type) ? type : undefined;
}
