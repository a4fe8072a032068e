import type { Connection } from '../operation';
import { untilAborted } from './aborted';
import { time } from './time';

const leaders = new Map<string, Promise<void>>();

/**
 * Lets one call of an account go first while there is no access token, or none that is still good: n8n gets one in the
 * course of it. All others would have their turns meanwhile and then go out at once.
 * @param call the call, which is made in any case
 */
export async function afterFirst<T>(
	{ account, tokenExpiresAt = Infinity }: Connection,
	call: () => Promise<T>,
	signal?: AbortSignal,
): Promise<T> {
	if (tokenExpiresAt > time.now()) return await call();
	const leader = leaders.get(account);
	if (leader) {
		await untilAborted(leader, signal);
		return await call();
	}
	const lead = call();
	const done = lead.then(
		() => undefined,
		() => undefined,
	);
	leaders.set(account, done);
	void done.then(() => leaders.delete(account));
	return await lead;
}
