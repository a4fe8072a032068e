import { byName } from '../../registry/menuOrder';
import type { Operation } from '../../registry/types';

/** Operations of several files in the order of their names, as the menu shows them. */
export const menuOf = (...parts: ReadonlyArray<readonly Operation[]>): Operation[] =>
	parts.flat().sort(byName);
