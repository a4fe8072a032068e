import { choice, entries, text, toggle } from '../../../registry/field';
import type { Field } from '../../../registry/types';
import { email } from '../../../values/identifiers';
import { toCommas } from '../../../values/lists';
import { innerId } from '../../shared/fields';

/** The registrant an operation is about. */
export const registrantId = innerId(
	'Registrant ID',
	'registrantId',
	'ID of the registrant, from Get Many',
);

const emailField = text('Email', 'email', {
	encode: email,
	maxLength: 128,
	required: true,
	placeholder: 'e.g. jane@example.com',
	description: 'Email address of the registrant',
});

const firstName = text('First Name', 'firstName', {
	maxLength: 64,
	required: true,
	placeholder: 'e.g. Jane',
	description: 'First name of the registrant',
});

const lastName = text('Last Name', 'lastName', {
	maxLength: 64,
	placeholder: 'e.g. Doe',
	description: 'Last name of the registrant',
});

/** Who registers. */
export const personFields: Field[] = [emailField, firstName];

/** Whether a registrant of somebody's choosing is let in at once. */
export const autoApprove = toggle(
	'Approve Automatically',
	'autoApprove',
	'Whether to approve these registrants automatically, even if registration requires approval',
);

/** What else is known of a registrant: the fields of the registration form. */
export const registrationFields: Field[] = [
	text('Address', 'address'),
	text('City', 'city'),
	text('Comments', 'comments', {
		rows: 3,
		description: 'Questions and comments from the registrant',
	}),
	text('Country', 'country', {
		placeholder: 'e.g. DE',
		description: 'Two-letter country code',
	}),
	entries('Custom Questions', 'customQuestions', {
		entry: 'Answer',
		fields: [
			text('Question', 'title', {
				required: true,
				placeholder: 'e.g. How did you hear of us?',
				description: 'Question, in the exact words of the registration form',
			}),
			text('Answer', 'value', { maxLength: 128, description: 'Answer of the registrant' }),
		],
		description:
			'Answers to the custom questions of the registration form. Get Questions lists them.',
	}),
	text('Industry', 'industry'),
	text('Job Title', 'jobTitle'),
	choice('Language', 'language', {
		options: [
			{ name: 'Chinese (Simplified)', value: 'zh-CN' },
			{ name: 'Chinese (Traditional)', value: 'zh-TW' },
			{ name: 'English', value: 'en-US' },
			{ name: 'French', value: 'fr-FR' },
			{ name: 'German', value: 'de-DE' },
			{ name: 'Italian', value: 'it-IT' },
			{ name: 'Japanese', value: 'jp-JP' },
			{ name: 'Korean', value: 'ko-KO' },
			{ name: 'Polish', value: 'pl-PL' },
			{ name: 'Portuguese', value: 'pt-PT' },
			{ name: 'Russian', value: 'ru-RU' },
			{ name: 'Spanish', value: 'es-ES' },
			{ name: 'Turkish', value: 'Tr-TR' },
			{ name: 'Vietnamese', value: 'vi-VN' },
		],
		default: 'en-US',
		description: 'Language of the emails to the registrant',
	}),
	lastName,
	choice('Number of Employees', 'noOfEmployees', {
		options: [
			{ name: '1-20', value: '1-20' },
			{ name: '21-50', value: '21-50' },
			{ name: '51-100', value: '51-100' },
			{ name: '101-500', value: '101-500' },
			{ name: '500-1,000', value: '500-1,000' },
			{ name: '1,001-5,000', value: '1,001-5,000' },
			{ name: '5,001-10,000', value: '5,001-10,000' },
			{ name: 'More Than 10,000', value: 'More than 10,000' },
		],
		default: '1-20',
		description: "Number of employees in the registrant's organization",
	}),
	text('Occurrence IDs', 'occurrenceIds', {
		in: 'query',
		encode: toCommas,
		placeholder: 'e.g. 1783238400000, 1783324800000',
		description:
			'Comma-separated IDs of the occurrences to register for. Only if registrants choose occurrences.',
	}),
	text('Organization', 'org'),
	text('Phone', 'phone'),
	choice('Purchasing Time Frame', 'purchasingTimeFrame', {
		options: [
			{ name: 'Within a Month', value: 'Within a month' },
			{ name: '1-3 Months', value: '1-3 months' },
			{ name: '4-6 Months', value: '4-6 months' },
			{ name: 'More Than 6 Months', value: 'More than 6 months' },
			{ name: 'No Time Frame', value: 'No timeframe' },
		],
		default: 'No timeframe',
		description: 'When the registrant plans to buy',
	}),
	choice('Role in Purchase Process', 'roleInPurchaseProcess', {
		options: [
			{ name: 'Decision Maker', value: 'Decision Maker' },
			{ name: 'Evaluator or Recommender', value: 'Evaluator/Recommender' },
			{ name: 'Influencer', value: 'Influencer' },
			{ name: 'Not Involved', value: 'Not involved' },
		],
		default: 'Not involved',
		description: 'Role of the registrant in the purchase',
	}),
	text('State', 'state', 'State or province'),
	text('ZIP Code', 'zip'),
];

/** Several who register. */
export const registrantList: Field[] = [
	entries('Registrants', 'registrants', {
		required: true,
		entry: 'Registrant',
		fields: [emailField, firstName, lastName],
		description: 'People to register. The node sends them to Zoom in chunks of 30.',
	}),
];
