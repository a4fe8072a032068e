import { zoomTime } from '../core/clock';
import type { Call, Handler } from '../core/context';
import { noSuchMeeting, validationFailed, ZoomError } from '../core/http/answers';
import type { MeetingRecord, Recurrence } from '../core/records';
import {
	tellCreated,
	tellDeleted,
	tellRecovered,
	tellUpdated,
} from '../events/announcements/gatherings';
import { endMeeting } from '../history/running/running';
import { addMeeting, checkZone, comingStart } from '../meetingOrWebinar/agenda';
import { theMeeting } from '../meetingOrWebinar/hosted';
import { joinUrl } from '../meetingOrWebinar/links';
import { askedOccurrence } from '../meetingOrWebinar/occurrences';
import { requireHost, userOf } from '../oauth/access';
import { checkTemplate } from '../templates/templates';
import { checkTrackingFields } from '../trackingFields/records';
import { describeMeeting } from './answer';
import {
	changeMeeting,
	changeOccurrence,
	checkPreSchedule,
	chosenHost,
	keptSettings,
} from './change';

const trashLife = 30 * 86_400_000;

/** The routes that make, show, change and end single meetings. */
export const meetingHandlers: Record<string, Handler> = {
	meetingCreate(call) {
		const { body, context } = call;
		const asker = userOf(call);
		requireHost(call, asker);
		const type = (body.type as number | undefined) ?? 2;
		const host = chosenHost(call, asker, type);
		requireHost(call, host);
		checkZone(body.timezone);
		if (type === 8 && !body.recurrence)
			throw validationFailed({ field: 'recurrence', message: 'Invalid field.' });
		checkPreSchedule(body, type);
		checkTrackingFields(call);
		checkTemplate(call, 'meeting', host);
		context.limits.countMeetingWrite(host.id);
		const { start_time, settings, password, default_password, ...rest } = body;
		const kept = keptSettings(host, type, settings);
		const timezone = (body.timezone as string | undefined) ?? host.timezone;
		const given = rest as Partial<MeetingRecord> & { schedule_for?: string };
		delete given.schedule_for;
		const meeting = addMeeting(context, {
			...given,
			...(password !== undefined && { password: String(password) }),
			...(password === undefined && default_password === false && { password: '' }),
			...(start_time !== undefined && {
				start_time: comingStart(context, String(start_time), timezone),
			}),
			...(host !== asker && { assistant_id: asker.id }),
			...(kept.use_pmi === true && type !== 8 && { pmi: host.pmi }),
			host_id: host.id,
			timezone,
			settings: kept,
			recurrence: body.recurrence as Recurrence | undefined,
		});
		tellCreated(context, meeting, call.user);
		return describeMeeting(context, meeting);
	},

	meeting(call) {
		const { context, query } = call;
		const { meeting } = theMeeting(call);
		return describeMeeting(context, meeting, {
			occurrence: askedOccurrence(call, meeting),
			previous: query.show_previous_occurrences === true,
		});
	},

	meetingUpdate(call) {
		const { meeting, host } = theMeeting(call);
		const occurrence = askedOccurrence(call, meeting);
		const newHost = chosenHost(call, host, meeting.type);
		requireHost(call, newHost);
		call.context.limits.countMeetingWrite(host.id);
		const before = { ...meeting };
		if (occurrence) changeOccurrence(call, meeting, occurrence);
		else {
			changeMeeting(call, meeting, newHost);
			tellUpdated(call.context, before, meeting, call.user);
		}
	},

	meetingDelete(call) {
		const { context, params, query } = call;
		if (context.store.users.find(({ pmi }) => String(pmi) === params.meetingId).length)
			throw new ZoomError(400, 3018, 'Not allowed to delete PMI.');
		const { meeting } = theMeeting(call);
		const occurrence = askedOccurrence(call, meeting);
		if (occurrence) {
			occurrence.status = 'deleted';
			tellDeleted(context, meeting, call.user, occurrence);
			return;
		}
		meeting.deleted = {
			at: zoomTime(context.clock.now()),
			schedule_for_reminder: query.schedule_for_reminder as boolean | undefined,
			cancel_meeting_reminder: query.cancel_meeting_reminder as boolean | undefined,
		};
		tellDeleted(context, meeting, call.user);
	},

	meetingStatus(call) {
		const { action } = call.body;
		if (action === 'recover') recover(call);
		else if (action === 'end') end(call);
		else throw validationFailed({ field: 'action', message: 'Invalid field.' });
	},

	meetingInvitation(call) {
		const { meeting, host } = theMeeting(call);
		const time = meeting.start_time ? `Time: ${meeting.start_time} (${meeting.timezone})` : '';
		const lines = [
			`${host.display_name} is inviting you to a scheduled Zoom meeting.`,
			`Topic: ${meeting.topic}\r\n${time}`,
			`Join Zoom Meeting\r\n${joinUrl(call.context, meeting)}`,
			`Meeting ID: ${meeting.id}\r\nPasscode: ${meeting.password}`,
		];
		return {
			invitation: lines.join('\r\n\r\n'),
			sip_links: [`sip:${meeting.id}@zoomcrc.example.com`],
		};
	},
};

function end(call: Call): void {
	const { meeting } = theMeeting(call);
	if (meeting.status !== 'started')
		throw new ZoomError(400, 3000, `Meeting ${meeting.id} has not started.`);
	endMeeting(call.context, meeting);
}

function recover({ context, params, user }: Call): void {
	const meeting = context.store.meetings.get(params.meetingId);
	const at = meeting?.deleted && Date.parse(meeting.deleted.at);
	if (!meeting || at === undefined || at + trashLife < context.clock.now())
		throw noSuchMeeting(params.meetingId);
	meeting.deleted = undefined;
	tellRecovered(context, meeting, user);
}
