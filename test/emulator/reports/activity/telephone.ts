import type { EmulatorContext } from '../../core/context';
import { minutes } from '../../history/instances';
import type { PastInstance, PhoneCall } from '../../history/records';

/** One call from beginning to end: who drops out and dials again makes another. */
interface CallLeg {
	instance: PastInstance;
	phone: PhoneCall;
	start_time: string;
	end_time: string;
}

/** All calls to meetings and webinars, the earliest first. */
export function callLegs({ store }: EmulatorContext): CallLeg[] {
	return store.pastInstances
		.find()
		.flatMap((instance) =>
			instance.attendees.flatMap(({ phone, stays }) =>
				(phone ? stays : []).map(({ join_time, leave_time = instance.end_time }) => ({
					instance,
					phone: phone!,
					start_time: join_time,
					end_time: leave_time,
				})),
			),
		)
		.sort((a, b) => a.start_time.localeCompare(b.start_time));
}

/** The report that a call belongs to, by Zoom's number: toll-free and call-out, toll, or SIP. */
export function audioType({ sip, type }: PhoneCall): string {
	if (sip) return '3';
	return type === 'toll-free' || type === 'call-out' ? '1' : '2';
}

/** The time of a call by which the report is asked to look for it. */
export function timeOf({ instance, ...leg }: CallLeg, by: string): string {
	const times: Record<string, string> = {
		start_time: leg.start_time,
		end_time: leg.end_time,
		meeting_start_time: instance.start_time,
		meeting_end_time: instance.end_time,
	};
	return times[by];
}

/** A call as Zoom's telephone report shows it. */
export function describeLeg({ instance, phone, start_time, end_time }: CallLeg): object {
	const duration = minutes({ start_time, end_time });
	return {
		meeting_id: instance.id,
		uuid: instance.uuid,
		meeting_type: instance.kind === 'webinar' ? 'Webinar' : 'Meeting',
		host_id: instance.host_id,
		host_name: instance.user_name,
		host_email: instance.user_email,
		dept: instance.dept,
		type: phone.type,
		phone_number: phone.phone_number,
		signaled_number: phone.phone_number,
		call_in_number: phone.call_in_number,
		country_name: phone.country_name,
		start_time,
		end_time,
		duration,
		rate: phone.rate,
		total: Math.round(phone.rate * duration * 100) / 100,
	};
}
