import { refuse } from '../../inputError';
import type { InputFile, Item, RestOperation, RunContext, Values } from '../../operation';
import { anyUser } from '../locators';
import { writeScopes } from './userScopes';

const MEGABYTE = 1024 * 1024;
const MOST = 2 * MEGABYTE;

// What files of the types that Zoom takes begin with; names and declared types are often wrong.
const BEGINNINGS = ['\xff\xd8\xff', '\x89PNG\r\n\x1a\n'].map((text) => Buffer.from(text, 'latin1'));

/** Says why Zoom would not take a file as a picture; undefined when it would. */
export function pictureProblem({ content }: InputFile): string | undefined {
	if (content.length === 0) return 'must hold a picture, not an empty file';
	if (content.length > MOST) {
		return `must hold a picture of at most 2 MB; this one has ${(content.length / MEGABYTE).toFixed(1)} MB`;
	}
	const isPicture = BEGINNINGS.some((bytes) => bytes.equals(content.subarray(0, bytes.length)));
	return isPicture ? undefined : 'must hold a JPEG or PNG picture; Zoom takes no other';
}

async function upload(context: RunContext, values: Values): Promise<Item[]> {
	const picture = await context.inputFile(String(values.binaryPropertyName));
	const problem = pictureProblem(picture);
	if (problem !== undefined) refuse(['Input Binary Field'], problem);
	const answer = await context.sendFile(uploadPicture, values, 'pic_file', picture);
	return [{ json: { success: true, ...answer } }];
}

const uploadPicture: RestOperation = {
	name: 'Upload Picture',
	value: 'uploadPicture',
	action: 'Set the profile picture of a user',
	description: "Make a file of the item a user's profile picture",
	method: 'POST',
	path: '/users/{userId}/picture',
	scopes: ['user:write:profile_picture', 'user:write:profile_picture:admin'],
	classicScopes: writeScopes,
	rate: 'medium',
	fields: [
		...anyUser,
		{
			displayName: 'Input Binary Field',
			name: 'binaryPropertyName',
			type: 'string',
			in: 'node',
			required: true,
			default: 'data',
			hint: 'The name of the input binary field containing the file to be uploaded',
			description: 'Field of the item that holds a JPEG or PNG picture of at most 2 MB',
		},
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
		description: "Take a user's profile picture away",
		method: 'DELETE',
		path: '/users/{userId}/picture',
		scopes: [],
		classicScopes: writeScopes,
		rate: 'medium',
		fields: anyUser,
	},
	uploadPicture,
];
