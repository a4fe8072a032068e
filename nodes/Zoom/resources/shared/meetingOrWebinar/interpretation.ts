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
			toggle('Enabled', 'enable', 'Whether there are interpreters'),
			entries('Interpreters', 'interpreters', {
				entry: 'Interpreter',
				maxAllowedFields,
				fields: [requiredEmail("The interpreter's e-mail address"), language],
			}),
		],
		description: `Interpreters for ${kind === 'Language' ? 'spoken' : 'sign'} languages. Zoom ignores them when the host's account does not have the feature.`,
	});

/** Settings about interpreters, the same for meetings and webinars. */
export const interpretationSettings: Field[] = [
	interpretation(
		'Language',
		'languageInterpretation',
		text('Languages', 'interpreterLanguages', {
			placeholder: 'e.g. English,French',
			description: 'The two languages, separated by a comma',
		}),
	),
	interpretation(
		'Sign Language',
		'signLanguageInterpretation',
		text('Sign Language', 'signLanguage', {
			placeholder: 'e.g. American',
			description: "The interpreter's sign language",
		}),
		20,
	),
];
