import type { N8nContext } from './n8nContext';

/** A call that was not made, since the execution was stopped before. n8n knows by the last word what it was. */
export const STOPPED = {
	kind: 'notSent',
	message: 'Stopped because the execution was canceled.',
	transient: false,
} as const;

/** What tells that the execution was stopped, where there is one. */
export const cancelSignal = (caller: N8nContext): AbortSignal | undefined =>
	'getExecutionCancelSignal' in caller ? caller.getExecutionCancelSignal() : undefined;

/** What the work comes to, or an error at once when the signal says that nobody wants it any more. */
export async function untilAborted<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
	if (!signal) return await work;
	signal.throwIfAborted();
	const watch = new AbortController();
	const aborted = new Promise<never>((_, reject) => {
		const onAbort = () => reject(signal.reason);
		signal.addEventListener('abort', onAbort, { once: true, signal: watch.signal });
	});
	return await Promise.race([work, aborted]).finally(() => watch.abort());
}
