import type { Call, Handler } from '../../core/context';
import { ZoomError } from '../../core/http/answers';
import { askedPage } from '../../core/listing';
import { requirePaidPlan } from '../../core/plans';
import type { Gathering, UserRecord } from '../../core/records';
import { hasCompany } from '../../history/attendance';
import { byStart } from '../../history/instances';
import { datesOf, isWebinar } from '../../meetingOrWebinar/agenda';
import { findUser } from '../../oauth/access';
import { hostFilter } from '../hosts';
import { isDuring, reportPeriod } from '../period';
import { paidOnly } from '../subject';
import { describeHistory, isFound } from './eventHistory';
import { attendeeOf, describePast } from './userMeetings';

/** The reports that list meetings and webinars, past and to come. */
export const eventReportHandlers: Record<string, Handler> = {
	reportMeetings(call) {
		const { context, query } = call;
		requirePaidPlan(call, paidOnly);
		const user = reportedUser(call);
		const { from, to, ...period } = reportPeriod(call);
		const { type = 'past' } = query;
		const all = context.store.pastInstances
			.find((instance) => isDuring({ from, to, ...period }, instance.start_time))
			.filter((instance) => hasCompany(instance) !== (type === 'pastOne'))
			.filter(
				(instance) =>
					instance.host_id === user.id ||
					(type === 'pastJoined' && attendeeOf(instance, user) !== undefined),
			)
			.sort(byStart);
		const { entries, fields } = askedPage(call, all);
		const meetings = entries.map((instance) =>
			describePast(
				context,
				instance,
				type === 'pastJoined' ? attendeeOf(instance, user) : undefined,
			),
		);
		return { ...fields, from, to, meetings };
	},

	Gethistorymeetingandwebinarlist(call) {
		const { context, query } = call;
		const period = reportPeriod(call);
		const covered = hostFilter(call);
		const { date_type = 'start_time', meeting_type = 'all' } = query;
		const field = date_type === 'end_time' ? 'end_time' : 'start_time';
		const all = context.store.pastInstances
			.find((instance) => isDuring(period, instance[field]) && covered(instance.host_id))
			.filter(({ kind }) => meeting_type === 'all' || kind === meeting_type)
			.filter((instance) => isFound(call, instance))
			.sort(byStart);
		const { entries, fields } = askedPage(call, all);
		const { page_size, next_page_token } = fields;
		const history_meetings = entries.map((instance) => describeHistory(context, instance));
		return { page_size, next_page_token, history_meetings };
	},

	reportUpcomingEvents(call) {
		const { context, query } = call;
		requirePaidPlan(call, paidOnly);
		const { from, to, ...period } = reportPeriod(call);
		const covered = hostFilter(call);
		const { type = 'all' } = query;
		const meetings = context.store.meetings.find(({ deleted }) => !deleted);
		const all = [...meetings, ...context.store.webinars.find()]
			.filter(({ host_id }) => covered(host_id))
			.filter((event) => type === 'all' || (type === 'webinar') === isWebinar(event.type))
			.flatMap((event) => datesOf(event).map(({ start_time }) => ({ event, start_time })))
			.filter(({ start_time }) => isDuring({ from, to, ...period }, start_time))
			.filter(({ start_time }) => Date.parse(start_time) >= context.clock.now())
			.sort((a, b) => a.start_time.localeCompare(b.start_time))
			.map(({ event, start_time }) => describeUpcoming(call, event, start_time));
		const { entries, fields } = askedPage(call, all);
		const { page_size, next_page_token } = fields;
		return { from, to, page_size, next_page_token, upcoming_events: entries };
	},
};

function reportedUser({ context, params, user }: Call): UserRecord {
	const { userId } = params;
	const found = userId === 'me' ? user : findUser(context.store, userId);
	if (!found)
		throw new ZoomError(404, 1001, `User ${userId} not exist or not belong to this account.`);
	return found;
}

function describeUpcoming({ context }: Call, event: Gathering, start_time: string): object {
	const host = context.store.users.get(event.host_id);
	return {
		id: event.uuid,
		topic: event.topic,
		start_time,
		host_id: event.host_id,
		host_name: host?.display_name ?? '',
		dept: host?.dept ?? '',
	};
}
