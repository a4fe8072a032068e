import type { Endpoint } from '../resources/api/endpoints';

/** Products of which most people look for an endpoint, for a list in which nothing was typed. */
const FIRST_PRODUCTS: readonly string[] = ['meetings', 'users', 'phone', 'team-chat'];

/** Where a word was found, the best place first. */
const PLACES: ReadonlyArray<(endpoint: Endpoint) => string> = [
	({ title }) => title,
	({ method, path }) => `${method} ${path}`,
	({ product }) => product.replace(/-/g, ' '),
];

/**
 * The endpoints with all the words, in any order. First those with the words in the title, then in the path, then in the
 * product; deprecated ones last.
 */
export function findEndpoints(all: readonly Endpoint[], typed: string): readonly Endpoint[] {
	const words = wordsOf(typed);
	if (words.length === 0) return popularFirst(all);
	const found = all.flatMap((endpoint) => {
		const rank = rankOf(endpoint, words);
		return rank === undefined ? [] : [{ endpoint, rank }];
	});
	return found.sort((a, b) => compare(a.rank, b.rank)).map(({ endpoint }) => endpoint);
}

function popularFirst(all: readonly Endpoint[]): Endpoint[] {
	const rank = ({ product, deprecated }: Endpoint) => {
		const place = FIRST_PRODUCTS.indexOf(product);
		return [deprecated ? 1 : 0, place === -1 ? FIRST_PRODUCTS.length : place];
	};
	return [...all].sort((a, b) => compare(rank(a), rank(b)));
}

/** All of Zoom's API is of Zoom, and few titles say so. */
function wordsOf(typed: string): string[] {
	const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
	const telling = words.filter((word) => word !== 'zoom' && !ARTICLES.has(word));
	return telling.length > 0 ? telling : words;
}

/** What to sort by, the most important first; undefined where a word is missing. */
function rankOf(endpoint: Endpoint, words: readonly string[]): number[] | undefined {
	const places = PLACES.map((place) => place(endpoint).toLowerCase());
	const foundAt = words.map((word) => places.findIndex((place) => has(place, word)));
	if (foundAt.includes(-1)) return undefined;
	const [title] = places;
	const titleWords = title.split(' ').filter((word) => !ARTICLES.has(word));
	// "Create a meeting for a user" is closer to "create meeting" than "Create a poll for a meeting".
	const positions = words.map((word) => titleWords.findIndex((each) => has(each, word)));
	const place = Math.max(...foundAt);
	return [
		endpoint.deprecated ? 1 : 0,
		place,
		positions.reduce((sum, position) => sum + position, 0),
		-words.filter((word) => titleWords.includes(word)).length,
		place === 0 ? title.length : endpoint.path.length,
	];
}

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the']);

/** A list is found by its one: "meetings" finds "Get a meeting". */
const has = (place: string, word: string) =>
	place.includes(word) ||
	(word.length > 3 && word.endsWith('s') && place.includes(word.slice(0, -1)));

function compare(a: readonly number[], b: readonly number[]): number {
	const index = a.findIndex((value, place) => value !== b[place]);
	return index === -1 ? 0 : a[index] - b[index];
}
