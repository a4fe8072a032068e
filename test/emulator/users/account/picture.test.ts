import type { Api } from '../../caller';
import { apiOf } from '../../caller';
import type { Emulator } from '../..';
import { createEmulator } from '../..';

const henrik = '/users/henrik.holm@example.com';

describe("a user's picture", () => {
	let emulator: Emulator;
	let api: Api;

	beforeAll(async () => {
		emulator = await createEmulator();
	});
	beforeEach(() => {
		emulator.reset();
		api = apiOf(emulator);
	});
	afterAll(() => emulator.close());

	const png = Buffer.from('\x89PNG\r\n\x1a\nrest', 'latin1');
	const upload = (bytes: Buffer, field = 'pic_file') => {
		const form = new FormData();
		form.set(field, new Blob([bytes]), 'me.png');
		return api('POST', `${henrik}/picture`, form);
	};

	it('can be uploaded, seen and taken away', async () => {
		expect((await upload(png)).status).toBe(201);
		const { pic_url } = (await api('GET', henrik)).body;
		const seen = await fetch(String(pic_url));
		expect(seen.headers.get('content-type')).toBe('image/png');
		expect(Buffer.from(await seen.arrayBuffer()).equals(png)).toBe(true);
		expect((await api('DELETE', `${henrik}/picture`)).status).toBe(204);
		expect((await api('GET', henrik)).body).not.toHaveProperty('pic_url');
		expect((await fetch(String(pic_url))).status).toBe(404);
	});

	it.each([
		['empty', Buffer.alloc(0), 'File is empty.'],
		[
			'of more than two megabytes',
			Buffer.concat([png, Buffer.alloc(2 * 1024 * 1024)]),
			'File size cannot exceed 2M.',
		],
		['of another type', Buffer.from('GIF89a'), 'Only jpg/jpeg or png image file can be uploaded.'],
	])('may not be %s', async (_, bytes, message) => {
		const { status, body } = await upload(bytes);
		expect([status, body]).toEqual([400, { code: 120, message }]);
	});

	it('comes in a form with the one field Zoom knows', async () => {
		expect((await upload(png, 'picture')).body.errors).toEqual([
			{ field: 'picture', message: 'Invalid field.' },
			{ field: 'pic_file', message: 'Invalid field.' },
		]);
		expect((await api('POST', `${henrik}/picture`, { pic_file: 'x' })).body.code).toBe(300);
	});

	it('comes in a form whose names stand in quotation marks', async () => {
		const { access_token } = emulator.authorize(emulator.apps.serverToServer);
		const part = 'Content-Disposition: form-data; name=pic_file; filename=me.png\r\n\r\nx';
		const response = await fetch(`${emulator.url}/v2${henrik}/picture`, {
			method: 'POST',
			headers: {
				authorization: `Bearer ${access_token}`,
				'content-type': 'multipart/form-data; boundary=b',
			},
			body: `--b\r\n${part}\r\n--b--\r\n`,
		});
		expect(await response.json()).toEqual({
			code: 300,
			message: "Invalid 'Content-Disposition' in multipart form",
		});
	});
});
