import { pictureProblem } from '../nodes/Zoom/resources/user/userPicture';

const JPEG = [0xff, 0xd8, 0xff, 0xe0];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const GIF = [...Buffer.from('GIF89a')];
const MEGABYTE = 1024 * 1024;

const picture = (beginning: readonly number[], bytes = 100) => {
	const content = new Uint8Array(bytes);
	content.set(beginning.slice(0, bytes));
	return { fileName: 'me.png', mimeType: 'image/png', content };
};

test.each([
	['a JPEG', picture(JPEG)],
	['a PNG', picture(PNG)],
	['one of exactly 2 MB', picture(PNG, 2 * MEGABYTE)],
])('Zoom takes %s', (_, file) => {
	expect(pictureProblem(file)).toBeUndefined();
});

test.each([
	['an empty file', picture([], 0), 'must hold a picture, not an empty file'],
	['a GIF', picture(GIF), 'must hold a JPEG or PNG picture; Zoom takes no other'],
	['what is only called a picture', picture([1, 2, 3]), /^must hold a JPEG or PNG/],
	['the mere beginning of one', picture(PNG, 4), /^must hold a JPEG or PNG/],
	[
		'one of more than 2 MB',
		picture(JPEG, 2.5 * MEGABYTE),
		'must hold a picture of at most 2 MB; this one has 2.5 MB',
	],
])('%s is refused', (_, file, sentence) => {
	expect(pictureProblem(file)).toEqual(expect.stringMatching(sentence));
});
