import type { Field } from '../../../registry/types';
import { email } from '../../../values/identifiers';
import { toCommas } from '../../../values/lists';
import { innerId } from '../../shared/fields';

/** The registrant an operation is about. */
export const registrantId = innerId(
	'Registrant ID',
	'registrantId',
	'The registrant to work on, as listed by Get Many',
);

const emailField: Field = {
	displayName: 'Email',
	name: 'email',
	type: 'string',
	encode: email,
	typeOptions: { maxLength: 128 },
	required: true,
	default: '',
	placeholder: 'e.g. jane@example.com',
	description: "The registrant's e-mail address",
};

const firstName: Field = {
	displayName: 'First Name',
	name: 'firstName',
	type: 'string',
	typeOptions: { maxLength: 64 },
	required: true,
	default: '',
	placeholder: 'e.g. Jane',
	description: "The registrant's first name",
};

const lastName: Field = {
	displayName: 'Last Name',
	name: 'lastName',
	type: 'string',
	typeOptions: { maxLength: 64 },
	default: '',
	placeholder: 'e.g. Doe',
	description: "The registrant's last name",
};

/** Who registers. */
export const personFields: Field[] = [
	{ ...emailField, in: 'body' },
	{ ...firstName, in: 'body' },
];

/** Whether a registrant of somebody's choosing is let in at once. */
export const autoApprove: Field = {
	displayName: 'Approve Automatically',
	name: 'autoApprove',
	type: 'boolean',
	in: 'body',
	default: false,
	description: 'Whether those added now need no approval although others do',
};

/** What else is known of a registrant: the fields of the registration form. */
export const registrationFields: Field[] = [
	{
		displayName: 'Address',
		name: 'address',
		type: 'string',
		in: 'body',
		default: '',
	},
	{
		displayName: 'City',
		name: 'city',
		type: 'string',
		in: 'body',
		default: '',
	},
	{
		displayName: 'Comments',
		name: 'comments',
		type: 'string',
		in: 'body',
		typeOptions: { rows: 3 },
		default: '',
		description: 'Questions and comments of the registrant',
	},
	{
		displayName: 'Country',
		name: 'country',
		type: 'string',
		in: 'body',
		default: '',
		placeholder: 'e.g. DE',
		description: 'Two-letter code of the country',
	},
	{
		displayName: 'Custom Questions',
		name: 'customQuestions',
		type: 'fixedCollection',
		in: 'body',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Answer' },
		default: {},
		options: [
			{
				displayName: 'Answer',
				name: 'answer',
				values: [
					{
						displayName: 'Question',
						name: 'title',
						type: 'string',
						required: true,
						default: '',
						placeholder: 'e.g. How did you hear of us?',
						description: 'The question, in the words of the registration form',
					},
					{
						displayName: 'Answer',
						name: 'value',
						type: 'string',
						typeOptions: { maxLength: 128 },
						default: '',
						description: 'What the registrant answers',
					},
				],
			},
		],
		description: "Answers to the form's own questions",
	},
	{
		displayName: 'Industry',
		name: 'industry',
		type: 'string',
		in: 'body',
		default: '',
	},
	{
		displayName: 'Job Title',
		name: 'jobTitle',
		type: 'string',
		in: 'body',
		default: '',
	},
	{
		displayName: 'Language',
		name: 'language',
		type: 'options',
		in: 'body',
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
		description: 'The language in which Zoom writes to the registrant',
	},
	{ ...lastName, in: 'body' },
	{
		displayName: 'Number of Employees',
		name: 'noOfEmployees',
		type: 'options',
		in: 'body',
		options: [
			{ name: '1-20', value: '1-20' },
			{ name: '1,001-5,000', value: '1,001-5,000' },
			{ name: '101-500', value: '101-500' },
			{ name: '21-50', value: '21-50' },
			{ name: '5,001-10,000', value: '5,001-10,000' },
			{ name: '500-1,000', value: '500-1,000' },
			{ name: '51-100', value: '51-100' },
			{ name: 'More Than 10,000', value: 'More than 10,000' },
		],
		default: '1-20',
		description: "Size of the registrant's organization",
	},
	{
		displayName: 'Occurrence IDs',
		name: 'occurrenceIds',
		type: 'string',
		in: 'query',
		encode: toCommas,
		default: '',
		placeholder: 'e.g. 1783238400000, 1783324800000',
		description:
			'The occurrences to register for, separated by commas, where registrants choose them',
	},
	{
		displayName: 'Organization',
		name: 'org',
		type: 'string',
		in: 'body',
		default: '',
	},
	{
		displayName: 'Phone',
		name: 'phone',
		type: 'string',
		in: 'body',
		default: '',
	},
	{
		displayName: 'Purchasing Time Frame',
		name: 'purchasingTimeFrame',
		type: 'options',
		in: 'body',
		options: [
			{ name: '1-3 Months', value: '1-3 months' },
			{ name: '4-6 Months', value: '4-6 months' },
			{ name: 'More Than 6 Months', value: 'More than 6 months' },
			{ name: 'No Timeframe', value: 'No timeframe' },
			{ name: 'Within a Month', value: 'Within a month' },
		],
		default: 'No timeframe',
		description: 'When the registrant means to buy',
	},
	{
		displayName: 'Role in Purchase Process',
		name: 'roleInPurchaseProcess',
		type: 'options',
		in: 'body',
		options: [
			{ name: 'Decision Maker', value: 'Decision Maker' },
			{ name: 'Evaluator or Recommender', value: 'Evaluator/Recommender' },
			{ name: 'Influencer', value: 'Influencer' },
			{ name: 'Not Involved', value: 'Not involved' },
		],
		default: 'Not involved',
		description: 'What the registrant has to do with buying',
	},
	{
		displayName: 'State',
		name: 'state',
		type: 'string',
		in: 'body',
		default: '',
		description: 'State or province',
	},
	{
		displayName: 'ZIP Code',
		name: 'zip',
		type: 'string',
		in: 'body',
		default: '',
	},
];

/** Several who register. */
export const registrantList: Field[] = [
	{
		displayName: 'Registrants',
		name: 'registrants',
		type: 'fixedCollection',
		in: 'body',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Registrant' },
		required: true,
		default: {},
		options: [
			{
				displayName: 'Registrant',
				name: 'registrant',
				values: [emailField, firstName, lastName],
			},
		],
		description: 'The people to register. Zoom is sent 30 of them at once.',
	},
];
