import type { Emulator } from '..';
import { createEmulator } from '..';
import type { Api } from '../caller';
import { apiOf } from '../caller';

describe.each(['/meetings/81234567890', '/webinars/95678901234'])('invite links of %s', (path) => {
	let emulator: Emulator;
	let api: Api;

	beforeAll(async () => {
		emulator = await createEmulator();
		api = apiOf(emulator);
	});
	afterAll(() => emulator.close());

	const links = (body: object) => api('POST', `${path}/invite_links`, body);

	it('are each for one person, and open', async () => {
		const attendees = [{ name: 'Ann' }, { name: 'Ann', disable_audio: true }];
		const { status, body } = await links({ attendees, ttl: 60 });
		expect(status).toBe(201);
		const made = body.attendees as { name: string; join_url: string }[];
		expect(made.map(({ name }) => name)).toEqual(['Ann', 'Ann']);
		expect(new Set(made.map(({ join_url }) => join_url)).size).toBe(2);
		for (const { join_url } of made) expect((await fetch(join_url)).status).toBe(200);
	});

	it('are for at least one person, and for ninety days at most', async () => {
		expect((await links({})).status).toBe(400);
		expect((await links({ attendees: [] })).status).toBe(400);
		expect((await links({ attendees: [{ name: 'Ann' }], ttl: 7_776_001 })).status).toBe(400);
	});
});
