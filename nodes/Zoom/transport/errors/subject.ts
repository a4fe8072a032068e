import type { RestOperation } from '../../registry/types';

/** A kind of thing at Zoom, by the word for it. */
export type Thing = string;

/** What a sentence of Zoom's says is not there, or not of this account; in English only. */
export interface Lack {
	/** Undefined where it is nothing that is known by name here. */
	readonly thing: Thing | undefined;
	readonly isForeign: boolean;
	/** The ID Zoom gives at the end, where it is that of the thing. */
	readonly id?: string;
}

const NOT_THERE =
	/\b(?:(?:do(?:es)?|did) ?n[o']t|not|no longer) exists?\b|\b(?:(?:can)?not|\w{2,6}n't) (?:be |been )?found\b/i;
const NOT_OF_ACCOUNT =
	/\b(?:(?:do(?:es)?|did) ?n[o']t|not) belong to (?:this|your|the) account\b|\bnot found (?:on|in) (?:this|your|the) account\b/i;

/** The words for things in Zoom's sentences, the longer ones first. */
const THINGS: ReadonlyArray<readonly [RegExp, Thing]> = [
	[/\b(?:user|common area)? ?extension\b/, 'extension'],
	[/\b(?:group|user) member\b|\bmember\b/, 'member'],
	[/\bline key\b/, 'line key'],
	[/\bphone number\b/, 'phone number'],
	[/\bblocked number\b/, 'blocked number'],
	[/\bphone role\b|\brole\b/, 'role'],
	[/\bsip phone\b/, 'SIP phone'],
	[/\bcall queue\b/, 'call queue'],
	[/\bshared line group\b/, 'shared line group'],
	[/\bgroup call pickup\b/, 'group call pickup'],
	[/\bcustom group\b/, 'custom group'],
	[/\bsip group\b/, 'SIP group'],
	[/\bzdm ?group\b/, 'device group'],
	[/\buser group\b|\bgroup\b/, 'group'],
	[/\bauto ?receptionist\b/, 'auto receptionist'],
	[/\bcommon area\b/, 'common area'],
	[/\bcall (?:log|history)\b/, 'call log'],
	[/\bvoice ?mail\b/, 'voicemail'],
	[/\bexternal contact\b|\bcontact\b/, 'contact'],
	[/\bbilling account\b/, 'billing account'],
	[/\b(?:account )?carrier\b/, 'carrier'],
	[/\bemergency address\b/, 'emergency address'],
	[/\btracking field\b/, 'tracking field'],
	[/\b(?:meeting|webinar) poll\b|\bpoll\b/, 'poll'],
	[/\b(?:meeting|webinar) survey\b|\bsurvey\b/, 'survey'],
	[/\b(?:meeting|webinar) occurrence\b|\boccurrence\b/, 'occurrence'],
	[/\b(?:meeting |webinar )?transcript\b/, 'transcript'],
	[/\b(?:meeting|webinar)'s sip uri\b/, 'SIP address'],
	[/\b(?:valid )?invit(?:e|ation)\b/, 'invitation'],
	[/\b(?:meeting |webinar )?host\b/, 'host'],
	[/\brecord(?:ing)? file\b|\bfile\b/, 'file'],
	[/\brecording\b/, 'recording'],
	[/\b(?:collaboration |zdm )?device(?:id)?\b/, 'device'],
	[/\b(?:zoom )?room\b/, 'room'],
	[/\bfax (?:log|file)\b/, 'fax'],
	[/\bname tag\b/, 'name tag'],
	[/\btsp (?:config|id)\b/, 'TSP account'],
	[/\b(?:\w{1,20} )?template\b/, 'template'],
	[/\bregistrant\b/, 'registrant'],
	[/\bpanelist\b/, 'panelist'],
	[/\bchannel\b/, 'channel'],
	[/\bdivision\b/, 'division'],
	[/\bsession\b/, 'session'],
	[/\bsite\b/, 'site'],
	[/\bwebinar\b/, 'webinar'],
	[/\bmeeting\b/, 'meeting'],
	[/\buser\b/, 'user'],
	[/\baccount\b/, 'account'],
];

/** What Zoom says is missing or foreign; undefined when it says neither, or not in English. */
export function lackIn(message: string): Lack | undefined {
	const plain = message.toLowerCase();
	const foreign = NOT_OF_ACCOUNT.exec(plain);
	const absent = NOT_THERE.exec(plain);
	const at = Math.min(foreign?.index ?? Infinity, absent?.index ?? Infinity);
	if (at === Infinity) return undefined;
	const thing = thingBefore(plain.slice(0, at));
	// Behind these words Zoom gives the account's ID.
	return foreign
		? { thing, isForeign: foreign.index === at }
		: { thing, isForeign: false, id: idAtEnd(message.slice(at)) };
}

/** The thing the last sentence of a text is about; undefined where something of it is meant. */
function thingBefore(text: string): Thing | undefined {
	const words = withoutIds(text.slice(text.lastIndexOf('. ') + 1));
	const first = firstThing(words);
	if (!first) return undefined;
	const [rest] = words.slice(first.end).split(CONNECTIVE);
	const isMeant = rest.split(' ').every((word) => FILLER.test(word));
	return isMeant ? first.thing : undefined;
}

/** The thing that Zoom's English sentence names first, if it names any. */
export const thingNamed = (message: string): Thing | undefined =>
	firstThing(withoutIds(message.toLowerCase()))?.thing;

const withoutIds = (text: string) =>
	text
		.split(/\s+/)
		.filter((word) => !/[@\d"{}]/.test(word))
		.join(' ');

/** What goes on with something else: "A group with this groupId …", "User extension ID or …". */
const CONNECTIVE = /\s(?:and|at|for|in|of|on|or|to|with)\s/;
/** What may stand between a thing and the words that it is not there. */
const FILLER =
	/^(?:|\(?\w{0,40}ids?[:,)]{0,2}|can|could|has|have|information|is|name|provided|was|were|will)$/;

interface Named {
	readonly thing: Thing;
	readonly at: number;
	readonly end: number;
}

/** The thing a text names first, by the longest word for it. */
function firstThing(text: string): Named | undefined {
	let first: Named | undefined;
	for (const [word, thing] of THINGS) {
		const found = word.exec(text);
		if (found === null || (first && first.at <= found.index)) continue;
		first = { thing, at: found.index, end: found.index + found[0].length };
	}
	return first;
}

/** The one word behind the last colon, where there is one. */
function idAtEnd(text: string): string | undefined {
	const colon = text.lastIndexOf(':');
	const word = text
		.slice(colon + 1)
		.replace(/[\s.'"]{1,4}$/, '')
		.replace(/^[\s'"]{1,4}/, '');
	return colon >= 0 && /^[^\s,]{1,100}$/.test(word) ? word : undefined;
}

// In the languages in which Zoom's sentences have been seen, and those it is sold in most.
const ANY_THING =
	/meeting|webinar|user|group|account|number|extension|recording|registrant|panelist|role|device|room|site|reuni[oó]n|usuario|grupo|cuenta|n[uú]mero|grabaci[oó]n|r[eé]union|utilisateur|groupe|compte|num[eé]ro|enregistrement|besprechung|benutzer|gruppe|konto|nummer|aufzeichnung|usu[aá]rio|conta\b|reuni[aã]o|utente|riunione|ミーティング|ウェビナー|ユーザー|グループ|アカウント|番号|会议|會議|用户|用戶|群组|账户|帐户|号码|사용자|회의|그룹|계정|번호|пользовател|конференци|групп|учетн|номер/i;

/** Whether a sentence speaks of a thing at all. */
export const speaksOfThing = (message: string): boolean => ANY_THING.test(message);

/** Parts of paths behind which an ID stands. */
const COLLECTIONS: ReadonlyMap<string, Thing> = new Map([
	['meetings', 'meeting'],
	['past_meetings', 'meeting'],
	['live_meetings', 'meeting'],
	['webinars', 'webinar'],
	['past_webinars', 'webinar'],
	['live_webinars', 'webinar'],
	['users', 'user'],
	['Users', 'user'],
	['groups', 'group'],
	['Groups', 'group'],
	['registrants', 'registrant'],
	['recordings', 'recording'],
	['tracking_fields', 'tracking field'],
]);

/** What a call is about. */
export interface Subject {
	/** The things whose IDs are in its path. */
	readonly things: ReadonlySet<Thing>;
	readonly isAboutRecordings: boolean;
	/** Whether the call is one of Zoom Phone. */
	readonly isPhone: boolean;
}

/** What a call of this operation is about, from its path alone. */
export function subjectOf({ path, endpoint = path }: RestOperation): Subject {
	const segments = endpoint.split('/');
	const things = segments.flatMap((segment, at) => {
		const thing = isId(segments[at + 1]) ? COLLECTIONS.get(segment) : undefined;
		return thing === undefined ? [] : [thing];
	});
	return {
		things: new Set(things),
		isAboutRecordings: segments.includes('recordings') || segments.includes('transcript'),
		isPhone: segments[1] === 'phone',
	};
}

const isId = (segment = '') => /^\{|^me$|[\d@%]/.test(segment);
