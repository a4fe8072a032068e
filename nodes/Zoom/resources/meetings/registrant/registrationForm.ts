import type { INodePropertyOptions } from 'n8n-workflow';

import { objectsIn } from '../../../json/json';
import { choice, entries, text, texts, toggle } from '../../../registry/field';
import type { Field, Values } from '../../../registry/types';
import { mustSet } from '../../shared/fields';

const required = toggle('Required', 'required', 'Whether to require an answer');

const answers = texts('Answers', 'answers', {
	entry: 'Answer',
	sortable: true,
	displayOptions: { hide: { type: ['short'] } },
	description: 'Answers to choose from',
});

/**
 * What the registration form asks.
 * @param types the ways in which a question may be answered
 */
export const formFields = (types: INodePropertyOptions[]): Field[] => [
	entries('Custom Questions', 'customQuestions', {
		entry: 'Question',
		sortable: true,
		fields: [
			text('Question', 'title', {
				required: true,
				placeholder: 'e.g. How did you hear of us?',
				description: 'Text of the question',
			}),
			choice('Type', 'type', {
				options: types,
				default: 'short',
				description: 'How registrants answer the question',
			}),
			required,
			answers,
		],
		description: 'Custom questions. They replace the existing custom questions.',
	}),
	entries('Standard Questions', 'questions', {
		entry: 'Question',
		fields: [
			choice('Question', 'fieldName', {
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
				description: 'Detail to ask for',
			}),
			required,
		],
		description: "Zoom's predefined questions. They replace the existing standard questions.",
	}),
];

/**
 * The sentence for a form Zoom would refuse.
 * @param id name of the field that says which meeting or webinar
 */
export const formProblem =
	(id: string) =>
	(values: Values): string | undefined => {
		const questions = objectsIn(values.customQuestions);
		const without = questions.findIndex(
			({ type, answers }) => type !== undefined && type !== 'short' && answers === undefined,
		);
		return without === -1
			? mustSet(id)(values)
			: `Custom Questions > Question ${without + 1} > Answers: is required for this Type`;
	};
