import { zoomTime } from '../../core/clock';
import type { EmulatorContext } from '../../core/context';
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
export function startMeeting(context: EmulatorContext, meeting: Gathering): void {
	meeting.status = 'started';
	const running = runningSince(context, meeting, zoomTime(context.clock.now()));
	meeting.running = running;
	tellStarted(context, meeting);
	for (const attendee of running.attendees)
		tellJoined(context, meeting, attendee, attendee.stays[0]);
	if (meeting.settings.auto_recording === 'cloud') controlRecording(context, meeting, 'start');
}

/** Lets somebody into the running meeting or webinar; the address tells whether Zoom knows them. */
export function joinMeeting(
	context: EmulatorContext,
	meeting: Gathering,
	{ name, email = '' }: { name: string; email?: string },
): Attendee {
	const running = runningNow(context, meeting);
	const known = running.attendees.find((attendee) => attendee.name === name);
	const [user] = context.store.users.find((each) => each.email === email);
	const attendee = known ?? {
		name,
		email,
		zoom_id: user?.id,
		registrant_id: email ? findRegistrant(context, meeting, { email })?.id : undefined,
		panelist: isPanelist(context, meeting, email),
		stays: [],
	};
	if (!known) running.attendees.push(attendee);
	const stays = running.attendees.flatMap((each) => each.stays).length;
	const stay: Stay = {
		user_id: stayId(stays),
		join_time: zoomTime(context.clock.now()),
		status: 'in_meeting',
	};
	attendee.stays.push(stay);
	tellJoined(context, meeting, attendee, stay);
	return attendee;
}

/** Lets somebody leave the running meeting or webinar; they may come back. */
export function leaveMeeting(
	context: EmulatorContext,
	meeting: Gathering,
	name: string,
	reason?: string,
): Attendee {
	const attendee = meeting.running?.attendees.find((each) => each.name === name);
	const stay = attendee?.stays.find(({ leave_time }) => leave_time === undefined);
	if (!attendee || !stay) throw new Error(`${name} is not in the meeting`);
	stay.leave_time = zoomTime(context.clock.now());
	tellLeft(context, meeting, attendee, stay, reason);
	return attendee;
}

/** The running instance; one that was put in as running has been so since its start time. */
export function runningNow(context: EmulatorContext, meeting: Gathering): RunningInstance {
	return (meeting.running ??= runningUnseen(context, meeting));
}

/** Ends the running instance, which all participants leave; the next one has another UUID. */
export function endMeeting(context: EmulatorContext, meeting: Gathering & { pmi?: number }): void {
	const running = runningNow(context, meeting);
	const { start_time, attendees } = running;
	const end_time = zoomTime(context.clock.now());
	for (const attendee of attendees)
		for (const stay of attendee.stays.filter(({ leave_time }) => leave_time === undefined)) {
			stay.leave_time = end_time;
			tellLeft(context, meeting, attendee, stay, 'Host ended the meeting.');
		}
	if (running.recording) controlRecording(context, meeting, 'stop');
	tellEnded(context, meeting, end_time);
	addPastInstance(context, {
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
		registrants: registers(meeting) ? pastRegistrants(context, meeting) : undefined,
	});
	const recording = finishedRecording(context, meeting);
	if (recording) tellCompleted(context, recording);
	meeting.running = undefined;
	meeting.status = 'waiting';
	meeting.uuid = context.ids.uuid();
}

function runningUnseen(context: EmulatorContext, meeting: Gathering): RunningInstance {
	const planned = Date.parse(meeting.start_time ?? meeting.created_at);
	return runningSince(context, meeting, zoomTime(Math.min(planned, context.clock.now())));
}

function runningSince(
	context: EmulatorContext,
	{ host_id, type }: Gathering,
	start_time: string,
): RunningInstance {
	const host = context.store.users.get(host_id);
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

function pastRegistrants(context: EmulatorContext, meeting: Gathering): PastRegistrant[] {
	return registrantsOf(context, meeting).map(({ id, status, create_time, given }) => ({
		id,
		status,
		create_time,
		email: given.email,
		first_name: given.first_name,
		last_name: given.last_name,
		join_url: personalUrl(context, meeting, id),
	}));
}
