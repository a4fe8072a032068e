import type { IBinaryKeyData, IDataObject, NodeParameterValueType } from 'n8n-workflow';
import type { TestEnvironment } from '../engine/testEnvironment';
import { byId } from '../engine/testEnvironment';
import { png } from '../pictures';

type Parameters = Record<string, NodeParameterValueType | IDataObject>;

/** One kind of operation, with what is seen of it at Zoom. */
export interface Subject {
	readonly operation: string;
	/** The call it is about, as the emulator knows it. */
	readonly call: string;
	/** Where its answer has a body that can break off, if that is not the answer to the call. */
	readonly body?: string;
	/** Whether Zoom ends up the same when the call arrives twice. */
	readonly idempotent: boolean;
	readonly parameters: (
		environment: TestEnvironment,
		origin: string,
	) => Promise<Parameters> | Parameters;
	readonly binary?: IBinaryKeyData;
	/** How often it has been done, by what the emulator holds; undefined for what changes nothing. */
	readonly done?: (environment: TestEnvironment) => number;
}

const HENRIK = 'henrik.holm@example.com';
const MEETING = 81234567890;

/** What is made in the emulator when a create is done. */
export const TOPIC = 'Only once';

type Subjects = Readonly<Record<string, Subject>>;

/** Operations that change nothing. */
export const reading: Subjects = {
	read: {
		operation: 'user.get',
		call: 'GET /v2/users/{userId}',
		idempotent: true,
		parameters: () => ({ userId: byId(HENRIK) }),
	},
	list: {
		operation: 'meeting.getAll',
		call: 'GET /v2/users/{userId}/meetings',
		idempotent: true,
		parameters: () => ({ userId: byId(HENRIK), returnAll: true }),
	},
	download: {
		operation: 'recording.download',
		call: 'GET /rec/download/*',
		body: 'GET /replay/*',
		idempotent: true,
		async parameters(environment, origin) {
			const { items } = await environment.run('accountLevel', 'recording.get', {
				meetingId: byId('84567890123'),
			});
			const files = items[0].recording_files as { file_type: string; download_url: string }[];
			const { download_url: url } = files.find(({ file_type: type }) => type === 'M4A')!;
			const { pathname, search } = new URL(url);
			return { source: 'url', downloadUrl: `${origin}${pathname}${search}` };
		},
	},
};

/** Operations that would be done twice when called twice. */
export const creating: Subjects = {
	create: {
		operation: 'meeting.create',
		call: 'POST /v2/users/{userId}/meetings',
		idempotent: false,
		parameters: () => ({
			userId: byId(HENRIK),
			topic: TOPIC,
			additionalFields: { startTime: '2026-07-05T10:00:00Z' },
		}),
		done: ({ emulator }) => emulator.store.meetings.find(({ topic }) => topic === TOPIC).length,
	},
	action: {
		operation: 'meeting.createInviteLinks',
		call: 'POST /v2/meetings/{meetingId}/invite_links',
		idempotent: false,
		parameters: () => ({
			meetingId: byId(MEETING),
			attendees: { attendee: [{ name: 'Greta Gast' }] } as IDataObject,
		}),
	},
};

/** Operations that change something, and may come twice. */
export const changing: Subjects = {
	update: {
		operation: 'meeting.update',
		call: 'PATCH /v2/meetings/{meetingId}',
		idempotent: true,
		parameters: () => ({ meetingId: byId(MEETING), updateFields: { agenda: TOPIC } }),
		done: ({ emulator }) => Number(emulator.store.meetings.get(MEETING)?.agenda === TOPIC),
	},
	delete: {
		operation: 'meeting.delete',
		call: 'DELETE /v2/meetings/{meetingId}',
		idempotent: true,
		parameters: () => ({ meetingId: byId(MEETING) }),
		done: ({ emulator }) => Number(emulator.store.meetings.get(MEETING)?.deleted !== undefined),
	},
	upload: {
		operation: 'user.uploadPicture',
		call: 'POST /v2/users/{userId}/picture',
		idempotent: true,
		parameters: () => ({ userId: byId(HENRIK), binaryPropertyName: 'photo' }),
		binary: {
			photo: { data: png.toString('base64'), mimeType: 'image/png', fileName: 'me.png' },
		},
		done: ({ emulator }) => emulator.store.pictures.size,
	},
};

/** Each kind of operation there is. */
export const subjects: Subjects = { ...reading, ...creating, ...changing };
