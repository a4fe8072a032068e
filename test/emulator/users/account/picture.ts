import type { EmulatorContext } from '../../core/context';
import type { Answer } from '../../core/http/answers';
import { ZoomError } from '../../core/http/answers';
import { held } from '../../core/http/content';
import type { Part } from '../../core/http/multipart';
import type { RecordedRequest } from '../../core/http/requests';
import type { UserRecord } from '../../core/records';

/** A user's profile picture. */
export interface Picture {
	user_id: string;
	type: string;
	base64: string;
}

const mostBytes = 2 * 1024 * 1024;

/** The bytes a picture of each type begins with. */
const beginnings: Record<string, Buffer> = {
	'image/jpeg': Buffer.from([0xff, 0xd8, 0xff]),
	'image/png': Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
};

/** Takes an uploaded file as the user's picture, or refuses it in Zoom's words. */
export function setPicture(context: EmulatorContext, user: UserRecord, { bytes }: Part): void {
	if (!bytes.length) throw refused('File is empty.');
	if (bytes.length > mostBytes) throw refused('File size cannot exceed 2M.');
	const type = Object.keys(beginnings).find((name) =>
		bytes.subarray(0, beginnings[name].length).equals(beginnings[name]),
	);
	if (!type) throw refused('Only jpg/jpeg or png image file can be uploaded.');
	removePicture(context, user);
	context.store.pictures.insert({ user_id: user.id, type, base64: bytes.toString('base64') });
	user.profile.pic_url = `${context.url}/p/v2/${user.id}`;
}

/** Takes the user's picture away, where there is one. */
export function removePicture(context: EmulatorContext, user: UserRecord): void {
	context.store.pictures.delete(user.id);
	delete user.profile.pic_url;
}

/** Answers a call to a picture's link, which anyone may open. */
export function pictureLink(
	context: EmulatorContext,
	{ method, path }: RecordedRequest,
): Answer | undefined {
	const id = /^\/p\/v2\/([^/]+)$/.exec(path)?.[1];
	const picture = method === 'GET' && id ? context.store.pictures.get(id) : undefined;
	if (!picture) return undefined;
	return {
		status: 200,
		headers: { 'content-type': picture.type },
		content: held(Buffer.from(picture.base64, 'base64')),
	};
}

function refused(message: string): ZoomError {
	return new ZoomError(400, 120, message);
}
