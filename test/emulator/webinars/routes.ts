import type { EmulatorContext, Handler } from '../core/context';
import { validationFailed, ZoomError } from '../core/http/answers';
import type { Recurrence, WebinarRecord } from '../core/records';
import { tellCreated, tellDeleted, tellUpdated } from '../events/announcements/gatherings';
import { endMeeting } from '../history/running/running';
import { checkZone, comingStart, datesOf } from '../meetingOrWebinar/agenda';
import { theWebinar } from '../meetingOrWebinar/hosted';
import { askedOccurrence } from '../meetingOrWebinar/occurrences';
import { changeOccurrence } from '../meetings/change';
import { userOf } from '../oauth/access';
import { requireRegistration } from '../registrants/admission';
import { registrantsOf } from '../registrants/registrants';
import { describeTrackingSource } from '../registrants/trackingSources';
import { checkTemplate } from '../templates/templates';
import { checkTrackingFields } from '../trackingFields/records';
import { describeWebinar, listWebinar } from './answer';
import { changeWebinar, chosenWebinarHost, simulive } from './change';
import { requireWebinarPlan } from './plan';
import { addWebinar } from './schedule';

const day = 86_400_000;

/** The routes that make, list, show, change and end webinars. */
export const webinarHandlers: Record<string, Handler> = {
	webinars(call) {
		const { context, query, route } = call;
		const host = userOf(call);
		requireWebinarPlan(call, host);
		const { type = 'scheduled' } = query;
		const all = context.store.webinars
			.find((webinar) => webinar.host_id === host.id && isListed(context, webinar, String(type)))
			.sort((a, b) => startOf(a) - startOf(b) || a.id - b.id);
		const listing = JSON.stringify([route.path, host.id, type]);
		const { entries, fields } = context.pages.page(all, listing, query, route.maxPageSize ?? 300);
		// This list takes no page token, so it hands out none.
		return {
			...fields,
			next_page_token: '',
			webinars: entries.map((webinar) => listWebinar(context, webinar)),
		};
	},

	webinarCreate(call) {
		const { body, context } = call;
		const asker = userOf(call);
		requireWebinarPlan(call, asker);
		const host = chosenWebinarHost(call, asker);
		requireWebinarPlan(call, host);
		checkZone(body.timezone);
		const type = (body.type as number | undefined) ?? 5;
		if (type === 9 && !body.recurrence)
			throw validationFailed({ field: 'recurrence', message: 'Invalid field.' });
		checkTrackingFields(call);
		checkTemplate(call, 'webinar', host);
		const playback = simulive(call, type, host !== asker);
		context.limits.countMeetingWrite(host.id);
		const { topic, agenda, duration, tracking_fields, template_id } =
			body as Partial<WebinarRecord>;
		const { start_time, password, default_passcode, settings } = body;
		const timezone = (body.timezone as string | undefined) ?? host.timezone;
		const webinar = addWebinar(context, {
			type,
			host_id: host.id,
			timezone,
			...(topic !== undefined && { topic }),
			...(agenda !== undefined && { agenda }),
			...(duration !== undefined && { duration }),
			...(tracking_fields && { tracking_fields }),
			...(template_id !== undefined && { template_id }),
			...(password !== undefined && { password: String(password) }),
			...(password === undefined && default_passcode === false && { password: '' }),
			...(start_time !== undefined && {
				start_time: comingStart(context, String(start_time), timezone),
			}),
			...(playback && { simulive: playback }),
			settings: settings as Record<string, unknown> | undefined,
			recurrence: body.recurrence as Recurrence | undefined,
		});
		tellCreated(context, webinar, call.user);
		return describeWebinar(context, webinar);
	},

	webinar(call) {
		const { webinar } = theWebinar(call);
		return describeWebinar(call.context, webinar, {
			occurrence: askedOccurrence(call, webinar),
			previous: call.query.show_previous_occurrences === true,
		});
	},

	webinarUpdate(call) {
		const { webinar, host } = theWebinar(call);
		const occurrence = askedOccurrence(call, webinar);
		const newHost = chosenWebinarHost(call, host);
		requireWebinarPlan(call, newHost);
		call.context.limits.countMeetingWrite(host.id);
		const before = { ...webinar };
		if (occurrence) changeOccurrence(call, webinar, occurrence);
		else {
			changeWebinar(call, webinar, newHost);
			tellUpdated(call.context, before, webinar, call.user);
		}
	},

	webinarDelete(call) {
		const { context, query } = call;
		const { webinar } = theWebinar(call);
		if (query.occurrence_id === undefined) {
			context.store.webinars.delete(webinar.id);
			tellDeleted(context, webinar, call.user);
			return;
		}
		const occurrence = webinar.occurrences?.find(
			({ occurrence_id, status }) => occurrence_id === query.occurrence_id && status !== 'deleted',
		);
		if (!occurrence) throw new ZoomError(400, 3000, 'Webinar occurrence does not exist.');
		occurrence.status = 'deleted';
		tellDeleted(context, webinar, call.user, occurrence);
	},

	webinarStatus(call) {
		const { webinar } = theWebinar(call);
		if (call.body.action !== 'end')
			throw validationFailed({ field: 'action', message: 'Invalid field.' });
		if (webinar.status !== 'started')
			throw new ZoomError(400, 200, `Webinar ${webinar.id} has not started.`);
		endMeeting(call.context, webinar);
	},

	getTrackingSources(call) {
		const { context } = call;
		const { webinar, host } = theWebinar(call);
		requireRegistration(call, webinar, host);
		return {
			total_records: registrantsOf(context, webinar).length,
			tracking_sources: context.store.trackingSources
				.find(({ webinar_id }) => webinar_id === webinar.id)
				.map((source) => describeTrackingSource(context, webinar, source)),
		};
	},
};

/** Webinars stay listed for thirty days, series for a year; the list of upcoming ones ends with them. */
function isListed(context: EmulatorContext, webinar: WebinarRecord, type: string): boolean {
	if (webinar.status === 'started' || webinar.type === 6) return true;
	const ends = datesOf(webinar).map(
		({ start_time, duration }) => Date.parse(start_time) + duration * 60_000,
	);
	const kept = type === 'upcoming' ? 0 : (webinar.type === 9 ? 365 : 30) * day;
	return Math.max(...ends) + kept > context.clock.now();
}

/** Webinars without a time stand at the end of a list. */
function startOf({ start_time }: WebinarRecord): number {
	return start_time ? Date.parse(start_time) : Number.MAX_SAFE_INTEGER;
}
