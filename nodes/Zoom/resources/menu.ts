import { byName } from '../alphabet';
import type { Operation } from '../operation';

/** Operations of several files in the order of their names, as the menu shows them. */
export const menuOf = (...parts: ReadonlyArray<readonly Operation[]>): Operation[] =>
	parts.flat().sort(byName);
