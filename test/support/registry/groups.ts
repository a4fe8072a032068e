import type { Named } from './registry';
import { restOperations } from './registry';
import type { RestOperation } from '../../../nodes/Zoom/registry/types';

/** The parts into which a test of all operations is divided, so that they run side by side. */
export type Group = 'meetings' | 'webinars' | 'people' | 'others';

/** The REST operations of a group; every operation is in one. */
export const operationsOf = (group: Group): Named<RestOperation>[] =>
	restOperations.filter(({ resource }) => groupOf(resource) === group);

function groupOf(resource: string): Group {
	if (/meeting/i.test(resource)) return 'meetings';
	if (/webinar/i.test(resource)) return 'webinars';
	return PEOPLE.includes(resource) ? 'people' : 'others';
}

const PEOPLE = ['user', 'group', 'tsp', 'pac', 'trackingField'];
