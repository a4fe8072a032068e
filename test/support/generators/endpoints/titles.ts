import { ACRONYMS, ADDED, DEEDS, EXCEPTIONS, NO_LIST, PROPER_NAMES, WORDS } from './titleWords';

interface Part {
	/** Segments of the path up to a value, or to the end. */
	readonly segments: readonly string[];
	/** Whether a value follows that says which. */
	readonly isOne: boolean;
}

/** What an endpoint does, in words made from its method and path. */
export function titleOf(method: string, path: string): string {
	return EXCEPTIONS[`${method} ${path}`] ?? ruled(method, partsOf(path));
}

function partsOf(path: string): Part[] {
	return path
		.split(/(?:\/\{\w+\})+/)
		.filter((literal) => literal !== '')
		.map((literal, index, all) => ({
			segments: literal.split('/').filter((segment) => segment !== ''),
			isOne: index < all.length - 1 || path.endsWith('}'),
		}));
}

function ruled(method: string, parts: readonly Part[]): string {
	if (method === 'GET') {
		if (has(parts, 'report') || has(parts, 'reports')) {
			return `Report on ${thing(without(without(parts, 'report'), 'reports'))}`;
		}
		if (has(parts, 'metrics')) {
			return `Get the dashboard of ${thing(without(parts, 'metrics'))}`;
		}
	}
	const [last, name] = lastOf(parts);
	const isDeed = name in DEEDS && (!last.isOne || name === 'download');
	if (isDeed && ['GET', 'POST', 'PUT', 'PATCH'].includes(method)) return deed(parts);
	if (name === 'batch') return `${BATCH[method]} several ${things(without(parts, 'batch'))}`;
	if (method === 'GET') return get(parts);
	if (method === 'POST') return post(parts);
	if (method === 'DELETE') return remove(parts);
	return update(parts);
}

const BATCH: Readonly<Record<string, string>> = {
	POST: 'Create',
	PUT: 'Update',
	PATCH: 'Update',
	DELETE: 'Delete',
};

function lastOf(parts: readonly Part[]): [Part, string] {
	const last = parts[parts.length - 1];
	return [last, last.segments[last.segments.length - 1]];
}

// Not as the last word: "/contact_center/analytics/agents/leg_metrics" is no dashboard.
const has = (parts: readonly Part[], segment: string) =>
	parts.some(
		({ segments }, index) =>
			segments.includes(segment) &&
			!(index === parts.length - 1 && segments[segments.length - 1] === segment),
	);

/** The parts without a segment, and without those that are then empty. */
const without = (parts: readonly Part[], segment: string): Part[] =>
	parts
		.map((part) => ({ ...part, segments: part.segments.filter((entry) => entry !== segment) }))
		.filter(({ segments }) => segments.length > 0);

function deed(parts: readonly Part[]): string {
	const [last, name] = lastOf(parts);
	const inner = last.segments.slice(0, -1);
	const owners = parts.slice(0, -1);
	const of = inner.length > 0 ? [...owners, { segments: inner, isOne: true }] : owners;
	const isPlural = /several|Search/.test(DEEDS[name]);
	return DEEDS[name].replace('{}', isPlural ? things(of) : one(of));
}

function get(parts: readonly Part[]): string {
	const [last] = lastOf(parts);
	if (last.isOne) return `Get ${one(parts)}`;
	return isList(phrase(last.segments)) ? `List ${things(parts)}` : `Get the ${things(parts)}`;
}

function post(parts: readonly Part[]): string {
	const [last, name] = lastOf(parts);
	const owners = parts.slice(0, -1);
	const noun = phrase(last.segments);
	if (ADDED.has(name) && owners.length > 0 && !last.isOne) return `Add ${noun} to ${one(owners)}`;
	if (/(?:^|_)actions?$/.test(name)) return `Act on ${one(owners)}`;
	if (name === 'commands') return `Send a command to ${one(owners)}`;
	if (name === 'files' || name === 'file') return `Upload ${one(parts)}`;
	if (last.isOne) return `Add ${one(parts)}`;
	const owner = owners.length > 0 ? ` for ${one(owners)}` : '';
	const several = /^batch_/.test(name) ? noun.replace('batch', 'several') : undefined;
	return `Create ${several ?? article(singular(noun), noun)}${owner}`;
}

function remove(parts: readonly Part[]): string {
	const [last, name] = lastOf(parts);
	const owners = parts.slice(0, -1);
	const noun = phrase(last.segments);
	if (ADDED.has(name) && owners.length > 0) {
		return `Remove ${last.isOne ? article(singular(noun)) : noun} from ${one(owners)}`;
	}
	return last.isOne ? `Delete ${one(parts)}` : `Delete the ${things(parts)}`;
}

function update(parts: readonly Part[]): string {
	const [last, name] = lastOf(parts);
	if (name === 'events' && !last.isOne) {
		const inner = last.segments.slice(0, -1);
		return `Control ${inner.length > 0 ? phrase(inner) : one(parts.slice(0, -1))}`;
	}
	if (/(?:^|_)actions?$/.test(name) && !last.isOne) return `Act on ${one(parts.slice(0, -1))}`;
	return last.isOne ? `Update ${one(parts)}` : `Update the ${things(parts)}`;
}

const thing = (parts: readonly Part[]) => (lastOf(parts)[0].isOne ? one(parts) : things(parts));

function one(parts: readonly Part[]): string {
	return article(singular(phrase(lastOf(parts)[0].segments))) + of(parts);
}

const things = (parts: readonly Part[]): string => phrase(lastOf(parts)[0].segments) + of(parts);

const of = (parts: readonly Part[]) => (parts.length > 1 ? ` of ${one(parts.slice(0, -1))}` : '');

/** "phone call queues": what stands before the last segment describes it, so it loses its plural. */
function phrase(segments: readonly string[]): string {
	const last = wordsOf(segments[segments.length - 1]);
	const before = segments.slice(0, -1);
	const qualities = before
		.filter((segment) => segment !== 'settings' && segment !== 'content')
		.map((segment) => describing(wordsOf(segment)));
	const noun = [...qualities, last].reduce(joined);
	return before.includes('settings') && !isList(last) ? `${noun} settings` : noun;
}

const describing = (words: string) =>
	PROPER_NAMES.has(words) || NO_LIST.test(words) ? words : singular(words);

const wordsOf = (segment: string) =>
	WORDS[segment] ??
	segment
		.replace(/[_-]/g, ' ')
		.toLowerCase()
		.replace(ACRONYMS, (name) => name.toUpperCase());

// "outbound campaign" and "campaigns" are "outbound campaigns".
function joined(before: string, word: string): string {
	const [first] = word.split(' ');
	const isDouble = before.split(' ').pop() === singularWord(first);
	return isDouble ? before.replace(/[^ ]*$/, word) : `${before} ${word}`;
}

const isList = (noun: string) => singular(noun) !== noun && !NO_LIST.test(noun);

const singular = (text: string) => text.replace(/[^ ]+$/, singularWord);

function singularWord(word: string): string {
	if (word === 'children') return 'child';
	if (/ies$/.test(word)) return word.replace(/ies$/, 'y');
	if (/(?:ss|us|x|ch|sh)es$/.test(word)) return word.replace(/es$/, '');
	return /(?:ss|us|is|SMS|TSP|AI)$/.test(word) ? word : word.replace(/s$/, '');
}

/** A noun with its article, unless it is one of those that have but a plural. */
const article = (noun: string, many = noun) =>
	NO_LIST.test(many) ? many : `${/^(?:[aeio]|un(?!i)|H\.|SMS)/i.test(noun) ? 'an' : 'a'} ${noun}`;
