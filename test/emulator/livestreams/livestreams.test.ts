import type { Emulator } from '..';
import { createEmulator } from '..';
import type { Api } from '../caller';
import { apiOf, control } from '../caller';

const target = {
	page_url: 'https://video.example/x',
	stream_url: 'rtmp://video.example/live',
	stream_key: 'key',
};

describe.each([
	['meeting', '/meetings/81234567890'],
	['webinar', '/webinars/94567890123'],
])('the live stream of a %s', (kind, path) => {
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

	const id = Number(path.split('/')[2]);
	const stream = () => emulator.store.livestreams.get(id);
	const change = (action: string, settings?: object) =>
		api('PATCH', `${path}/livestream/status`, { action, settings });

	it('is told where to go', async () => {
		expect((await api('PATCH', `${path}/livestream`, { page_url: target.page_url })).status).toBe(
			400,
		);
		expect((await api('PATCH', `${path}/livestream`, target)).status).toBe(204);
		expect(stream()).toMatchObject(target);
	});

	it('runs while the event does, and stops', async () => {
		await api('PATCH', `${path}/livestream`, target);
		expect((await change('start')).body).toEqual({
			code: kind === 'meeting' ? 4927 : 200,
			message: `${kind === 'meeting' ? 'Meeting' : 'Webinar'} ${id} has not started.`,
		});
		await control(emulator, 'POST', `${path}/start`);
		expect((await change('start', { display_name: 'Live' })).status).toBe(204);
		expect(stream()?.running).toEqual({ layout: 'follow_host', display_name: 'Live' });
		expect((await change('stop')).status).toBe(204);
		expect(stream()?.running).toBeUndefined();
	});

	it('cannot run before it is told where to go', async () => {
		await control(emulator, 'POST', `${path}/start`);
		expect((await change('start')).body).toEqual({
			code: 3000,
			message: `The current ${kind} is not configured with a custom streaming service.`,
		});
	});
});

describe('live streams', () => {
	let emulator: Emulator;
	let api: Api;

	beforeAll(async () => {
		emulator = await createEmulator();
		api = apiOf(emulator);
	});
	afterAll(() => emulator.close());

	const running = '/meetings/8912345678/livestream';

	it('of meetings can be looked at and change their view', async () => {
		expect((await api('GET', running)).body).toEqual({
			page_url: '',
			stream_url: '',
			stream_key: '',
		});
		await api('PATCH', running, { ...target, resolution: '720p' });
		expect((await api('GET', running)).body).toEqual({ ...target, resolution: '720p' });
		await api('PATCH', `${running}/status`, { action: 'start' });
		await api('PATCH', `${running}/status`, {
			action: 'mode',
			settings: { layout: 'gallery_view' },
		});
		expect(emulator.store.livestreams.get(8_912_345_678)?.running).toEqual({
			layout: 'gallery_view',
		});
	});

	it('are not for meetings encrypted from end to end', async () => {
		const settings = { encryption_type: 'e2ee' };
		emulator.store.meetings.update(8_912_345_678, { settings });
		expect((await api('PATCH', `${running}/status`, { action: 'start' })).body).toEqual({
			code: 4400,
			message: 'End-to-end encrypted meetings currently do not support the livestreaming feature.',
		});
	});

	it('of webinars need a setting of the host', async () => {
		const { in_meeting } = emulator.store.users.get('OliviaOrtiz-Owner00000')!.settings;
		in_meeting.webinar_live_streaming = { enable: false };
		expect((await api('PATCH', '/webinars/94567890123/livestream', target)).body).toEqual({
			code: 200,
			message: 'The current user has not enabled the custom live streaming feature of the webinar.',
		});
	});
});
