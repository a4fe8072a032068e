import type { Call, Handler } from '../core/context';
import { noSuchMeeting, ZoomError } from '../core/http/answers';
import { askedPage } from '../core/listing';
import { requirePaidPlan } from '../core/plans';
import { findMeeting } from '../meetingOrWebinar/agenda';
import { accountId } from '../oauth/apps';
import { attendeesInside, hasCompany, isInternal, stayRows, totalMinutes } from './attendance';
import { findInstance, instancesOf, minutes } from './instances';
import { fifteenMonths, isBeyond, requireOwn, requireWithin, year } from './reach';
import type { PastInstance } from './records';
import { pollResults, questionResults } from './results';

const paidOnly = `Only available for paid account: ${accountId}.`;

/** The routes that tell of meetings that have ended. */
export const pastMeetingHandlers: Record<string, Handler> = {
	pastMeetingDetails(call) {
		requirePaidPlan(call, paidOnly);
		const instance = endedMeeting(call, missingOrAhead);
		requireWithin(call, instance, year, 'Cannot access a meeting a year ago.');
		const { summaries } = call.context.store;
		return {
			id: instance.id,
			uuid: instance.uuid,
			host_id: instance.host_id,
			type: instance.type,
			topic: instance.topic,
			user_name: instance.user_name,
			user_email: instance.user_email,
			dept: instance.dept,
			start_time: instance.start_time,
			end_time: instance.end_time,
			duration: minutes(instance),
			total_minutes: totalMinutes(instance),
			participants_count: attendeesInside(instance).length,
			source: instance.source,
			has_meeting_summary: summaries.get(instance.uuid) !== undefined,
		};
	},

	pastMeetings(call) {
		const { context, params, query } = call;
		const all = instancesOf(context, 'meeting', params.meetingId);
		const meeting = all.at(0) ?? findMeeting(context, params.meetingId);
		if (!meeting) throw noSuchMeeting(params.meetingId);
		requireOwn(call, meeting);
		const { from, to } = query;
		// Either alone has no effect, as documented.
		const narrowed = from !== undefined && to !== undefined;
		const meetings = all
			.filter((instance) => !isBeyond(call, instance, fifteenMonths))
			.filter(({ start_time }) => {
				const date = start_time.slice(0, 10);
				return !narrowed || (date >= String(from) && date <= String(to));
			})
			.map(({ uuid, start_time }) => ({ uuid, start_time }));
		return { meetings };
	},

	pastMeetingParticipants(call) {
		const { context } = call;
		requirePaidPlan(call, paidOnly);
		const instance = endedMeeting(call);
		requireWithin(call, instance, fifteenMonths, 'Can not access a meeting a year ago.');
		const rows = hasCompany(instance) ? stayRows(context, instance) : [];
		const all = rows.map(({ attendee, row }) => ({
			...row,
			internal_user: isInternal(context, attendee),
		}));
		const { entries, fields } = askedPage(call, all);
		const { page_number: _unused, ...shown } = fields;
		return { ...shown, participants: entries };
	},

	listPastMeetingPolls(call) {
		const instance = endedMeeting(call);
		requireWithin(call, instance, year, 'Can not access a meeting a year ago.');
		return pollResults(call.context, instance);
	},

	listPastMeetingQA(call) {
		const instance = endedMeeting(call, invalidOrNotEnded);
		if (isBeyond(call, instance, fifteenMonths)) throw invalidOrNotEnded();
		return questionResults(call.context, instance);
	},
};

/** The instance of the path, if the token may see it. */
function endedMeeting(call: Call, refusal: (call: Call) => ZoomError = missing): PastInstance {
	const instance = findInstance(call.context, 'meeting', call.params.meetingId);
	if (!instance) throw refusal(call);
	requireOwn(call, instance);
	return instance;
}

function missing({ params }: Call): ZoomError {
	return noSuchMeeting(params.meetingId);
}

/** Only the details tell a meeting that has not ended from one that does not exist. */
function missingOrAhead(call: Call): ZoomError {
	const ahead = findMeeting(call.context, call.params.meetingId);
	return ahead ? new ZoomError(400, 300, 'Cannot access meeting information.') : missing(call);
}

function invalidOrNotEnded(): ZoomError {
	return new ZoomError(404, 3001, 'Meeting ID is invalid or not end.');
}
