// Deeper than anything Zoom takes, and far from where those who walk through it on the way run out of stack.
const DEEPEST = 100;

// Libraries on the way take a member of this name for the prototype of an object.
const RESERVED = '__proto__';

/** Says why a value cannot be sent as JSON, or would not arrive as it is; undefined when it can. */
export function jsonProblem(given: unknown): string | undefined {
	if (!hasJson(given)) return 'must be a value that JSON can represent';
	let level = [given].filter(isNested);
	for (let depth = 0; level.length > 0; depth++) {
		if (depth === DEEPEST) return `must not be nested more than ${DEEPEST} levels deep`;
		if (level.some((value) => Object.hasOwn(value, RESERVED))) {
			return `must not have a key named "${RESERVED}"`;
		}
		level = level.flatMap((value) => Object.values(value).filter(isNested));
	}
	return undefined;
}

// Circles and numbers of any length have none.
function hasJson(given: unknown): boolean {
	try {
		return JSON.stringify(given) !== undefined;
	} catch {
		return false;
	}
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;
