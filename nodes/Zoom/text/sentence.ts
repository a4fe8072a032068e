/** A sentence with its full stop, where it ends in nothing of the kind. */
export const ended = (sentence: string): string =>
	/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
