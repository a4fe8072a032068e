import type { EmulatorContext } from '../../core/context';
import {
	seedKickOff,
	seedStandUp,
	seedTrial,
	seedWeekPlanning,
	seedYearPlanning,
} from './seededMeetings';
import { seedLaunch } from './seededWebinar';

const hour = 3_600_000;
const day = 24 * hour;

/** Meetings and a webinar of the last weeks, and a meeting of more than a year ago. */
export function seedHistory(context: EmulatorContext): void {
	const midnight = Math.floor(context.clock.now() / day) * day;
	const at = (days: number, hours: number) => midnight + days * day + hours * hour;
	seedYearPlanning(context, at(-400, 14));
	seedWeekPlanning(context, at(-40, 7));
	for (const [uuid, days] of standUps) seedStandUp(context, uuid, at(days, 1));
	seedKickOff(context, at(-7, 15));
	seedLaunch(context, at(-5, 16));
	seedTrial(context, at(-4, 18));
}

/** One needs no double encoding, one does for its beginning, one for two slashes in a row. */
const standUps: [uuid: string, days: number][] = [
	['StandUp1+hPq5vKzYw2c0A==', -16],
	['/StandUp2PqR5vKzYw2c0A==', -9],
	['StandUp3//qR5vKzYw2c0A==', -2],
];
