import { requestOptions } from '../../form/requestOptions';
import type { N8nContext } from '../../host/n8nContext';
import { processState } from '../../host/processState';
import { clock } from '../../transport/sync/clock';
import { SingleFlight } from '../../transport/sync/singleFlight';
import type { EventBody } from '../events/eventBody';
import type { Settings } from '../parameters/settings';
import type { HostIds } from './filter';
import { accepted } from './filter';
import { lookUpHosts, needsLookUp } from './users';

/** Whether the event would pass but for hosts whose IDs are not known: Zoom was out, or n8n has not kept them. */
export function dependsOnUnknownHost(
	body: EventBody,
	settings: Settings,
	hostIds: HostIds,
): boolean {
	const { wanted, filters } = settings;
	const isUnknown = (host: string) => needsLookUp(host) && !Object.hasOwn(hostIds, host);
	const ofAnyHost = { wanted, filters: { ...filters, hosts: [] } };
	return filters.hosts.some(isUnknown) && accepted(body, ofAnyHost, {}) !== undefined;
}

/** Zoom waits three seconds for an answer to a webhook, and then delivers again. */
const IMPATIENCE = requestOptions({ retryMode: 'none', timeout: 3 });
const PAUSE = 10_000;

const MOST_NODES = 1000;
const lookUps = processState('late look-ups of hosts', () => new SingleFlight<HostIds>(MOST_NODES));

/**
 * Looks up the hosts that an activation could not, for an event that hangs on them; at most every ten seconds for a node.
 * @param known what was found before
 * @returns what is known now, which is the same when Zoom does not answer
 */
export async function lookUpLate(
	caller: N8nContext,
	settings: Settings,
	known: HostIds,
): Promise<HostIds> {
	const node = caller.getNode();
	const key = `${caller.getWorkflow().id}:${node.id}:${settings.filters.hosts.join()}`;
	const lookUp = async () =>
		await lookUpHosts(caller, settings, known, IMPATIENCE).catch((error: Error) => {
			caller.logger.warn(`Zoom Trigger: ${error.message}`, { nodeName: node.name });
			return known;
		});
	return await lookUps().run(key, lookUp, ({ begunAt }) => clock.elapsed() - begunAt < PAUSE);
}
