import { date } from '../../registry/field';
import type { Field } from '../../registry/types';
import { utcDay } from '../../values/dates';

/** First day of the time a list is wanted for. */
export const fromDay = date('From', 'from', {
	encode: utcDay,
	description:
		'First day to look at; Zoom counts days in UTC. Lists of more than a month begin with the oldest.',
});

/** First day of a time of which Zoom answers at most a month. */
export const fromDayWithinMonth: Field = {
	...fromDay,
	description: 'First day to look at, at most a month before To; Zoom counts days in UTC',
};

/** Last day of the time a list is wanted for. */
export const toDay = date('To', 'to', {
	encode: utcDay,
	description: 'Last day to look at; it counts in full',
});
