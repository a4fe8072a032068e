/** Words that are written in capitals. */
const ACRONYMS: ReadonlySet<string> = new Set(
	[
		'ai api byoc cdr crc did dnc ip id ivr json mac mime pac pbx pin pki pmi qos rtmp saml',
		'sip sms sso tsp uri url uuid vip zak zdm',
	].flatMap((line) => line.split(' ')),
);

/** Words that a label has in small letters unless they are the first or the last. */
const SMALL = /^(?:an?|and|as|at|by|for|if|in|nor|of|on|or|per|so|that|the|to|up|via|with)$/;

/** The words of a name in snake_case or camelCase, in small letters. */
export const wordsOf = (name: string): string[] =>
	name
		.replace(/([a-z\d])([A-Z])/g, '$1 $2')
		.split(/[^A-Za-z\d]+/)
		.filter((word) => word !== '')
		.map((word) => word.toLowerCase());

/** `ID`, `IDs` */
function asAcronym(word: string): string | undefined {
	if (ACRONYMS.has(word)) return word.toUpperCase();
	const one = word.replace(/s$/, '');
	return ACRONYMS.has(one) ? `${one.toUpperCase()}s` : undefined;
}

/** `Collaboration Device ID` */
export const titleCase = (words: readonly string[]): string =>
	words
		.map((word, index) => {
			const acronym = asAcronym(word);
			if (acronym !== undefined) return acronym;
			return SMALL.test(word) && index > 0 && index < words.length - 1 ? word : capital(word);
		})
		.join(' ');

/** `collaborationDeviceId` */
export const camelCase = (words: readonly string[]): string =>
	words.map((word, index) => (index === 0 ? word : capital(word))).join('');

/** `collaboration device ID` */
export const spoken = (words: readonly string[]): string =>
	words.map((word) => asAcronym(word) ?? word).join(' ');

/** One of several things. */
export function singular(words: readonly string[]): string[] {
	const last = words[words.length - 1];
	const one = /(?:ss|us|x|ch|sh)es$/.test(last)
		? last.replace(/es$/, '')
		: last.replace(/ies$/, 'y').replace(/([^su])s$/, '$1');
	return [...words.slice(0, -1), one];
}

/** `Device` of `device` */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
