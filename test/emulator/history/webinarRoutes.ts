import type { Call, Handler } from '../core/context';
import { ZoomError } from '../core/http/answers';
import { askedPage } from '../core/listing';
import { requirePaidPlan } from '../core/plans';
import { accountId } from '../oauth/apps';
import { attendeesInside, isInternal, stayRows } from './attendance';
import { findInstance, instancesOf } from './instances';
import { requireOwn } from './reach';
import type { PastInstance } from './records';
import { pollResults, questionResults } from './results';

/** The routes that tell of webinars that have ended. */
export const pastWebinarHandlers: Record<string, Handler> = {
	webinarAbsentees(call) {
		const { params } = call;
		const instance = askedInstance(call);
		requireWebinarAddOn(call, instance);
		if (!instance.registrants)
			throw new ZoomError(
				400,
				3000,
				`This webinar doesn't have registration required: ${params.webinarId}.`,
			);
		const present = attendeesInside(instance).map(({ registrant_id }) => registrant_id);
		const absent = instance.registrants.filter(
			({ id, status }) => status === 'approved' && !present.includes(id),
		);
		const page = askedPage(call, absent);
		return { ...page.fields, registrants: page.entries };
	},

	pastWebinars(call) {
		const { context, params } = call;
		const all = instancesOf(context, 'webinar', params.webinarId);
		const webinar = all.at(0) ?? context.store.webinars.get(params.webinarId);
		if (!webinar) throw new ZoomError(400, 300, 'Invalid webinar ID.');
		requireOwn(call, webinar);
		return { webinars: all.map(({ uuid, start_time }) => ({ uuid, start_time })) };
	},

	listWebinarParticipants(call) {
		const { context } = call;
		requirePaidPlan(call, `Only available for Paid or ZMP account: ${accountId}.`);
		const instance = endedWebinar(call, 'Webinar does not exist.');
		const all = stayRows(context, instance).map(({ attendee, row }) => ({
			...row,
			internal_user: isInternal(context, attendee),
		}));
		const { entries, fields } = askedPage(call, all);
		const { page_number: _unused, ...shown } = fields;
		return { ...shown, participants: entries };
	},

	listPastWebinarPollResults(call) {
		return pollResults(call.context, endedWebinar(call, 'Webinar ID is invalid or not end.'));
	},

	listPastWebinarQA(call) {
		return questionResults(call.context, endedWebinar(call, 'Webinar ID is invalid or not end.'));
	},
};

/** The instance of the path, if the token may see it. */
function endedWebinar(call: Call, refusal: string): PastInstance {
	const instance = findInstance(call.context, 'webinar', call.params.webinarId);
	if (!instance) throw new ZoomError(404, 3001, refusal);
	requireOwn(call, instance);
	return instance;
}

/** The instance of the path, or the one of the date of a series that is asked for. */
function askedInstance(call: Call): PastInstance {
	const { webinarId } = call.params;
	const { occurrence_id } = call.query;
	const instance = endedWebinar(call, `Webinar ${webinarId} not found or expired.`);
	if (occurrence_id === undefined) return instance;
	const occurrence = instancesOf(call.context, 'webinar', String(instance.id)).find(
		(other) => other.occurrence_id === occurrence_id,
	);
	if (!occurrence)
		throw new ZoomError(
			400,
			300,
			`The request could not be completed because you have provided an invalid occurrence ID: ${String(occurrence_id)}.`,
		);
	return occurrence;
}

/** Refuses where the host has no webinar add-on, which Zoom does here with a successful status. */
function requireWebinarAddOn({ context }: Call, { host_id }: PastInstance): void {
	if (context.store.users.get(host_id)?.settings.feature.webinar === true) return;
	throw new ZoomError(
		200,
		200,
		`Webinar plan subscription is missing. Enable webinar for this user once the subscription is added:${host_id}.`,
	);
}
