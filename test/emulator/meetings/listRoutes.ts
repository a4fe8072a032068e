import { DateTime } from 'luxon';
import type { Call, Handler } from '../core/context';
import { present, ZoomError } from '../core/http/answers';
import type { MeetingRecord, UserRecord } from '../core/records';
import { checkZone, datesOf } from '../meetingOrWebinar/agenda';
import { joinUrl } from '../meetingOrWebinar/links';
import { requireHost, userOf } from '../oauth/access';

const day = 86_400_000;
const halfYear = 183 * day;

/** The routes that list meetings. */
export const meetingListHandlers: Record<string, Handler> = {
	meetings(call) {
		const { context, query, route } = call;
		const host = userOf(call);
		requireHost(call, host);
		checkZone(query.timezone);
		const all = context.store.meetings
			.find((meeting) => meeting.host_id === host.id && isListed(call, meeting))
			.sort((a, b) => startOf(a) - startOf(b) || a.id - b.id);
		const { type, from, to, timezone } = query;
		const listing = JSON.stringify([route.path, host.id, type, from, to, timezone]);
		const page = context.pages.page(all, listing, query, route.maxPageSize ?? 300);
		return { ...page.fields, meetings: page.entries.map((meeting) => listEntry(call, meeting)) };
	},

	listUpcomingMeeting(call) {
		const user = upcomingUser(call);
		const now = call.context.clock.now();
		const meetings = call.context.store.meetings
			.find((meeting) => !meeting.deleted && takesPart(meeting, user))
			.flatMap((meeting) => datesOf(meeting).map((date) => ({ meeting, ...date })))
			.filter(({ start_time, duration }) => {
				const start = Date.parse(start_time);
				return start + duration * 60_000 > now && start < now + day;
			})
			.sort((a, b) => a.start_time.localeCompare(b.start_time))
			.map(({ meeting, start_time, duration }) => ({
				id: meeting.id,
				topic: meeting.topic,
				type: meeting.type,
				start_time,
				duration,
				timezone: meeting.timezone,
				created_at: meeting.created_at,
				join_url: joinUrl(call.context, meeting),
				passcode: meeting.password,
				use_pmi: meeting.pmi !== undefined,
				is_host: meeting.host_id === user.id,
			}));
		return { total_records: meetings.length, meetings };
	},
};

/** Zoom answers this one list with the code of a missing meeting when the user does not exist. */
function upcomingUser(call: Call): UserRecord {
	try {
		return userOf(call);
	} catch (error) {
		if (error instanceof ZoomError && error.code === 1001)
			throw new ZoomError(404, 3001, error.message);
		throw error;
	}
}

function isListed(call: Call, meeting: MeetingRecord): boolean {
	const { type = 'scheduled' } = call.query;
	if (meeting.deleted) return false;
	if (type === 'live') return meeting.status === 'started';
	// Of instant meetings Zoom lists only running ones.
	if (meeting.type === 1) return false;
	const now = call.context.clock.now();
	const live = meeting.status === 'started';
	const end = lastEnd(meeting);
	if (type === 'previous_meetings') {
		if (live || end > now || end <= now - halfYear) return false;
	} else if (type !== 'scheduled') {
		const anyTime = meeting.start_time === undefined;
		const ahead = end > now && startOf(meeting) <= now + halfYear;
		if (!live && !anyTime && !ahead) return false;
	}
	return isWithin(call, meeting);
}

/** Whether a date of the meeting falls on the days asked for, in the zone asked for. */
function isWithin({ query }: Call, meeting: MeetingRecord): boolean {
	const { from, to, timezone = 'UTC' } = query;
	if (from === undefined && to === undefined) return true;
	const zone = String(timezone);
	const after = from === undefined ? -Infinity : dayStart(String(from), zone, 0);
	const before = to === undefined ? Infinity : dayStart(String(to), zone, 1);
	return datesOf(meeting).some(({ start_time }) => {
		const start = Date.parse(start_time);
		return start >= after && start < before;
	});
}

function listEntry({ context }: Call, meeting: MeetingRecord): object {
	return present({
		uuid: meeting.uuid,
		id: meeting.id,
		host_id: meeting.host_id,
		topic: meeting.topic,
		type: meeting.type,
		start_time: meeting.start_time,
		duration: meeting.type === 3 ? undefined : meeting.duration,
		timezone: meeting.timezone,
		// Zoom shortens it in lists.
		agenda: meeting.agenda ? [...meeting.agenda].slice(0, 250).join('') : undefined,
		created_at: meeting.created_at,
		join_url: joinUrl(context, meeting),
		pmi: meeting.pmi === undefined ? undefined : String(meeting.pmi),
	});
}

function takesPart(meeting: MeetingRecord, user: UserRecord): boolean {
	const invitees = (meeting.settings.meeting_invitees ?? []) as { email?: string }[];
	return meeting.host_id === user.id || invitees.some(({ email }) => email === user.email);
}

/** Meetings without a time stand at the end of a list. */
function startOf({ start_time }: MeetingRecord): number {
	return start_time ? Date.parse(start_time) : Number.MAX_SAFE_INTEGER;
}

function lastEnd(meeting: MeetingRecord): number {
	const ends = datesOf(meeting).map(
		({ start_time, duration }) => Date.parse(start_time) + duration * 60_000,
	);
	return Math.max(...ends);
}

function dayStart(date: string, zone: string, later: number): number {
	return DateTime.fromISO(date, { zone }).plus({ days: later }).toMillis();
}
