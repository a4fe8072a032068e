import type { Emulator } from '..';
import { createEmulator, manualClock } from '..';
import type { Api } from '../caller';
import { apiOf, control } from '../caller';
import type { RecordingFile } from './records';

const start = '2026-07-15T09:00:00Z';
const kickOff = '/meetings/84567890123/recordings';
const standUp = `/meetings/${encodeURIComponent(encodeURIComponent('/StandUp2PqR5vKzYw2c0A=='))}`;
const none = { code: 3301, message: 'There is no recording for this meeting.' };

describe('recordings', () => {
	const clock = manualClock(start);
	let emulator: Emulator;
	let api: Api;

	beforeAll(async () => {
		emulator = await createEmulator({ clock });
	});
	beforeEach(() => {
		clock.set(start);
		emulator.reset();
		api = apiOf(emulator);
	});
	afterAll(() => emulator.close());

	const listed = async (user: string, query: string) => {
		const { body } = await api('GET', `/users/${user}@example.com/recordings?${query}`);
		return body as {
			from: string;
			to: string;
			meetings: { topic: string; recording_files: RecordingFile[] }[];
		};
	};
	const topics = async (user: string, query: string) =>
		(await listed(user, query)).meetings.map(({ topic }) => topic);
	const files = async () =>
		((await api('GET', kickOff)).body.recording_files as RecordingFile[]).map(
			({ file_type }) => file_type,
		);

	describe('listed', () => {
		it('are those of a day or two unless told', async () => {
			expect(await listed('olivia.ortiz', '')).toMatchObject({
				from: '2026-07-15',
				to: '2026-07-16',
				meetings: [],
			});
			expect(await listed('olivia.ortiz', 'from=2026-07-08')).toMatchObject({
				to: '2026-07-15',
				meetings: [{ topic: 'Kick-off' }],
			});
			expect(await topics('olivia.ortiz', 'from=2026-07-09')).toEqual([]);
		});

		it('are silently those of the last month where more was asked for', async () => {
			const long = await listed('henrik.holm', 'from=2025-11-15&to=2026-07-15');
			expect(long).toMatchObject({ from: '2026-06-15', to: '2026-07-15', meetings: [] });
			expect(await topics('henrik.holm', 'from=2026-06-01&to=2026-06-30')).toEqual([
				'Weekly planning',
			]);
		});

		it('can be those of one meeting, and come in pages, latest first', async () => {
			for (const hours of [1, 2, 3])
				emulator.addRecording({
					host_id: 'OliviaOrtiz-Owner00000',
					meeting_id: 86_000_000_000,
					topic: `${hours} hours ago`,
					start_time: `2026-07-15T0${9 - hours}:00:00Z`,
				});
			const query = 'from=2026-07-01&meeting_id=86000000000';
			expect(await topics('olivia.ortiz', query)).toEqual([
				'1 hours ago',
				'2 hours ago',
				'3 hours ago',
			]);
			const path = `/users/me/recordings?${query}&page_size=2`;
			const first = (await api('GET', path)).body;
			expect(first).toMatchObject({ page_count: 2, page_size: 2, total_records: 3 });
			const second = await api('GET', `${path}&next_page_token=${String(first.next_page_token)}`);
			expect(second.body.meetings).toMatchObject([{ topic: '3 hours ago' }]);
		});
	});

	describe('read', () => {
		it('have their files of every kind, with links and sizes', async () => {
			const { body } = await api('GET', kickOff);
			expect(body).toMatchObject({
				id: 84567890123,
				host_id: 'OliviaOrtiz-Owner00000',
				topic: 'Kick-off',
				type: '2',
				recording_count: 9,
				password: 'Kick-0ff!',
				participant_audio_files: [{ file_name: 'Audio only - Olivia Ortiz' }, {}],
			});
			expect(body).not.toHaveProperty('download_access_token');
			const all = body.recording_files as (RecordingFile & Record<string, unknown>)[];
			expect(all.map((file) => [file.file_type, file.file_extension, file.recording_type])).toEqual(
				[
					['MP4', 'MP4', 'shared_screen_with_speaker_view'],
					['M4A', 'M4A', 'audio_only'],
					['TRANSCRIPT', 'VTT', 'audio_transcript'],
					['CC', 'VTT', 'closed_caption'],
					['CHAT', 'TXT', 'chat_file'],
					['TIMELINE', 'JSON', 'timeline'],
					['SUMMARY', 'JSON', 'summary'],
				],
			);
			expect(all[0].download_url).toMatch(`${emulator.url}/rec/download/`);
			expect((await fetch(String(all[0].play_url))).status).toBe(200);
			expect(all[5]).not.toHaveProperty('play_url');
		});

		it('are found by UUID, and by ID as the latest of that meeting', async () => {
			const earlier = emulator.addRecording({
				host_id: 'OliviaOrtiz-Owner00000',
				meeting_id: 84_567_890_123,
				topic: 'Kick-off, first try',
				start_time: '2026-06-01T15:00:00Z',
			});
			expect((await api('GET', kickOff)).body.topic).toBe('Kick-off');
			const uuid = encodeURIComponent(earlier.uuid);
			const { body } = await api('GET', `/meetings/${uuid}/recordings`);
			expect(body.topic).toBe('Kick-off, first try');
			expect((await api('GET', '/meetings/81234567890/recordings')).body).toEqual(none);
		});

		it('are refused with a successful status where the host may not record to the cloud', async () => {
			await api('PATCH', '/users/me/settings', { recording: { cloud_recording: false } });
			const { status, body } = await api('GET', kickOff);
			expect([status, body]).toEqual([
				200,
				{ code: 200, message: 'You do not have the right permissions.' },
			]);
		});

		it('are not for other users', async () => {
			const app = emulator.apps.userManaged;
			const henrik = apiOf(
				emulator,
				emulator.authorize(app, 'henrik.holm@example.com').access_token,
			);
			expect((await henrik('GET', kickOff)).body.code).toBe(4711);
			expect((await henrik('GET', '/meetings/82345678901/recordings')).status).toBe(200);
		});
	});

	describe('thrown away', () => {
		it('lie in the trash, which knows no dates, for thirty days', async () => {
			expect(await topics('hana.hayashi', 'from=2026-07-01')).toEqual([]);
			expect(await topics('hana.hayashi', 'trash=true')).toEqual(['Support stand-up']);
			expect((await api('GET', `${standUp}/recordings`)).body).toEqual(none);
			const recover = () =>
				apiOf(emulator)('PUT', `${standUp}/recordings/status`, { action: 'recover' });
			clock.set('2026-08-20T09:00:00Z');
			expect((await recover()).body).toEqual(none);
			clock.set('2026-08-10T09:00:00Z');
			const recovered = await recover();
			expect([recovered.status, recovered.text]).toEqual([200, '']);
			const { body } = await apiOf(emulator)('GET', `${standUp}/recordings`);
			expect(body.recording_count).toBe(2);
		});

		it('can be deleted for good, from the trash too', async () => {
			expect((await api('DELETE', kickOff)).status).toBe(204);
			expect((await api('DELETE', kickOff)).body).toEqual(none);
			expect((await api('DELETE', `${kickOff}?action=delete`)).status).toBe(204);
			expect(await topics('olivia.ortiz', 'trash=true')).toEqual([]);
		});

		it('file by file leave the others, and come back one by one', async () => {
			const [{ id }] = emulator.store.recordings.find()[0].recording_files;
			await api('DELETE', `${kickOff}/${id}`);
			expect(await files()).not.toContain('MP4');
			const { meetings } = await listed('olivia.ortiz', 'trash=true&trash_type=recording_file');
			expect(meetings[0].recording_files).toMatchObject([
				{ id, deleted_time: '2026-07-15T09:00:00Z' },
			]);
			await api('PUT', `${kickOff}/${id}/status`, { action: 'recover' });
			expect(await files()).toContain('MP4');
			await api('DELETE', `${kickOff}/${id}?action=delete`);
			expect((await api('PUT', `${kickOff}/${id}/status`, { action: 'recover' })).body).toEqual(
				none,
			);
		});

		it('go to another user or nowhere when their host is deleted', async () => {
			const to = 'transfer_recording=true&transfer_email=hana.hayashi@example.com';
			await api('DELETE', `/users/henrik.holm@example.com?${to}`);
			expect(await topics('hana.hayashi', 'from=2026-06-01&to=2026-06-30')).toEqual([
				'Weekly planning',
			]);
			await api('DELETE', '/users/hana.hayashi@example.com');
			expect(emulator.store.recordings.size).toBe(1);
		});
	});

	it('have settings that stick, with a passcode that Zoom would take', async () => {
		const settings = `${kickOff}/settings`;
		const change = { topic: 'Start', share_recording: 'internally', auto_delete: true };
		expect((await api('PATCH', settings, change)).status).toBe(204);
		expect((await api('GET', settings)).body).toMatchObject({
			...change,
			auto_delete_date: '2026-08-07',
			viewer_download: false,
		});
		expect((await api('GET', kickOff)).body.topic).toBe('Start');
		for (const password of ['short', 'onlyletters', '12345678'])
			expect((await api('PATCH', settings, { password })).body.code).toBe(300);
	});

	it('count who watched and who downloaded', async () => {
		const month = 'from=2026-07-01&to=2026-07-15';
		const views = await api('GET', `${kickOff}/analytics_details?${month}&page_size=2`);
		expect(views.body).toMatchObject({
			total_records: 3,
			analytics_details: [
				{ name: 'Henrik Holm', email: 'henrik.holm@example.com', duration: 1260 },
				{ name: 'Hana Hayashi' },
			],
		});
		const summary = () => api('GET', `${kickOff}/analytics_summary?${month}`);
		expect((await summary()).body.analytics_summary).toEqual([
			{ date: '2026-07-09', views_total_count: 2, downloads_total_count: 1 },
			{ date: '2026-07-12', views_total_count: 1, downloads_total_count: 0 },
		]);
	});

	describe('a transcript', () => {
		const path = '/meetings/84567890123/transcript';

		it('has a link of its own until it is deleted', async () => {
			const { body } = await api('GET', path);
			expect(body).toMatchObject({ meeting_topic: 'Kick-off', can_download: true });
			expect(body.download_url).toMatch(`${emulator.url}/rec/meeting/transcript/download/`);
			expect((await api('DELETE', path)).status).toBe(204);
			const gone = (await api('GET', path)).body;
			expect(gone).toMatchObject({
				can_download: false,
				download_restriction_reason: 'DELETED_OR_TRASHED',
			});
			expect(gone).not.toHaveProperty('download_url');
			expect(await files()).not.toContain('TRANSCRIPT');
		});

		it('is missing where nothing was written, and may not be ready', async () => {
			const missing = { code: 3322, message: 'This meeting transcript does not exist.' };
			for (const id of ['82345678901', '81234567890'])
				expect((await api('GET', `/meetings/${id}/transcript`)).body).toEqual(missing);
			emulator.addRecording({
				host_id: 'OliviaOrtiz-Owner00000',
				meeting_id: 86_000_000_000,
				recording_files: [{ file_type: 'TRANSCRIPT' }],
				transcript_restriction: 'NOT_READY',
			});
			expect((await api('GET', '/meetings/86000000000/transcript')).body).toMatchObject({
				can_download: false,
				download_restriction_reason: 'NOT_READY',
			});
		});
	});

	it('can be added over HTTP', async () => {
		const added = { host_id: 'HenrikHolm-Host_000000', meeting_id: 86_000_000_000, topic: 'New' };
		const recordings = [{ ...added, recording_files: [{ file_type: 'CHAT' }] }];
		await control(emulator, 'POST', '/seed', { recordings });
		const { body } = await api('GET', '/meetings/86000000000/recordings');
		expect(body.recording_files).toMatchObject([{ file_type: 'CHAT', file_extension: 'TXT' }]);
		const wrong = [{ ...added, recording_files: [{ file_type: 'AVI' }] }];
		const refused = await control(emulator, 'POST', '/seed', { recordings: wrong });
		expect(refused.body.error).toContain('A recording file is one of MP4');
	});
});
