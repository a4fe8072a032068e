import { zoomTime } from '../../core/clock';
import type { Handler } from '../../core/context';
import { askedPage } from '../../core/listing';
import { requirePaidPlan } from '../../core/plans';
import { isDuring, reportPeriod } from '../period';
import { paidOnly } from '../subject';
import { audioType, callLegs, describeLeg, timeOf } from './telephone';

/** The reports of who signed in, who changed what, and who called in. */
export const activityReportHandlers: Record<string, Handler> = {
	reportSignInSignOutActivities(call) {
		requirePaidPlan(call, paidOnly);
		const period = reportPeriod(call);
		const all = call.context.store.signIns
			.find(({ time }) => isDuring(period, time))
			.sort((a, b) => b.time.localeCompare(a.time));
		const { entries, fields } = askedPage(call, all);
		const { page_size, next_page_token } = fields;
		// Unlike other reports this one names its days as instants.
		const [from, to] = [period.from, period.to].map((date) => zoomTime(Date.parse(date)));
		return { from, to, page_size, next_page_token, activity_logs: entries };
	},

	reportOperationLogs(call) {
		requirePaidPlan(call, paidOnly);
		const period = reportPeriod(call);
		const { category_type = 'all' } = call.query;
		const all = call.context.store.operationLogs
			.find(({ time }) => isDuring(period, time))
			.filter((entry) => category_type === 'all' || entry.category_type === category_type)
			.sort((a, b) => b.id - a.id)
			.map(({ id: _unshown, ...entry }) => entry);
		const { entries, fields } = askedPage(call, all);
		const { page_size, next_page_token } = fields;
		return { page_size, next_page_token, operation_logs: entries };
	},

	reportTelephone(call) {
		requirePaidPlan(call, paidOnly);
		const period = reportPeriod(call);
		const { query_date_type = 'start_time', type = '1' } = call.query;
		const all = callLegs(call.context)
			.filter((leg) => audioType(leg.phone) === type)
			.filter((leg) => isDuring(period, timeOf(leg, String(query_date_type))))
			.map(describeLeg);
		const { entries, fields } = askedPage(call, all);
		const { page_count, page_size, next_page_token, total_records } = fields;
		const counted = query_date_type === 'start_time' || query_date_type === 'end_time';
		return {
			from: period.from,
			to: period.to,
			page_size,
			next_page_token,
			...(counted && { page_count, total_records }),
			telephony_usage: entries,
		};
	},
};
