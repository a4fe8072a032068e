/**
 * The words of Zoom's errors that are kept: they say what is wrong, and with what. Its sentences are not: the words in
 * between go.
 */
const WORDS = new Set(
	`
	account address area auto autoreceptionist billing blocked call carrier channel collaboration common config
	contact custom device deviceid directory division email emergency event extension external fax field file group
	groupid history host id ids invitation invite key line log mail meeting member name number occurrence page
	panelist phone pickup plan plans poll queue receptionist record recording registrant role room session site
	subscription summary survey tag template token tracking transcript tsp uri user userid users voice voicemail
	webinar zdm zdmgroup zoom

	add add-on additional addon allowed already any api authenticate authentication authorization authorized
	available belong can can't cannot common concurrent could couldn't credentials daily did didn't do does doesn't
	don't dose end ended exceeded exist exists expired failed found gmt has have hosting information invalid is join
	license licensed licenses limit longer made many max maximum missing must next no not only paid per-second
	permission permissions permitted presence private privilege privileges provided purchase rate request requests
	required resume same scheduling scope scopes second seconds share shared simultaneous sip started status to too
	unauthorized upgrade used valid validation was were yet

	and at be been for in of on or the this with your
	`.match(/\S+/g),
);

const GAP = '…';
const VALUE = /\{\w*\}|\$\w+/;
/** Names of Zoom's API stay as they are: of an ID, of a field, of a scope. */
const IDENTIFIER = /\b[A-Za-z]+Ids?\b|\b[a-z]+(?:_[a-z]+)+\b|\b[a-z_]+(?::[a-z_]+)+\b/;

/** What is kept of one of Zoom's texts: words in their order, without articles, case, quotes and markup. */
export function wordsOf(text: string): string {
	const kept = text
		.replaceAll('’', "'")
		.replace(/\{(\w*)[^{}]*\}/g, '{$1}')
		.replace(/:(?=[{$])/g, ': ')
		.replace(/ (?=[.,:](?: |$))/g, '')
		.split(/\s+/)
		.filter((word) => !/^an?$/i.test(word))
		.map(wordOf);
	return kept.filter((word, at) => word !== GAP || kept[at - 1] !== GAP).join(' ');
}

function wordOf(part: string): string {
	const end = /[.,:]?$/.exec(part.replace(/[^\w.,:]+$/, ''))![0];
	const value = VALUE.exec(part)?.[0];
	if (value !== undefined) return value + end;
	const name = IDENTIFIER.exec(part)?.[0];
	if (name !== undefined) return name + end;
	const word = part.toLowerCase().replace(/^[^a-z\d]+|[^a-z\d]+$/g, '');
	const isKept = WORDS.has(word.replace(/'s$/, '')) || /^\d{1,4}$|^\d\d(?::\d\d)+$/.test(word);
	return isKept ? word + end : GAP;
}
