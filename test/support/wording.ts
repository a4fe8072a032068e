/** Phrases that texts for users do not have, each with the usual one (docs/contributing/words.md). */
const AVOIDED: readonly (readonly [phrase: RegExp, rather: string])[] = [
	[/\be-mail/i, 'email'],
	[/\bbesides\b/i, 'also, other'],
	[/\bheed/i, 'follow'],
	[/\bthereby\b/i, 'so'],
	[/\bof which\b/i, 'whose, of these'],
	[/\bbecomes? of\b/i, 'happens to'],
	[/\bcomes? into being\b/i, 'is created'],
	[/\bwho(?:m)?ever\b/i, 'the user who, anyone who'],
	[/\bthose (?:who|that|which|of)\b/i, 'users who, the values that'],
	[/\bin the making\b/i, 'still processing'],
	[/\bgood for\b/i, 'valid for'],
	[/\bfor good\b/i, 'permanently'],
	[/\bby itself\b/i, 'automatically'],
	[/\bis meant\b/i, 'is used'],
	[/\bno such\b/i, 'not found'],
	[/\bonce only\b/i, 'only once'],
	[/\bin question\b/i, 'the thing by its name'],
	[/\blooked for\b/i, 'searched, checked'],
	[/\bas yet\b/i, 'yet'],
	[/\b(?:is|are) called\b/i, 'the name of'],
	[/\bwhether (?:it|there|those)\b/i, 'whether to'],
	[/, too\b/i, 'also'],
	[/\b(?:de)?activat(?:e|ed|ing) (?:this|the|a|another) workflow/i, 'publish, unpublish'],
];

/** What to change in a text for users, such as `"e-mail": write email`. */
export const phrasesToAvoid = (text: string): string[] =>
	AVOIDED.flatMap(([phrase, rather]) => {
		const found = phrase.exec(text);
		return found === null ? [] : [`"${found[0]}": write ${rather}`];
	});
