import type { EmulatorContext } from '../core/context';
import type { Attendee, PastInstance, Stay } from './records';

/** Everybody who got in, each counted once however often they came back. */
export function attendeesInside({ attendees }: PastInstance): Attendee[] {
	return attendees.filter((attendee) => staysInside(attendee).length > 0);
}

/** The minutes of everybody together, host included. */
export function totalMinutes(instance: PastInstance): number {
	return instance.attendees
		.flatMap(staysInside)
		.reduce((total, stay) => total + Math.ceil(seconds(stay) / 60), 0);
}

/** Whether the attendee is a user of the account. */
export function isInternal(context: EmulatorContext, { zoom_id }: Attendee): boolean {
	return zoom_id !== undefined && context.store.users.get(zoom_id) !== undefined;
}

/** The address as Zoom shows it: that of a stranger only if they gave it to register. */
export function shownEmail(context: EmulatorContext, attendee: Attendee): string {
	return isInternal(context, attendee) || attendee.registrant_id ? attendee.email : '';
}

/** A row for every stay, in the order in which people came. */
export function stayRows(
	context: EmulatorContext,
	instance: PastInstance,
): { attendee: Attendee; row: object }[] {
	return instance.attendees
		.flatMap((attendee) => attendee.stays.map((stay) => ({ attendee, stay })))
		.sort((a, b) => a.stay.join_time.localeCompare(b.stay.join_time))
		.map(({ attendee, stay }) => ({
			attendee,
			row: {
				id: attendee.zoom_id ?? '',
				user_id: stay.user_id,
				name: attendee.name,
				user_email: shownEmail(context, attendee),
				join_time: stay.join_time,
				leave_time: stay.leave_time,
				duration: seconds(stay),
				registrant_id: '',
				failover: false,
				status: stay.status,
				customer_key: attendee.customer_key ?? '',
				...addressesOf(instance, attendee),
			},
		}));
}

/** Where they came from: who calls by telephone has no address. */
function addressesOf({ attendees }: PastInstance, attendee: Attendee): object {
	const host = attendees.indexOf(attendee) + 1;
	return attendee.phone
		? { public_ip: '', private_ip: '' }
		: { public_ip: `203.0.113.${host}`, private_ip: `192.168.1.${host}` };
}

/** Zoom keeps silent about meetings in which somebody was alone. */
export function hasCompany(instance: PastInstance): boolean {
	return attendeesInside(instance).length > 1;
}

/** The ID of a stay by how many there were before, as Zoom numbers them within a meeting. */
export function stayId(count: number): string {
	return String(16_778_240 + 1024 * count);
}

function staysInside({ stays }: Attendee): Stay[] {
	return stays.filter(({ status }) => status === 'in_meeting');
}

function seconds({ join_time, leave_time = join_time }: Stay): number {
	return (Date.parse(leave_time) - Date.parse(join_time)) / 1000;
}
