/**
 * The same function, which works out once what it says of an object and says it again as long as the object is there. What
 * it says has to depend on nothing else, so that nobody can tell the difference.
 */
export function memoized<K extends object, V>(work: (about: K) => V): (about: K) => V {
	const known = new WeakMap<K, { readonly value: V }>();
	return (about) => {
		const before = known.get(about);
		if (before) return before.value;
		const value = work(about);
		known.set(about, { value });
		return value;
	};
}
