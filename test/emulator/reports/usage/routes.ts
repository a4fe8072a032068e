import { DateTime } from 'luxon';
import type { Call, Handler } from '../../core/context';
import { invalidParameter, ZoomError } from '../../core/http/answers';
import { askedPage } from '../../core/listing';
import { requirePaidPlan } from '../../core/plans';
import type { UserRecord } from '../../core/records';
import { hostFilter } from '../hosts';
import type { Period } from '../period';
import { datesOfPeriod, reportPeriod } from '../period';
import { paidOnly } from '../subject';
import { usedStorage } from './storage';
import { instancesDuring, usage } from './usage';

/** The reports that count what the account used. */
export const usageReportHandlers: Record<string, Handler> = {
	reportDaily(call) {
		requirePaidPlan(call, paidOnly);
		const month = monthAsked(call);
		const meetings = instancesDuring(call, month).filter(({ kind }) => kind === 'meeting');
		const covered = hostFilter(call);
		const users = call.context.store.users.find(({ id }) => covered(id));
		const dates = datesOfPeriod(month).map((date) => ({
			date,
			new_users: users.filter(({ created_at }) => created_at.startsWith(date)).length,
			...usage(meetings.filter(({ start_time }) => start_time.startsWith(date))),
		}));
		const [year, number] = month.from.split('-').map(Number);
		return { year, month: number, dates };
	},

	reportUsers(call) {
		requirePaidPlan(call, paidOnly);
		const period = reportPeriod(call);
		const meetings = instancesDuring(call, period).filter(({ kind }) => kind === 'meeting');
		const covered = hostFilter(call);
		const active = call.query.type !== 'inactive';
		const all = call.context.store.users
			.find(({ id, status }) => status === 'active' && covered(id))
			.map((user) => ({ user, hosted: meetings.filter(({ host_id }) => host_id === user.id) }))
			.filter(({ hosted }) => hosted.length > 0 === active)
			.map(({ user, hosted }) => ({ ...describeHost(user), ...usage(hosted) }));
		const total = usage(active ? meetings : []);
		const { entries, fields } = askedPage(call, all);
		return {
			...fields,
			from: period.from,
			to: period.to,
			total_meetings: total.meetings,
			total_participants: total.participants,
			total_meeting_minutes: total.meeting_minutes,
			users: entries,
		};
	},

	reportCloudRecording(call) {
		requirePaidPlan(call, paidOnly);
		const { from, to, ...asked } = reportPeriod(call, { days: 30 });
		// The report of a day is made when the day is over.
		const today = DateTime.fromMillis(call.context.clock.now(), { zone: 'utc' }).startOf('day');
		const period = { from, to, ...asked, end: Math.min(asked.end, today.toMillis()) };
		const cloud_recording_storage = datesOfPeriod(period).map((date) => ({
			date,
			usage: usedStorage(call, date),
			plan_usage: '5 GB',
			free_usage: '1 GB',
		}));
		return { from, to, cloud_recording_storage };
	},
};

function describeHost({ id, email, display_name, type, dept, profile }: UserRecord): object {
	const { custom_attributes } = profile;
	return {
		id,
		email,
		user_name: display_name,
		type,
		dept,
		...(custom_attributes !== undefined && { custom_attributes }),
	};
}

/** The month asked for up to today; left out, year and month are the present ones. */
function monthAsked({ context, query }: Call): Period {
	const now = DateTime.fromMillis(context.clock.now(), { zone: 'utc' });
	const { year = now.year, month = now.month } = query as { year?: number; month?: number };
	const first = DateTime.utc(year, month);
	if (!first.isValid) throw invalidParameter('month');
	if (first > now || first < now.startOf('month').minus({ months: 6 }))
		throw new ZoomError(
			400,
			300,
			'Daily report can only be provided for a month that falls within the recent 6 months.',
		);
	const last = DateTime.min(first.endOf('month'), now).startOf('day');
	return {
		from: first.toFormat('yyyy-MM-dd'),
		to: last.toFormat('yyyy-MM-dd'),
		start: first.toMillis(),
		end: last.plus({ days: 1 }).toMillis(),
	};
}
