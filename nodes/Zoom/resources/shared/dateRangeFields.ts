import { date } from '../../registry/field';
import type { Field } from '../../registry/types';
import { utcDay } from '../../values/dates';

/** First day of the time a list is wanted for. */
export const fromDay = date('From', 'from', {
	encode: utcDay,
	description:
		'First day to include, in UTC. If the period is longer than one month, the oldest entries come first.',
});

/** First day of a time of which Zoom answers at most a month. */
export const fromDayWithinMonth: Field = {
	...fromDay,
	description: 'First day to include, in UTC. At most one month before To.',
};

/** Last day of the time a list is wanted for. */
export const toDay = date('To', 'to', {
	encode: utcDay,
	description: 'Last day to include, in UTC',
});
