import type { IExecuteFunctions, ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';
import { deepCopy, NodeOperationError } from 'n8n-workflow';

import { clock } from '../../transport/sync/clock';
import { settle } from '../../transport/sync/settle';
import { keyOf, recent } from '../events/duplicates';
import type { EventBody } from '../events/eventBody';
import { isEventBody } from '../events/eventBody';
import type { HostIds } from '../filter/filter';
import { accepted } from '../filter/filter';
import { dependsOnUnknownHost, lookUpLate } from '../filter/lateHosts';
import type { Settings } from '../parameters/settings';
import { connectionPool } from './connectionPool';
import { createConnectionUrls, connectionKeyOf } from './connectionUrl';
import type { Listener, StatusChange } from './sharedConnection';

/** How long an activation waits to hear how it went. */
const FIRST_NEWS = 10_000;
/** How often a test tries to connect for the first time. */
const TRIES = 3;

const STILL_TRYING =
	'The node keeps trying to connect. Events that occur until then are lost: Zoom does not send them again.';

/**
 * Starts the workflow with each event of a subscription, until it is deactivated.
 * @param known IDs of hosts in the filter; those that are missing are looked up when an event hangs on them
 * @throws InputError when the Socket URL is none, and NodeOperationError when Zoom refuses the connection; an outage is no
 * reason, since n8n gives up a node that fails to start
 */
export async function listen(
	caller: ITriggerFunctions,
	settings: Settings,
	known: HostIds,
): Promise<ITriggerResponse> {
	let hostIds = known;
	const connectionKey = await connectionKeyOf(caller, settings);
	const over = new AbortController();
	const first = new Promise<StatusChange>((resolve) => {
		const leave = join(caller, connectionKey, settings, {
			event(content) {
				if (!isEventBody(content)) return;
				if (!dependsOnUnknownHost(content, settings, hostIds))
					return take(caller, settings, hostIds, content);
				return lookUpLate(caller, settings, hostIds).then((found) => {
					hostIds = found;
					take(caller, settings, hostIds, content);
				});
			},
			news(news) {
				if (news.kind !== 'lost') resolve(news);
				if (news.kind === 'outage') caller.saveFailedExecution(noEvents(caller, news.message));
				tell(caller, news);
			},
		});
		over.signal.addEventListener('abort', leave, { once: true });
	});
	const news = await soon(first);
	// After a restart nobody is there to read the error, and n8n would give up for good.
	const isWatched = !['init', 'leadershipChange'].includes(caller.getActivationMode());
	if (news?.kind === 'refused' && isWatched) {
		over.abort();
		throw new NodeOperationError(caller.getNode(), news.message);
	}
	return {
		closeFunction: async () => over.abort(),
	};
}

const noEvents = (caller: ITriggerFunctions, message: string) =>
	new NodeOperationError(caller.getNode(), `Zoom Trigger receives no events. ${message}`, {
		description: STILL_TRYING,
	});

/** Starts the workflow with an event, unless it is not wanted or came before. */
function take(
	caller: ITriggerFunctions,
	settings: Settings,
	hostIds: HostIds,
	content: EventBody,
): void {
	const body = bodyOf(content, settings, hostIds);
	const node = `${caller.getWorkflow().id}:${caller.getNode().id}`;
	if (body && !isRepeat(node, body, settings)) caller.emit([[{ json: body }]]);
}

/**
 * The next event of a subscription, for a test in the editor.
 * @throws InputError when the Socket URL is none, and NodeOperationError when no event can come any more, when Zoom cannot
 * be reached, or when the execution is stopped
 */
export async function nextEvent(
	caller: IExecuteFunctions,
	settings: Settings,
	hostIds: HostIds,
): Promise<EventBody> {
	const connectionKey = await connectionKeyOf(caller, settings);
	const over = new AbortController();
	const found = await settle(
		new Promise<EventBody>((resolve, reject) => {
			const fail = (message: string) => reject(new NodeOperationError(caller.getNode(), message));
			// Once it has been connected, it may be again.
			let triesLeft = TRIES;
			const leave = join(caller, connectionKey, settings, {
				event(content) {
					const body = bodyOf(content, settings, hostIds);
					if (body) resolve(body);
				},
				news(news) {
					tell(caller, news);
					if (news.kind === 'connected') triesLeft = Infinity;
					else if (news.kind !== 'lost' || --triesLeft === 0) fail(news.message);
				},
			});
			over.signal.addEventListener('abort', leave, { once: true });
			const cancelled = caller.getExecutionCancelSignal();
			const stop = () => fail('The execution was stopped');
			cancelled?.addEventListener('abort', stop, { signal: over.signal });
			if (cancelled?.aborted) stop();
		}),
	);
	over.abort();
	if (found.status === 'rejected') throw found.reason;
	return found.value;
}

interface Reactions {
	readonly event: (content: unknown) => void | Promise<void>;
	readonly news: (news: StatusChange) => void;
}

/** Joins the others on a line, and moves when it is another; none of them is to suffer from an error of this one. */
function join(
	caller: ITriggerFunctions | IExecuteFunctions,
	connectionKey: string,
	settings: Settings,
	reactions: Reactions,
): () => void {
	const report = (error: unknown) => {
		const { message }: Error = Object(error);
		caller.logger.error(`Zoom Trigger could not process an event: ${message}`);
	};
	const safely = (act: () => void | Promise<void>) => {
		try {
			act()?.catch(report);
		} catch (error) {
			report(error);
		}
	};
	const pool = connectionPool();
	const moveTo = (next: string) => {
		if (next === place.line || place.isLeft) return;
		place.leave();
		Object.assign(place, { line: next, leave: pool.join(next, listener) });
	};
	const listener: Listener = {
		...createConnectionUrls(caller, settings, moveTo),
		event: (content) => safely(() => reactions.event(content)),
		news: (news) => safely(() => reactions.news(news)),
	};
	const place = { line: connectionKey, leave: pool.join(connectionKey, listener), isLeft: false };
	return () => {
		place.isLeft = true;
		place.leave();
	};
}

/** What of a message is for this workflow: a copy, since others get the same message and may change theirs. */
function bodyOf(content: unknown, settings: Settings, hostIds: HostIds): EventBody | undefined {
	const body = isEventBody(content) ? accepted(content, settings, hostIds) : undefined;
	return body && deepCopy(body);
}

const isRepeat = (node: string, body: EventBody, { removeDuplicates }: Settings) =>
	removeDuplicates && recent().isKnown([`${node}:${keyOf(body)}`]);

function tell(caller: ITriggerFunctions | IExecuteFunctions, news: StatusChange): void {
	const about = { workflowId: caller.getWorkflow().id, nodeName: caller.getNode().name };
	if (news.kind === 'connected') caller.logger.debug('Zoom Trigger is connected', about);
	else caller.logger.warn(`Zoom Trigger is not connected: ${news.message}`, about);
}

/** What comes in time; undefined when nothing does. */
async function soon<T>(coming: Promise<T>): Promise<T | undefined> {
	const over = new AbortController();
	const late = settle(clock.sleep(FIRST_NEWS, over.signal)).then(() => undefined);
	const found = await Promise.race([coming, late]);
	over.abort();
	return found;
}
