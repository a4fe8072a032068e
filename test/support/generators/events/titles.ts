import { EXCEPTIONS, PARTICIPLES, WORDS } from './titleWords';

/** What happened, in words made from the name of an event: the group it is in stands elsewhere. */
export function titleOf(name: string): string {
	const known = EXCEPTIONS[name];
	if (known !== undefined) return known;
	const words = (name.split('.')[1] ?? name).split('_');
	return words
		.map((word, index) => {
			if (index === words.length - 1 && word in PARTICIPLES) return PARTICIPLES[word];
			return WORDS[word] ?? word[0].toUpperCase() + word.slice(1);
		})
		.join(' ');
}
