import type { Section } from './section';
import type { Site } from './site';

/** One part of the benchmark; what it measured is enough to tell of it later. */
export interface Part<Samples = unknown> {
	readonly measure: (site: Site) => Promise<Samples>;
	readonly tell: (samples: Samples) => Section;
}
