import type { INodePropertyOptions } from 'n8n-workflow';

import type { Field, Values } from '../../../registry/types';
import { mustSet } from '../../shared/fields';

const required: Field = {
	displayName: 'Required',
	name: 'required',
	type: 'boolean',
	default: false,
	description: 'Whether it has to be answered',
};

/**
 * What the registration form asks.
 * @param types the ways in which a question may be answered
 */
export const formFields = (types: INodePropertyOptions[]): Field[] => [
	{
		displayName: 'Custom Questions',
		name: 'customQuestions',
		type: 'fixedCollection',
		in: 'body',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Question' },
		default: {},
		options: [
			{
				displayName: 'Question',
				name: 'question',
				values: [
					{
						displayName: 'Question',
						name: 'title',
						type: 'string',
						required: true,
						default: '',
						placeholder: 'e.g. How did you hear of us?',
						description: 'What is asked',
					},
					{
						displayName: 'Type',
						name: 'type',
						type: 'options',
						options: types,
						default: 'short',
						description: 'How it is answered',
					},
					required,
					{
						displayName: 'Answers',
						name: 'answers',
						type: 'string',
						typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Answer' },
						displayOptions: { hide: { type: ['short'] } },
						default: '',
						description: 'The answers to choose from',
					},
				],
			},
		],
		description: 'Questions of your own. They replace those there are.',
	},
	{
		displayName: 'Standard Questions',
		name: 'questions',
		type: 'fixedCollection',
		in: 'body',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Question' },
		default: {},
		options: [
			{
				displayName: 'Question',
				name: 'question',
				values: [
					{
						displayName: 'Question',
						name: 'fieldName',
						type: 'options',
						options: [
							{ name: 'Address', value: 'address' },
							{ name: 'City', value: 'city' },
							{ name: 'Comments', value: 'comments' },
							{ name: 'Country', value: 'country' },
							{ name: 'Industry', value: 'industry' },
							{ name: 'Job Title', value: 'job_title' },
							{ name: 'Last Name', value: 'last_name' },
							{ name: 'Number of Employees', value: 'no_of_employees' },
							{ name: 'Organization', value: 'org' },
							{ name: 'Phone', value: 'phone' },
							{ name: 'Purchasing Time Frame', value: 'purchasing_time_frame' },
							{ name: 'Role in Purchase Process', value: 'role_in_purchase_process' },
							{ name: 'State', value: 'state' },
							{ name: 'ZIP Code', value: 'zip' },
						],
						default: 'last_name',
						description: 'What is asked',
					},
					required,
				],
			},
		],
		description: 'Questions Zoom has ready. They replace those there are.',
	},
];

/**
 * The sentence for a form Zoom would refuse.
 * @param id name of the field that says which meeting or webinar
 */
export const formProblem =
	(id: string) =>
	(values: Values): string | undefined => {
		const questions = (values.customQuestions ?? []) as Values[];
		const without = questions.findIndex(
			({ type, answers }) => type !== undefined && type !== 'short' && answers === undefined,
		);
		return without === -1
			? mustSet(id)(values)
			: `Custom Questions > Question ${without + 1} > Answers: is required for this Type`;
	};
