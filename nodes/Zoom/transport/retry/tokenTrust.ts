import { untilAborted } from '../../host/cancellation';
import type { Failed, Outcome } from '../response/outcome';
import { endsConnection } from '../response/outcome';
import { settle } from '../sync/settle';

/** A new token may run out by chance before it is used; so many in a row do not. */
const MOST_REFUSALS = 3;

/**
 * Follows whether Zoom takes the token that the calls of a run are made with, so that none is made in vain once it surely
 * does not.
 */
export class TokenTrust {
	private end: Failed | undefined;
	/** How many calls in a row were refused for their token although it was new; those that began together count once. */
	private refusals = 0;
	/** The only call that is made while the token is doubted. */
	private trial: Promise<unknown> | undefined;

	/**
	 * Does what leads to a call, unless there is no use in it. After a refusal one call is made at a time, until Zoom takes
	 * one.
	 * @param work makes the call by `call`; `taken` says that Zoom has begun to answer
	 */
	async whileTrusted<T>(
		work: (taken: () => void) => Promise<Outcome<T>>,
		signal?: AbortSignal,
	): Promise<Outcome<T>> {
		while (this.trial) await untilAborted(this.trial, signal);
		if (this.end) return this.end;
		let release: () => void = () => undefined;
		const released = new Promise<void>((resolve) => (release = resolve));
		const isTrial = this.refusals > 0;
		const done = work(() => {
			this.refusals = 0;
			release();
		});
		if (isTrial) this.waitFor(Promise.race([released, settle(done)]));
		return await done;
	}

	/** Makes a call and notes what it shows of the token. */
	async call<T>(make: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
		if (this.end) return this.end;
		const before = this.refusals;
		const outcome = await make();
		if (isTaken(outcome)) this.refusals = 0;
		if (!endsConnection(outcome)) return outcome;
		if (this.refusals === before) this.refusals++;
		if (outcome.kind !== 'errorResponse' || this.refusals >= MOST_REFUSALS) this.end ??= outcome;
		return outcome;
	}

	private waitFor(trial: Promise<unknown>): void {
		this.trial = trial;
		void trial.then(() => (this.trial = undefined));
	}
}

const NOTHING_OF_TOKENS: readonly number[] = [401, 408, 429];

/** Whether Zoom has looked at what was asked for, and so has taken the token. */
const isTaken = (outcome: Outcome<unknown>) =>
	outcome.kind === 'success' ||
	(outcome.kind === 'errorResponse' &&
		outcome.endsConnection === undefined &&
		outcome.form !== 'page' &&
		outcome.status < 500 &&
		!NOTHING_OF_TOKENS.includes(outcome.status));
