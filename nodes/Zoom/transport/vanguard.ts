import type { Connection } from '../operation';
import { untilAborted } from './aborted';
import type { Outcome } from './outcome';
import { time } from './time';

const leaders = new Map<string, Promise<void>>();
/** Connections that were read before there was a token, and have made a call since. */
const signedIn = new WeakSet<Connection>();

/**
 * Lets one call of an account go first while there is no access token, or none that is still good: n8n gets one in the
 * course of it. All others would have their turns meanwhile and then go out at once.
 * @param call the call, which is made in any case; it may say that Zoom has answered long before it is done
 */
export async function afterFirst<T extends Outcome<unknown>>(
	connection: Connection,
	call: (answered?: () => void) => Promise<T>,
	signal?: AbortSignal,
): Promise<T> {
	const { account, tokenExpiresAt = Infinity } = connection;
	if (tokenExpiresAt > time.now() || signedIn.has(connection)) return await call();
	const leader = leaders.get(account);
	if (leader) await untilAborted(leader, signal);
	let answered: (() => void) | undefined;
	const answer = new Promise<void>((resolve) => (answered = resolve));
	const made = call(answered);
	if (!leader) lead(account, Promise.race([answer, made]));
	const outcome = await made;
	if (outcome.kind !== 'notSent') signedIn.add(connection);
	return outcome;
}

function lead(account: string, call: Promise<unknown>): void {
	const done = call.then(
		() => undefined,
		() => undefined,
	);
	leaders.set(account, done);
	void done.then(() => leaders.delete(account));
}
