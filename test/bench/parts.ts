import { cpu } from './cpu';
import { creates } from './creates';
import { description } from './description';
import { downloads } from './downloads';
import { growth } from './growth';
import { lists } from './lists';
import type { Part } from './part';
import { trigger } from './trigger';

/** All that is measured, in the order of the page. */
export const parts = { creates, lists, downloads, cpu, growth, description, trigger } as Record<
	string,
	Part
>;
