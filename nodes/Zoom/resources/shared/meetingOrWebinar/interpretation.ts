import type { Field } from '../../../registry/types';
import { email } from '../../../values/identifiers';

/** Settings about interpreters, the same for meetings and webinars. */
export const interpretationSettings: Field[] = [
	{
		displayName: 'Language Interpretation',
		name: 'languageInterpretation',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Enabled',
				name: 'enable',
				type: 'boolean',
				default: false,
				description: 'Whether there are interpreters',
			},
			{
				displayName: 'Interpreters',
				name: 'interpreters',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Interpreter' },
				default: {},
				options: [
					{
						displayName: 'Interpreter',
						name: 'interpreter',
						values: [
							{
								displayName: 'Email',
								name: 'email',
								type: 'string',
								encode: email,
								required: true,
								default: '',
								placeholder: 'e.g. jane@example.com',
								description: "The interpreter's e-mail address",
							},
							{
								displayName: 'Languages',
								name: 'interpreterLanguages',
								type: 'string',
								default: '',
								placeholder: 'e.g. English,French',
								description: 'The two languages, separated by a comma',
							},
						],
					},
				],
			},
		],
		description:
			"Interpreters for spoken languages. Zoom ignores them when the host's account does not have the feature.",
	},
	{
		displayName: 'Sign Language Interpretation',
		name: 'signLanguageInterpretation',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Enabled',
				name: 'enable',
				type: 'boolean',
				default: false,
				description: 'Whether there are interpreters',
			},
			{
				displayName: 'Interpreters',
				name: 'interpreters',
				type: 'fixedCollection',
				typeOptions: {
					multipleValues: true,
					multipleValueButtonText: 'Add Interpreter',
					maxAllowedFields: 20,
				},
				default: {},
				options: [
					{
						displayName: 'Interpreter',
						name: 'interpreter',
						values: [
							{
								displayName: 'Email',
								name: 'email',
								type: 'string',
								encode: email,
								required: true,
								default: '',
								placeholder: 'e.g. jane@example.com',
								description: "The interpreter's e-mail address",
							},
							{
								displayName: 'Sign Language',
								name: 'signLanguage',
								type: 'string',
								default: '',
								placeholder: 'e.g. American',
								description: "The interpreter's sign language",
							},
						],
					},
				],
			},
		],
		description:
			"Interpreters for sign languages. Zoom ignores them when the host's account does not have the feature.",
	},
];
