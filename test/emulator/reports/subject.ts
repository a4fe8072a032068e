import type { Call } from '../core/context';
import { ZoomError } from '../core/http/answers';
import { requirePaidPlan } from '../core/plans';
import { findInstance } from '../history/instances';
import { isBeyond, requireWithin, year } from '../history/reach';
import type { PastInstance } from '../history/records';
import { accountId } from '../oauth/apps';

/** The refusal of accounts that do not pay. */
export const paidOnly = `This is only available for paid account: ${accountId}.`;

/** The routes that answer a missing meeting or webinar in words of their own, right or wrong. */
const missing: Record<string, string | undefined> = {
	reportMeetingPolls: 'Meeting "{id}" not found or has expired.',
	reportMeetingSurvey: 'Webinar {id} not found or has expired.',
	reportWebinarDetails: 'Meeting {id} not found or has expired.',
	reportWebinarParticipants: 'Webinar "{id}" not found or has expired',
};

/** The routes that know no refusal of their own for what is too old. */
const expiring = ['reportMeetingQA', 'reportWebinarQA'];

/** The instance of a meeting or webinar that a report is about. */
export function reportedInstance(call: Call): PastInstance {
	const { context, params, route } = call;
	const { operationId } = route;
	requirePaidPlan(call, paidOnly);
	const [kind, id] =
		'webinarId' in params
			? (['webinar', params.webinarId] as const)
			: (['meeting', params.meetingId] as const);
	const instance = findInstance(context, kind, id);
	if (!instance || (expiring.includes(operationId) && isBeyond(call, instance, year))) {
		const name = kind === 'webinar' ? 'Webinar' : 'Meeting';
		const message = missing[operationId] ?? `${name} {id} not found or has expired.`;
		throw new ZoomError(404, 3001, message.replace('{id}', id));
	}
	const reach = operationId === 'reportWebinarParticipants' ? { months: 6 } : year;
	requireWithin(call, instance, reach, tooOld(operationId));
	return instance;
}

function tooOld(operationId: string): string {
	const ofWebinars =
		operationId.startsWith('reportWebinar') || operationId === 'reportMeetingSurvey';
	return ofWebinars ? 'Can not access a webinar a year ago.' : 'Can not access meeting a year ago.';
}
