import type { IBinaryKeyData } from 'n8n-workflow';
import { manualClock } from '../../emulator';
import type { TestEnvironment } from '../../support/engine/testEnvironment';
import { byId, createTestEnvironment } from '../../support/engine/testEnvironment';
import { png } from '../../support/pictures';
import { messageOf, requestOf } from '../../support/registry/registry';

const clock = manualClock('2026-07-15T09:00:00Z');
const HANA = 'hana.hayashi@example.com';

let environment: TestEnvironment;
beforeAll(async () => {
	environment = await createTestEnvironment({ clock });
});
beforeEach(() => {
	environment.reset();
});
afterAll(async () => {
	await environment.close();
});

const run = (operation: string, parameters: Record<string, unknown> = {}, more = {}) =>
	environment.run(
		'serverToServer',
		operation,
		{ userId: byId(HANA), ...parameters } as never,
		more,
	);
const lastCall = () => environment.emulator.requests.to('* /v2/*').at(-1)!;

describe('A picture', () => {
	const binary = (content: Buffer): IBinaryKeyData => ({
		photo: { data: content.toString('base64'), mimeType: 'image/png', fileName: 'hana.png' },
	});

	test('of an item becomes the profile picture of a user, until it is deleted', async () => {
		const parameters = { binaryPropertyName: 'photo' };
		const { items, error } = await run('user.uploadPicture', parameters, { binary: binary(png) });
		expect(error).toBeUndefined();
		expect(items).toEqual([{ success: true }]);
		expect(lastCall().headers['content-type']).toMatch(/^multipart\/form-data/);
		expect((await run('user.get')).items[0]).toHaveProperty('pic_url');
		expect((await run('user.deletePicture')).items).toEqual([{ success: true }]);
		expect((await run('user.get')).items[0]).not.toHaveProperty('pic_url');
	});

	test.each([
		[
			'that is none',
			Buffer.from('GIF89a'),
			'Input Binary Field: must contain a JPEG or PNG picture',
		],
		[
			'too large',
			Buffer.concat([png, Buffer.alloc(2 ** 21)]),
			'Input Binary Field: must contain a',
		],
	])('%s is not sent', async (_, content, sentence) => {
		const parameters = { binaryPropertyName: 'photo' };
		const { error } = await run('user.uploadPicture', parameters, { binary: binary(content) });
		expect(error?.message).toMatch(sentence);
		expect(environment.emulator.requests.to('POST /v2/*')).toEqual([]);
	});

	test('goes out as what it is, whatever the item calls it', async () => {
		const photo = {
			data: png.toString('base64'),
			mimeType: 'text/html',
			fileName: 'x'.repeat(1e5),
		};
		const parameters = { binaryPropertyName: 'photo' };
		const { error } = await run('user.uploadPicture', parameters, { binary: { photo } });
		expect(error).toBeUndefined();
		const body = JSON.stringify(lastCall());
		expect(body).not.toContain('text/html');
		expect(body.length).toBeLessThan(10_000);
		expect(
			environment.emulator.store.pictures.get('HanaHayashi-Host00000')?.type ?? 'image/png',
		).toBe('image/png');
	});

	test('that is huge is not read', async () => {
		const read = jest.spyOn(Buffer, 'from');
		const data = 'A'.repeat(40 * 1024 * 1024);
		const photo = { data, mimeType: 'image/png', fileName: 'me.png' };
		const parameters = { binaryPropertyName: 'photo' };
		const { error } = await run('user.uploadPicture', parameters, { binary: { photo } });
		expect(read.mock.calls.map(([given]) => (given as unknown) === data)).not.toContain(true);
		read.mockRestore();
		expect(error?.message).toBe(
			'Input Binary Field: must contain a picture of at most 2 MB; this one has 30.0 MB',
		);
	});

	test('that the item does not have is asked for', async () => {
		const { error } = await run('user.uploadPicture', {}, { binary: binary(png) });
		expect(error?.message).toMatch(/data/);
	});
});

describe('Assistants', () => {
	test('are added, listed and taken away', async () => {
		const added = await run('user.addAssistants', {
			assistants: {
				assistant: [{ email: 'henrik.holm@example.com', canManageHostPrivateEvent: true }],
			},
		});
		expect(added.error).toBeUndefined();
		expect(lastCall().body).toEqual({
			assistants: [{ email: 'henrik.holm@example.com', can_manage_host_private_event: true }],
		});
		const [assistant] = (await run('user.getAssistants')).items;
		expect(assistant).toMatchObject({ email: 'henrik.holm@example.com' });
		const schedulers = await run('user.getSchedulers', {
			userId: byId('henrik.holm@example.com'),
		});
		expect(schedulers.items).toEqual([expect.objectContaining({ email: HANA })]);
		const gone = await run('user.deleteAssistant', { assistantId: assistant.id });
		expect(gone.items).toEqual([{ success: true }]);
		expect((await run('user.getAssistants')).items).toEqual([]);
	});

	test('of whom nothing is said are asked for', async () => {
		const assistant = [{ id: 'x' }, { canManageHostPrivateEvent: false }];
		const { error } = await run('user.addAssistants', { assistants: { assistant } });
		expect(error?.message).toBe('Assistants > Assistant 2: needs an email address or a user ID');
	});
});

test('Presence is set for a time when the user is not to be disturbed', async () => {
	const quiet = { status: 'Do_No_Disturb', duration: 45 };
	expect((await run('user.updatePresence', quiet)).items).toEqual([{ success: true }]);
	expect(lastCall().body).toEqual(quiet);
	expect((await run('user.getPresence')).items[0].status).toBe('Do_Not_Disturb');
	clock.advance(61_000);
	await run('user.updatePresence', { status: 'Away', duration: 45 });
	expect(lastCall().body).toEqual({ status: 'Away' });
});

test('Settings are changed by fields and by JSON laid over them', async () => {
	const { items, error } = await run('user.updateSettings', {
		additionalFields: {
			inMeeting: { chat: true, privateChat: false },
			recording: { autoRecording: 'cloud' },
			moreJson: '{"in_meeting": {"private_chat": true, "auto_answer": true}}',
		},
	});
	expect(error).toBeUndefined();
	expect(items).toEqual([{ success: true }]);
	expect(lastCall().body).toEqual({
		in_meeting: { chat: true, private_chat: true, auto_answer: true },
		recording: { auto_recording: 'cloud' },
	});
	const nothing = await run('user.updateSettings', { additionalFields: {} });
	expect(nothing.error?.message).toBe('Additional Fields: must have at least one field to change');
});

test('What a user signs in with is checked and changed', async () => {
	const exists = async (email: string) =>
		(await run('user.checkEmail', { email })).items[0].existed_email;
	const email = 'hana.new@example.com';
	expect([await exists(HANA), await exists(email)]).toEqual([true, false]);
	expect((await run('user.updateEmail', { email })).items).toEqual([{ success: true }]);
	expect([await exists(HANA), await exists(email)]).toEqual([false, true]);
	const short = await run('user.updatePassword', { userId: byId(email), password: 'short' });
	expect(short.error?.message).toBe('New Password: must be text from 8 to 31 characters');
});

test('Any number of members goes into a group, 30 at once', async () => {
	const people = Array.from({ length: 61 }, (_, index) =>
		environment.emulator.addUser({ email: `member${index}@example.com` }),
	);
	const created = await run('group.create', { name: 'Choir' });
	expect(created.error).toBeUndefined();
	const [group] = created.items;
	const groupId = byId(group.id);
	const members = people.map(({ id, email }, index) => (index % 2 === 0 ? email : id)).join(', ');
	const added = await run('group.addMembers', { groupId, members });
	expect(added.error).toBeUndefined();
	expect(added.items).toHaveLength(1);
	expect(String(added.items[0].ids).split(',')).toHaveLength(61);
	const calls = environment.emulator.requests.to('POST /v2/groups/*/members');
	const sizes = calls.map(({ body }) => (body as { members: unknown[] }).members.length);
	expect(sizes).toEqual([30, 30, 1]);
	const listed = await run('group.getMembers', { groupId, returnAll: true });
	expect(listed.items).toHaveLength(61);

	const memberId = 'member0@example.com';
	expect((await run('group.removeMember', { groupId, memberId })).items).toEqual([
		{ success: true },
	]);
	const fewer = await run('group.getMembers', { groupId, returnAll: true });
	expect(fewer.items).toHaveLength(60);
});

test.each([
	['group.addMembers', { groupId: 'g', members: ' , ' }, 'Members: must have at least one user'],
	[
		'recordingRegistrant.updateStatus',
		{ meetingId: '81234567890', registrants: ';' },
		'Registrant IDs: must have at least one ID',
	],
])('%s of nobody is refused', (name, given, sentence) => {
	expect(messageOf(() => requestOf(name, given))).toBe(sentence);
});
