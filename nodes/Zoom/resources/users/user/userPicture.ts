import { withExtension } from '../../../files/fileName';
import { endpoint } from '../../../registry/endpoint';
import { text } from '../../../registry/field';
import type { InputFile, SentFile } from '../../../registry/files';
import type {
	Item,
	OperationContext,
	OperationRequest,
	RestOperation,
} from '../../../registry/types';
import { refuse } from '../../../values/inputError';
import { anyUser } from '../../shared/locators';

const MEGABYTE = 1024 * 1024;
const MOST = 2 * MEGABYTE;

/** A type of picture that Zoom takes. */
interface PictureType {
	readonly extension: string;
	readonly mimeType: string;
	/** Whether a file begins with all that makes it one; names and declared types are often wrong. */
	readonly fits: (content: Buffer) => boolean;
}

const TYPES: readonly PictureType[] = [
	{ extension: 'png', mimeType: 'image/png', fits: isPng },
	{ extension: 'jpg', mimeType: 'image/jpeg', fits: isJpeg },
];

const PNG_SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const PNG_HEADER_BYTES = 33;

// Behind the signature there is a chunk of 13 bytes, which begins with width and height.
function isPng(content: Buffer): boolean {
	return (
		content.length > PNG_HEADER_BYTES &&
		content.subarray(0, 8).equals(PNG_SIGNATURE) &&
		content.readUInt32BE(8) === 13 &&
		content.toString('latin1', 12, 16) === 'IHDR' &&
		content.readUInt32BE(16) > 0 &&
		content.readUInt32BE(20) > 0
	);
}

// Behind the start there is a segment that says how long it is.
function isJpeg(content: Buffer): boolean {
	if (content.length < 6 || content.readUInt16BE(0) !== 0xffd8 || content[2] !== 0xff) return false;
	const length = content.readUInt16BE(4);
	return content[3] >= 0xc0 && content[3] < 0xff && length >= 2 && content.length > 4 + length;
}

/** A picture as Zoom takes it, or why it takes none of the file. */
export function pictureOf({ fileName, size, content }: InputFile): SentFile | string {
	if (size === 0) return 'must contain a picture; the file is empty';
	if (content === undefined || size > MOST) {
		// Rounded up: 2.0 MB are not too many.
		const megabytes = (Math.ceil((size * 10) / MEGABYTE) / 10).toFixed(1);
		return `must contain a picture of at most 2 MB; this one has ${megabytes} MB`;
	}
	const type = TYPES.find(({ fits }) => fits(Buffer.from(content)));
	if (type === undefined) return 'must contain a JPEG or PNG picture; Zoom accepts no other type';
	const { extension, mimeType } = type;
	return { fileName: withExtension(fileName, extension), mimeType, content };
}

async function upload(context: OperationContext, request: OperationRequest): Promise<Item[]> {
	const file = await context.inputFile(String(request.values.binaryPropertyName), MOST);
	const picture = pictureOf(file);
	if (typeof picture === 'string') return refuse(['Input Binary Field'], picture);
	const answer = await context.sendFile(request, 'pic_file', picture);
	return [{ json: { success: true, ...answer } }];
}

const uploadPicture: RestOperation = {
	name: 'Upload Picture',
	value: 'uploadPicture',
	action: 'Upload the profile picture of a user',
	description: "Set a user's profile picture from a binary field",
	...endpoint('POST /users/{userId}/picture'),
	fields: [
		...anyUser,
		text('Input Binary Field', 'binaryPropertyName', {
			in: 'node',
			required: true,
			default: 'data',
			hint: 'The name of the input binary field containing the file to be uploaded',
			description: 'Field of the item with a JPEG or PNG picture of at most 2 MB',
		}),
	],
	// A picture that is sent again replaces itself.
	idempotent: true,
	run: upload,
};

/** The picture others see of a user. */
export const pictureOperations: RestOperation[] = [
	{
		name: 'Delete Picture',
		value: 'deletePicture',
		action: 'Delete the profile picture of a user',
		description: "Delete a user's profile picture. This cannot be undone.",
		...endpoint('DELETE /users/{userId}/picture'),
		fields: anyUser,
	},
	uploadPicture,
];
