import { zoomTime } from '../../core/clock';
import type { EmulatorContext } from '../../core/context';
import { stayId } from '../attendance';
import type { Attendee, Stay } from '../records';

/** Tells what happened in an instance, in minutes after its beginning. */
export interface Scene {
	at(minutes: number): string;
	stay(from: number, to: number, status?: Stay['status']): Stay;
	/** A user of the account who is signed in. */
	user(id: string, stays: Stay[], more?: Partial<Attendee>): Attendee;
}

/** A scene that begins at the given time, in epoch milliseconds. */
export function sceneFrom(context: EmulatorContext, start: number): Scene {
	let count = 0;
	const at = (minutes: number) => zoomTime(start + minutes * 60_000);
	return {
		at,
		stay: (from, to, status = 'in_meeting') => ({
			user_id: stayId(count++),
			join_time: at(from),
			leave_time: at(to),
			status,
		}),
		user(id, stays, more) {
			const { display_name: name = '', email = '' } = context.store.users.get(id) ?? {};
			return { name, email, zoom_id: id, stays, ...more };
		},
	};
}
