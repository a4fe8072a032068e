import type { Api } from '../../caller';
import { apiOf } from '../../caller';
import type { Emulator } from '../..';
import { createEmulator } from '../..';

const henrik = '/users/henrik.holm@example.com';
const hana = '/users/hana.hayashi@example.com';
const bruno = '/users/bruno.batista@example.com';

describe("a user's settings", () => {
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

	const settings = async (query = '') => (await api('GET', `${henrik}/settings${query}`)).body;

	it('stick, and leave the others alone', async () => {
		const before = await settings();
		const change = {
			in_meeting: { waiting_room: true },
			recording: { auto_delete_cmr_days: 60 },
		};
		expect((await api('PATCH', `${henrik}/settings`, change)).status).toBe(204);
		expect(await settings()).toEqual({
			...before,
			in_meeting: { ...(before.in_meeting as object), waiting_room: true },
			recording: { ...(before.recording as object), auto_delete_cmr_days: 60 },
		});
		expect((await api('PATCH', `${henrik}/settings`, { in_meetings: {} })).body.code).toBe(300);
	});

	it('of the views that `option` shows stick too, for this user alone', async () => {
		const option = '?option=meeting_security';
		const change = { meeting_security: { waiting_room: true } };
		await api('PATCH', `${henrik}/settings${option}`, change);
		expect(await settings(option)).toMatchObject({
			meeting_security: { waiting_room: true, auto_security: true },
		});
		const others = (await api('GET', `${hana}/settings${option}`)).body;
		expect(others).toMatchObject({ meeting_security: { waiting_room: false } });
		const authentication_option = { id: 'signIn_DeskAuth_000000', action: 'hide' };
		const signIn = '?option=meeting_authentication';
		await api('PATCH', `${henrik}/settings${signIn}`, {
			meeting_authentication: true,
			authentication_option,
		});
		expect(await settings(signIn)).toMatchObject({
			meeting_authentication: true,
			authentication_options: [{ name: 'Sign in to Zoom', visible: false }],
		});
	});

	it.each([
		[1108, bruno, { large_meeting: true }],
		[1122, bruno, { webinar: true }],
		[1206, bruno, { zoom_events: true }],
		[1207, bruno, { concurrent_meeting: 'Plus' }],
		[1242, henrik, { zoom_whiteboard: true, zoom_whiteboard_plus: true }],
	])('are refused with %i where a feature cannot be had', async (code, user, feature) => {
		expect((await api('PATCH', `${user}/settings`, { feature })).body.code).toBe(code);
	});

	it('give either webinars or events, and nothing to a pending user', async () => {
		const give = (user: string, feature: object) =>
			api('PATCH', `/users/${user}@example.com/settings`, { feature });
		emulator.addUser({ email: 'new@example.com' });
		expect((await give('new', { webinar: true })).status).toBe(204);
		expect((await give('new', { zoom_events: true })).body.code).toBe(1205);
		await give('new', { webinar: false });
		await give('new', { zoom_events: true });
		expect((await give('new', { webinar: true })).body.code).toBe(1204);
		expect((await give('petra.pohl', { webinar: true })).body.code).toBe(1120);
	});
});
