import { zoomTime } from '../../core/clock';
import type { Desk } from '../../core/context';
import type { Gathering } from '../../core/records';
import { tellEnded, tellStarted } from '../../events/announcements/gatherings';
import { tellJoined, tellLeft } from '../../events/announcements/participants';
import { tellCompleted } from '../../events/announcements/recordings';
import { isWebinar } from '../../meetingOrWebinar/agenda';
import { personalUrl, registers } from '../../meetingOrWebinar/links';
import { findRegistrant, registrantsOf } from '../../registrants/registrants';
import { isPanelist } from '../../webinars/panelists';
import { stayId } from '../attendance';
import { addPastInstance } from '../instances';
import type { Attendee, PastRegistrant, RunningInstance, Stay } from '../records';
import { controlRecording, finishedRecording } from './recording';

/** Starts the meeting or webinar, as a host does from Zoom's own app; the host is in it. */
export function startMeeting(desk: Desk, meeting: Gathering): void {
	meeting.status = 'started';
	const running = runningSince(desk, meeting, zoomTime(desk.clock.now()));
	meeting.running = running;
	tellStarted(desk, meeting);
	for (const attendee of running.attendees) tellJoined(desk, meeting, attendee, attendee.stays[0]);
	if (meeting.settings.auto_recording === 'cloud') controlRecording(desk, meeting, 'start');
}

/** Lets somebody into the running meeting or webinar; the address tells whether Zoom knows them. */
export function joinMeeting(
	desk: Desk,
	meeting: Gathering,
	{ name, email = '' }: { name: string; email?: string },
): Attendee {
	const running = runningNow(desk, meeting);
	const known = running.attendees.find((attendee) => attendee.name === name);
	const [user] = desk.store.users.find((each) => each.email === email);
	const attendee = known ?? {
		name,
		email,
		zoom_id: user?.id,
		registrant_id: email ? findRegistrant(desk, meeting, { email })?.id : undefined,
		panelist: isPanelist(desk, meeting, email),
		stays: [],
	};
	if (!known) running.attendees.push(attendee);
	const stays = running.attendees.flatMap((each) => each.stays).length;
	const stay: Stay = {
		user_id: stayId(stays),
		join_time: zoomTime(desk.clock.now()),
		status: 'in_meeting',
	};
	attendee.stays.push(stay);
	tellJoined(desk, meeting, attendee, stay);
	return attendee;
}

/** Lets somebody leave the running meeting or webinar; they may come back. */
export function leaveMeeting(
	desk: Desk,
	meeting: Gathering,
	name: string,
	reason?: string,
): Attendee {
	const attendee = meeting.running?.attendees.find((each) => each.name === name);
	const stay = attendee?.stays.find(({ leave_time }) => leave_time === undefined);
	if (!attendee || !stay) throw new Error(`${name} is not in the meeting`);
	stay.leave_time = zoomTime(desk.clock.now());
	tellLeft(desk, meeting, attendee, stay, reason);
	return attendee;
}

/** The running instance; one that was put in as running has been so since its start time. */
export function runningNow(desk: Desk, meeting: Gathering): RunningInstance {
	return (meeting.running ??= runningUnseen(desk, meeting));
}

/** Ends the running instance, whom whoever is still there leaves; the next one has another UUID. */
export function endMeeting(desk: Desk, meeting: Gathering & { pmi?: number }): void {
	const running = runningNow(desk, meeting);
	const { start_time, attendees } = running;
	const end_time = zoomTime(desk.clock.now());
	for (const attendee of attendees)
		for (const stay of attendee.stays.filter(({ leave_time }) => leave_time === undefined)) {
			stay.leave_time = end_time;
			tellLeft(desk, meeting, attendee, stay, 'Host ended the meeting.');
		}
	if (running.recording) controlRecording(desk, meeting, 'stop');
	tellEnded(desk, meeting, end_time);
	addPastInstance(desk, {
		uuid: meeting.uuid,
		id: meeting.id,
		kind: isWebinar(meeting.type) ? 'webinar' : 'meeting',
		// Zoom counts a meeting in somebody's personal room as a type of its own.
		type: meeting.pmi === undefined ? meeting.type : 4,
		topic: meeting.topic,
		host_id: meeting.host_id,
		occurrence_id: occurrenceBegun(meeting, end_time),
		scheduled_time: meeting.start_time,
		created_at: meeting.created_at,
		start_time,
		end_time,
		tracking_fields: meeting.tracking_fields,
		attendees,
		registrants: registers(meeting) ? pastRegistrants(desk, meeting) : undefined,
	});
	const recording = finishedRecording(desk, meeting);
	if (recording) tellCompleted(desk, recording);
	meeting.running = undefined;
	meeting.status = 'waiting';
	meeting.uuid = desk.ids.uuid();
}

function runningUnseen(desk: Desk, meeting: Gathering): RunningInstance {
	const planned = Date.parse(meeting.start_time ?? meeting.created_at);
	return runningSince(desk, meeting, zoomTime(Math.min(planned, desk.clock.now())));
}

function runningSince(
	desk: Desk,
	{ host_id, type }: Gathering,
	start_time: string,
): RunningInstance {
	const host = desk.store.users.get(host_id);
	const attendee: Attendee = {
		name: host?.display_name ?? '',
		email: host?.email ?? '',
		zoom_id: host_id,
		panelist: isWebinar(type),
		stays: [{ user_id: stayId(0), join_time: start_time, status: 'in_meeting' }],
	};
	return { start_time, attendees: [attendee] };
}

/** The latest date of a series that had come when the instance ended. */
function occurrenceBegun({ occurrences }: Gathering, end_time: string): string | undefined {
	return occurrences?.filter(({ start_time }) => start_time <= end_time).at(-1)?.occurrence_id;
}

function pastRegistrants(desk: Desk, meeting: Gathering): PastRegistrant[] {
	return registrantsOf(desk, meeting).map(({ id, status, create_time, given }) => ({
		id,
		status,
		create_time,
		email: given.email,
		first_name: given.first_name,
		last_name: given.last_name,
		join_url: personalUrl(desk, meeting, id),
	}));
}
