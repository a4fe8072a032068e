import { utcDay } from '../dates';
import type { Field } from '../operation';

/** First day of the time a list is wanted for. */
export const fromDay: Field = {
	displayName: 'From',
	name: 'from',
	type: 'dateTime',
	in: 'query',
	encode: utcDay,
	typeOptions: { dateOnly: true },
	default: '',
	description:
		'First day to look at; Zoom counts days in UTC. Lists of more than a month begin with the oldest.',
};

/** Last day of the time a list is wanted for. */
export const toDay: Field = {
	displayName: 'To',
	name: 'to',
	type: 'dateTime',
	in: 'query',
	encode: utcDay,
	typeOptions: { dateOnly: true },
	default: '',
	description: 'Last day to look at; it counts in full',
};
