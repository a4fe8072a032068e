import type { Call } from '../../core/context';
import { attendeesInside, totalMinutes } from '../../history/attendance';
import { byStart } from '../../history/instances';
import type { PastInstance } from '../../history/records';
import { hostFilter } from '../hosts';
import type { Period } from '../period';
import { isDuring } from '../period';

/** How much took place, in the names of Zoom's reports. */
export interface Usage {
	meetings: number;
	participants: number;
	meeting_minutes: number;
}

/** The instances that began in the period, hosted by those the call asks about. */
export function instancesDuring(call: Call, period: Period): PastInstance[] {
	const asked = hostFilter(call);
	return call.context.store.pastInstances
		.find(({ start_time, host_id }) => isDuring(period, start_time) && asked(host_id))
		.sort(byStart);
}

/** What the instances add up to. */
export function usage(instances: PastInstance[]): Usage {
	return {
		meetings: instances.length,
		participants: sum(instances.map((instance) => attendeesInside(instance).length)),
		meeting_minutes: sum(instances.map(totalMinutes)),
	};
}

function sum(numbers: number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
