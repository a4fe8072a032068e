import { zoomTime } from '../core/clock';
import type { EmulatorContext } from '../core/context';
import { addRecording } from './library';
import type { Line } from './script';
import { scripts } from './script';

const hour = 3_600_000;
const day = 24 * hour;

/** A recording with files of every kind, one in the trash, and one older than a month. */
export function seedRecordings(context: EmulatorContext): void {
	const midnight = Math.floor(context.clock.now() / day) * day;
	const at = (days: number, hours: number) => zoomTime(midnight + days * day + hours * hour);
	addRecording(context, {
		uuid: 'KickOff/2hPq5vKzYw2c0A==',
		meeting_id: 84_567_890_123,
		host_id: 'OliviaOrtiz-Owner00000',
		topic: 'Kick-off',
		start_time: at(-7, 15),
		recording_play_passcode: 'KickOffPlay-Passcode00000000Aa.1',
		settings: { password: 'Kick-0ff!', viewer_download: false },
		recording_files: Object.entries(kickOffFiles).map(([file_type, file_size], index) => ({
			id: `c1c0ffee-0000-4000-8000-00000000000${index + 1}`,
			file_type,
			file_size,
			text: scripts[file_type]?.(file_type === 'CHAT' ? written : said),
		})),
		participant_audio_files: ['Olivia Ortiz', 'Hana Hayashi'].map((name, index) => ({
			id: `c1c0ffee-0000-4000-8000-00000000001${index + 1}`,
			file_name: `Audio only - ${name}`,
			file_size: 900_000,
		})),
		views: [
			viewing(at(-6, 8), 'Henrik Holm', 1_260),
			viewing(at(-6, 9), 'Hana Hayashi', 3_540),
			viewing(at(-3, 10), 'Henrik Holm', 300),
		],
		downloads: [viewing(at(-6, 8), 'Henrik Holm')],
	});
	addRecording(context, {
		// Begins with a slash, so that a path has it encoded twice.
		uuid: '/StandUp2PqR5vKzYw2c0A==',
		meeting_id: 83_456_789_012,
		host_id: 'HanaHayashi-Host_00000',
		topic: 'Support stand-up',
		type: '3',
		start_time: at(-9, 1),
		duration: 15,
		recording_play_passcode: 'StandUpPlay-Passcode00000000Bb.1',
		recording_files: [
			{ id: 'c2c0ffee-0000-4000-8000-000000000001', file_type: 'MP4', file_size: 2_400_000 },
			{ id: 'c2c0ffee-0000-4000-8000-000000000002', file_type: 'M4A', file_size: 600_000 },
		],
		deleted_time: at(-1, 6),
	});
	addRecording(context, {
		uuid: 'Planning1+hPq5vKzYw2c0A==',
		meeting_id: 82_345_678_901,
		host_id: 'HenrikHolm-Host_000000',
		topic: 'Weekly planning',
		type: '8',
		start_time: at(-40, 7),
		duration: 30,
		recording_play_passcode: 'PlanningPlay-Passcode0000000Cc.1',
		recording_files: [
			{ id: 'c3c0ffee-0000-4000-8000-000000000001', file_type: 'MP4', file_size: 4_800_000 },
		],
	});
}

const kickOffFiles = {
	MP4: 12_000_000,
	M4A: 1_800_000,
	TRANSCRIPT: 0,
	CC: 0,
	CHAT: 0,
	TIMELINE: 0,
	SUMMARY: 0,
};

const said: Line[] = [
	{ at: 4, speaker: 'Olivia Ortiz', text: 'Welcome to the kick-off. Let us begin with the goals.' },
	{ at: 12, speaker: 'Henrik Holm', text: 'Sales want the first version in September.' },
	{ at: 19, speaker: 'Hana Hayashi', text: '了解です。 Support will be ready by then.' },
	{ at: 31, speaker: 'Olivia Ortiz', text: 'Good. Henrik writes the plan until Friday.' },
];

const written: Line[] = [
	{ at: 65, speaker: 'Henrik Holm', text: 'The slides: https://example.com/kick-off' },
	{ at: 71, speaker: 'Hana Hayashi', text: 'Thanks 👍' },
];

function viewing(date_time: string, name: string, duration?: number) {
	const email = `${name.toLowerCase().replace(' ', '.')}@example.com`;
	return { date_time, name, email, ...(duration !== undefined && { duration }) };
}
