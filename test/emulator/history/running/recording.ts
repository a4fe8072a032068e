import { zoomTime } from '../../core/clock';
import type { EmulatorContext } from '../../core/context';
import type { Gathering } from '../../core/records';
import { tellRecording } from '../../events/announcements/recordings';
import { addRecording } from '../../recordings/library';
import type { RecordingRecord } from '../../recordings/records';
import type { RunningInstance } from '../records';

type Recording = NonNullable<RunningInstance['recording']>;

/** Starts, stops, interrupts or continues the cloud recording of what runs, as far as that can be. */
export function controlRecording(
	context: EmulatorContext,
	gathering: Gathering,
	action: 'start' | 'stop' | 'pause' | 'resume',
): void {
	const { running } = gathering;
	const [from, to, what] = moves[action];
	if (!running || !from.includes(running.recording?.state)) return;
	const now = zoomTime(context.clock.now());
	// Who starts again after a stop continues: there is one recording of one instance.
	const { start = now } = running.recording ?? {};
	running.recording = { start, end: to === 'running' ? '' : now, state: to };
	tellRecording(context, gathering, what);
}

/** The recording of what has just ended, if anybody made one: video, voices and what was said. */
export function finishedRecording(
	context: EmulatorContext,
	gathering: Gathering,
): RecordingRecord | undefined {
	const { host_id, id, running, topic, type, uuid } = gathering;
	if (!running?.recording) return undefined;
	const { start, end } = running.recording;
	const minutes = Math.ceil((Date.parse(end) - Date.parse(start)) / 60_000);
	return addRecording(context, {
		uuid,
		meeting_id: id,
		host_id,
		topic,
		type: String(type),
		start_time: start,
		duration: minutes,
		recording_files: [{ file_type: 'MP4' }, { file_type: 'M4A' }, { file_type: 'TRANSCRIPT' }],
	});
}

const moves: Record<
	string,
	[
		from: (Recording['state'] | undefined)[],
		to: Recording['state'],
		what: 'started' | 'stopped' | 'paused' | 'resumed',
	]
> = {
	start: [[undefined, 'stopped'], 'running', 'started'],
	stop: [['running', 'paused'], 'stopped', 'stopped'],
	pause: [['running'], 'paused', 'paused'],
	resume: [['paused'], 'running', 'resumed'],
};
