import type { Part } from './part';
import { cpu } from './parts/cpu';
import { creates } from './parts/creates';
import { description } from './parts/description';
import { downloads } from './parts/downloads';
import { growth } from './parts/growth';
import { lists } from './parts/lists';
import { trigger } from './parts/trigger';

/** All that is measured, in the order of the page. */
export const parts = { creates, lists, downloads, cpu, growth, description, trigger } as Record<
	string,
	Part
>;
