/** A sentence with its full stop, where it ends in nothing of the kind. */
export const ended = (sentence: string): string =>
	/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;

/** A word or phrase as it begins a sentence. */
export const capitalized = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
