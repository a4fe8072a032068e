import { isWebinar } from '../agenda';
import { zoomTime } from '../clock';
import type { Desk } from '../desk';
import type { Gathering } from '../records';
import { addPastInstance } from './instances';
import type { Attendee, RunningInstance } from './records';

/** Starts the meeting or webinar, as a host does from Zoom's own app; the host is in it. */
export function startMeeting(desk: Desk, meeting: Gathering): void {
	meeting.status = 'started';
	meeting.running = runningSince(desk, meeting, zoomTime(desk.clock.now()));
}

/** Ends the running instance, whom whoever is still there leaves; the next one has another UUID. */
export function endMeeting(desk: Desk, meeting: Gathering & { pmi?: number }): void {
	const { start_time, attendees } = meeting.running ?? runningUnseen(desk, meeting);
	const end_time = zoomTime(desk.clock.now());
	addPastInstance(desk, {
		uuid: meeting.uuid,
		id: meeting.id,
		kind: isWebinar(meeting.type) ? 'webinar' : 'meeting',
		// Zoom counts a meeting in somebody's personal room as a type of its own.
		type: meeting.pmi === undefined ? meeting.type : 4,
		topic: meeting.topic,
		host_id: meeting.host_id,
		scheduled_time: meeting.start_time,
		created_at: meeting.created_at,
		start_time,
		end_time,
		tracking_fields: meeting.tracking_fields,
		attendees: attendees.map((attendee) => ({
			...attendee,
			stays: attendee.stays.map((stay) => ({ leave_time: end_time, ...stay })),
		})),
	});
	meeting.running = undefined;
	meeting.status = 'waiting';
	meeting.uuid = desk.ids.uuid();
}

/** A meeting that was put in as running has been so since its start time. */
function runningUnseen(desk: Desk, meeting: Gathering): RunningInstance {
	const planned = Date.parse(meeting.start_time ?? meeting.created_at);
	return runningSince(desk, meeting, zoomTime(Math.min(planned, desk.clock.now())));
}

function runningSince(desk: Desk, { host_id }: Gathering, start_time: string): RunningInstance {
	const host = desk.store.users.get(host_id);
	const attendee: Attendee = {
		name: host?.display_name ?? '',
		email: host?.email ?? '',
		zoom_id: host_id,
		stays: [{ user_id: '16778240', join_time: start_time, status: 'in_meeting' }],
	};
	return { start_time, attendees: [attendee] };
}
