import type { Audience } from '../audience';
import { gatherAudience } from '../audience';

const minute = 60_000;

describe('events of recordings', () => {
	let audience: Audience;

	beforeAll(async () => {
		audience = await gatherAudience();
	});
	beforeEach(() => audience.reset());
	afterAll(() => audience.close());

	const done: Audience['done'] = (...args) => audience.done(...args);
	const told: Audience['told'] = (...args) => audience.told(...args);
	const live = (method: string, params?: object) =>
		done('PATCH', '/live_meetings/8912345678/events', { method, params });

	it('of a recording is told from its start to its end, with a token that opens its files', async () => {
		const { uuid } = audience.emulator.store.meetings.get(8_912_345_678)!;
		for (const action of ['pause', 'start', 'pause', 'pause', 'resume', 'stop', 'start'])
			await live(`recording.${action}`);
		audience.clock.advance(5 * minute);
		await done('PUT', '/meetings/8912345678/status', { action: 'end' });
		const news = await told();
		expect(news.map(({ event }) => event)).toEqual([
			'recording.started',
			'recording.paused',
			'recording.resumed',
			'recording.stopped',
			'recording.started',
			'meeting.participant_left',
			'recording.stopped',
			'meeting.ended',
			'recording.completed',
			'recording.transcript_completed',
		]);
		const [completed, transcribed] = news.slice(8);
		expect(completed.payload.object).toMatchObject({ uuid, id: 8_912_345_678, duration: 5 });
		const files = [completed, transcribed].flatMap(
			({ payload }) =>
				payload.object.recording_files as { file_type: string; download_url: string }[],
		);
		expect(files.map(({ file_type }) => file_type)).toEqual(['MP4', 'M4A', 'TRANSCRIPT']);
		const fetchWith = (token?: string) =>
			fetch(files[2].download_url, { headers: { authorization: `Bearer ${token}` } });
		expect(files[2].download_url).toMatch(/\/rec\/webhook_download\//);
		expect(await (await fetchWith(completed.download_token)).text()).toMatch(/^WEBVTT/);
		audience.clock.advance(24 * 60 * minute);
		expect((await fetchWith(completed.download_token)).status).toBe(401);
	});

	it('to a recording and its files is told: trash, recovery, the end, another name', async () => {
		const { uuid, recording_files } = audience.emulator.store.recordings.find(
			({ topic }) => topic === 'Kick-off',
		)[0];
		const recording = `/meetings/${encodeURIComponent(uuid)}/recordings`;
		const one = `${recording}/${recording_files[0].id}`;
		await done('PATCH', `${recording}/settings`, { topic: 'Renamed' });
		await done('DELETE', one);
		await done('PUT', `${one}/status`, { action: 'recover' });
		await done('DELETE', recording);
		await done('PUT', `${recording}/status`, { action: 'recover' });
		await done('DELETE', `/meetings/${encodeURIComponent(uuid)}/transcript`);
		await done('DELETE', `${one}?action=delete`);
		await done('DELETE', `${recording}?action=delete`);
		const news = await told();
		expect(
			news.map(({ event, payload, download_token }) => [
				event,
				payload.object.recording_count,
				download_token !== undefined,
			]),
		).toEqual([
			['recording.renamed', undefined, false],
			['recording.trashed', 1, true],
			['recording.recovered', 1, true],
			['recording.trashed', 9, true],
			['recording.recovered', 9, true],
			['recording.trashed', 1, true],
			['recording.deleted', 1, false],
			['recording.deleted', 8, false],
		]);
		expect(news[0].payload).toMatchObject({
			object: { topic: 'Renamed' },
			old_object: { topic: 'Kick-off' },
		});
	});
});
