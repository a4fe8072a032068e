import { choice, json, text, toggle } from '../../registry/field';
import { COLLECTION_LABELS, apiNameOf } from '../../registry/fieldNames';
import type { Field, Values } from '../../registry/types';
import { timezone } from '../../values/dates';
import { email, segment } from '../../values/identifiers';

/** One date of a recurring meeting or webinar. */
export const occurrenceId = text('Occurrence ID', 'occurrenceId', {
	in: 'query',
	unset: '',
	placeholder: 'e.g. 1783238400000',
	description:
		'ID of one occurrence of a series, from "occurrences" of the Get operation. If empty, the operation applies to the whole series.',
});

/** Whether the dates of a series that are over count, too. */
export const showPreviousOccurrences = toggle(
	'Show Previous Occurrences',
	'showPreviousOccurrences',
	'Whether to include past occurrences',
);

/**
 * The ID of a thing inside another, as its list answers it: a registrant, a poll.
 * @param name Zoom's, in camelCase
 */
export const innerId = (displayName: string, name: string, description: string): Field =>
	text(displayName, name, { encode: segment, required: true, description });

/** The address of somebody who is named by nothing else. */
export const requiredEmail = (description: string): Field =>
	text('Email', 'email', {
		encode: email,
		required: true,
		placeholder: 'e.g. jane@example.com',
		description,
	});

/** Fields that Zoom wants inside an object of the body; in the form they stand by themselves. */
export const inside = (object: string, fields: readonly Field[]): Field[] =>
	fields.map((field) => ({ ...field, apiName: `${object}.${apiNameOf(field)}` }));

/** Members of the body that have no field of their own, laid over those that have. */
export const moreJson = (description: string): Field =>
	json('More (JSON)', 'moreJson', { flatten: true, description });

/** A zone from n8n's list, or by expression; wall times of the same item are read in it. */
export const timeZone = choice('Timezone Name or ID', 'timeZone', {
	apiName: 'timezone',
	encode: timezone,
	loadOptionsMethod: 'getTimezones',
	unset: '',
	default: '',
	description:
		'Time zone of times without an offset. If not set, the node uses the time zone of the workflow. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
});

/** How the user signs in, for accounts where one email address has several logins. */
export const loginType = choice('Login Type', 'loginType', {
	in: 'query',
	options: [
		{ name: 'Alipay', value: 23 },
		{ name: 'API User', value: 99 },
		{ name: 'Apple', value: 24 },
		{ name: 'Facebook', value: 0 },
		{ name: 'Google', value: 1 },
		{ name: 'Microsoft', value: 27 },
		{ name: 'Mobile Device', value: 97 },
		{ name: 'Phone Number', value: 11 },
		{ name: 'RingCentral', value: 98 },
		{ name: 'Single Sign-On', value: 101 },
		{ name: 'WeChat', value: 21 },
		{ name: 'Work Email', value: 100 },
	],
	default: 100,
	description: 'Sign-in type of the user, if the email address has several',
});

const mustFill =
	(collection: keyof typeof COLLECTION_LABELS) =>
	(...selectors: string[]) =>
	(values: Values): string | undefined =>
		Object.keys(values).some((name) => !selectors.includes(name))
			? undefined
			: `${COLLECTION_LABELS[collection]}: must have at least one field to change`;

/**
 * The rule that an update has to change something; which thing is meant is no change.
 * @param selectors names of the fields that say which
 */
export const mustChange = mustFill('updateFields');

/** As `mustChange`, for operations with another name than `update`. */
export const mustSet = mustFill('additionalFields');
