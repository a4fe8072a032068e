import { pictureOf } from '../../../nodes/Zoom/resources/users/user/userPicture';
import { jpeg, png } from '../../support/pictures';

const MEGABYTE = 1024 * 1024;

const file = (content: Buffer, fileName = 'me.png') => ({
	fileName,
	size: content.length,
	content,
});
const padded = (content: Buffer, bytes: number) =>
	Buffer.concat([content, Buffer.alloc(bytes - content.length)]);

test.each([
	['a JPEG', jpeg, 'image/jpeg', 'me.jpg'],
	['a PNG', png, 'image/png', 'me.png'],
	['one of exactly 2 MB', padded(png, 2 * MEGABYTE), 'image/png', 'me.png'],
])('Zoom takes %s, as what it is', (_, content, mimeType, fileName) => {
	expect(pictureOf(file(content))).toEqual({ fileName, mimeType, content });
});

test.each([
	['', 'file.png'],
	['photo', 'photo.png'],
	['photo.html', 'photo.png'],
	['../../photo.jpeg', '_.._photo.png'],
	['CON.png', '_CON.png'],
	['a\r\nb"c.png', 'a_b_c.png'],
	['会'.repeat(100_000), `${'会'.repeat(83)}.png`],
])('The name %j goes out safe, with the ending of what it is', (given, fileName) => {
	expect(pictureOf(file(png, given))).toMatchObject({ fileName });
});

const zeros = Buffer.alloc(100);
test.each([
	['an empty file', Buffer.alloc(0), 'must contain a picture; the file is empty'],
	['a GIF', Buffer.concat([Buffer.from('GIF89a'), zeros]), /^must contain a JPEG or PNG/],
	['what is only called a picture', zeros, /^must contain a JPEG or PNG/],
	['a page', Buffer.from('<html><body>me</body></html>'), /^must contain a JPEG or PNG/],
	...[1, 4, 8, 16, 24, 33].map((bytes) => [
		`the first ${bytes} bytes of a PNG`,
		png.subarray(0, bytes),
		/^must contain a JPEG or PNG/,
	]),
	...[3, 4, 6, 20].map((bytes) => [
		`the first ${bytes} bytes of a JPEG`,
		jpeg.subarray(0, bytes),
		/^must contain a JPEG or PNG/,
	]),
	[
		'a PNG without a width',
		Buffer.concat([png.subarray(0, 16), Buffer.alloc(4), png.subarray(20)]),
		/^must contain a JPEG or PNG/,
	],
	[
		'one of more than 2 MB',
		padded(jpeg, 2.5 * MEGABYTE),
		'must contain a picture of at most 2 MB; this one has 2.5 MB',
	],
	[
		'one of a byte more than 2 MB',
		padded(png, 2 * MEGABYTE + 1),
		'must contain a picture of at most 2 MB; this one has 2.1 MB',
	],
] as [string, Buffer, string | RegExp][])('%s is refused', (_, content, sentence) => {
	expect(pictureOf(file(content))).toEqual(expect.stringMatching(sentence));
});

test('One that was not read, since it is too large, is refused by its size', () => {
	expect(pictureOf({ fileName: 'me.png', size: 1024 ** 4 })).toBe(
		'must contain a picture of at most 2 MB; this one has 1048576.0 MB',
	);
});
