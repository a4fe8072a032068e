import { MeetingsS2SAuthClient } from '@zoom/rivet/meetings';
import { UsersS2SAuthClient } from '@zoom/rivet/users';
import axios from 'axios';
import type { Emulator } from '../emulator';
import { createEmulator } from '../emulator';

// Zoom's own published client against the emulator: if the emulator's shapes, paths or statuses were
// not Zoom's, Zoom's client would notice.
describe("Zoom's own client", () => {
	let emulator: Emulator;
	let interceptor: number;

	beforeAll(async () => {
		emulator = await createEmulator();
		// The host of the token endpoint is fixed in rivet, so it is put right on the way out.
		interceptor = axios.interceptors.request.use((config) => ({
			...config,
			url: config.url?.replace('https://zoom.us', emulator.url),
		}));
	});

	afterAll(async () => {
		axios.interceptors.request.eject(interceptor);
		await emulator.close();
	});

	const options = () => {
		const { accountId, clientId, clientSecret } = emulator.apps.serverToServer;
		const baseUrl = `${emulator.url}/v2`;
		return { accountId, clientId, clientSecret, baseUrl, disableReceiver: true as const };
	};

	it('gets a token and creates, lists, reads, updates and deletes a meeting', async () => {
		const { endpoints } = new MeetingsS2SAuthClient(options());
		const { meetings } = endpoints;

		const created = await meetings.createMeeting({
			path: { userId: 'henrik.holm@example.com' },
			body: {
				topic: 'From rivet',
				type: 2,
				start_time: '2030-05-06T07:08:09Z',
				duration: 25,
				settings: { waiting_room: true },
			},
		});
		expect(created.statusCode).toBe(201);
		expect(created.trackingId).toMatch(/^v=2\.0;clid=\w+;rid=WEB_/);
		const meetingId = created.data?.id ?? 0;
		expect(created.data).toMatchObject({
			topic: 'From rivet',
			start_time: '2030-05-06T07:08:09Z',
			host_email: 'henrik.holm@example.com',
		});

		const listed = await meetings.listMeetings({ path: { userId: 'henrik.holm@example.com' } });
		const ids = listed.data?.meetings?.map((meeting) => meeting.id);
		expect(ids).toContain(meetingId);

		const updated = await meetings.updateMeeting({
			path: { meetingId },
			body: { topic: 'Changed by rivet' },
		});
		expect(updated.statusCode).toBe(204);

		const read = await meetings.getMeeting({ path: { meetingId } });
		expect(read.data).toMatchObject({
			id: meetingId,
			topic: 'Changed by rivet',
			duration: 25,
			settings: { waiting_room: true, join_before_host: false },
		});

		const deleted = await meetings.deleteMeeting({ path: { meetingId } });
		expect(deleted.statusCode).toBe(204);
		await expect(meetings.getMeeting({ path: { meetingId } })).rejects.toThrow(
			`[404/3001]: "Meeting does not exist: ${meetingId}."`,
		);
		expect(emulator.requests.to('POST /oauth/token')).toHaveLength(1);
	});

	it('reads a user', async () => {
		const { endpoints } = new UsersS2SAuthClient(options());
		const user = await endpoints.users.getUser({ path: { userId: 'hana.hayashi@example.com' } });
		expect(user.data).toMatchObject({ first_name: 'Hana', timezone: 'Asia/Tokyo', type: 2 });
	});
});
