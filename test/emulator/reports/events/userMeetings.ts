import { DateTime } from 'luxon';
import type { EmulatorContext } from '../../core/context';
import { present } from '../../core/http/answers';
import type { UserRecord } from '../../core/records';
import { attendeesInside, isInternal, totalMinutes } from '../../history/attendance';
import { minutes } from '../../history/instances';
import type { Attendee, PastInstance } from '../../history/records';
import { usedFeatures } from './features';

/** The user as a guest of the instance, if they were there. */
export function attendeeOf(instance: PastInstance, { id }: UserRecord): Attendee | undefined {
	return attendeesInside(instance).find(({ zoom_id }) => zoom_id === id);
}

/** A meeting in a user's report; `guest` is that user where the report tells of their own visit. */
export function describePast(
	context: EmulatorContext,
	instance: PastInstance,
	guest: Attendee | undefined,
): object {
	const inside = attendeesInside(instance);
	const used = usedFeatures(context, instance);
	const { scheduled_time } = instance;
	return present({
		uuid: instance.uuid,
		id: instance.id,
		type: instance.type,
		topic: instance.topic,
		user_name: instance.user_name,
		user_email: instance.user_email,
		source: instance.source,
		start_time: instance.start_time,
		end_time: instance.end_time,
		duration: minutes(instance),
		total_minutes: totalMinutes(instance),
		participants_count: inside.length,
		participants_count_my_account: inside.filter((each) => isInternal(context, each)).length,
		schedule_time: scheduled_time && localTime(scheduled_time),
		has_screen_share: used.screen_sharing,
		has_recording: used.record_to_cloud,
		has_chat: used.in_meeting_chat,
		meeting_encryption_status: 2,
		...(guest && {
			host_name: instance.user_name,
			join_time: localTime(guest.stays[0].join_time),
			leave_time: localTime(guest.stays.at(-1)?.leave_time ?? instance.end_time),
		}),
	});
}

/** This one report has some of its times without a zone and month first. */
function localTime(time: string): string {
	return DateTime.fromISO(time, { zone: 'utc' }).toFormat('MM/dd/yyyy HH:mm');
}
