import { entries, group, text, toggle } from '../../../registry/field';
import type { Field } from '../../../registry/types';
import { requiredEmail } from '../fields';

/**
 * Interpreters of one kind.
 * @param language which they speak or sign
 */
const interpretation = (
	kind: 'Language' | 'Sign Language',
	name: string,
	language: Field,
	maxAllowedFields?: number,
): Field =>
	group(`${kind} Interpretation`, name, {
		fields: [
			toggle('Enabled', 'enable', 'Whether to enable interpretation'),
			entries('Interpreters', 'interpreters', {
				entry: 'Interpreter',
				maxAllowedFields,
				fields: [requiredEmail('Email address of the interpreter'), language],
			}),
		],
		description: `Interpreters for ${kind === 'Language' ? 'spoken' : 'sign'} languages. Zoom ignores them if the host's account does not have the feature.`,
	});

/** Settings about interpreters, the same for meetings and webinars. */
export const interpretationSettings: Field[] = [
	interpretation(
		'Language',
		'languageInterpretation',
		text('Languages', 'interpreterLanguages', {
			placeholder: 'e.g. English,French',
			description: 'The two languages to interpret between, separated by a comma',
		}),
	),
	interpretation(
		'Sign Language',
		'signLanguageInterpretation',
		text('Sign Language', 'signLanguage', {
			placeholder: 'e.g. American',
			description: 'Sign language of the interpreter',
		}),
		20,
	),
];
