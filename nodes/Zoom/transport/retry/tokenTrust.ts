import { untilAborted } from '../../host/cancellation';
import type { Failed, Outcome } from '../response/outcome';
import { endsConnection } from '../response/outcome';

/** A new token may run out by chance before it is used; so many in a row do not. */
const MOST_REFUSALS = 3;

/** The turn of a call, which is the only one where the token is doubted. */
export interface Turn {
	/** Zoom has begun to answer, and so has taken the token. */
	readonly taken: () => void;
	/** The call is done, whatever it came to. */
	readonly leave: () => void;
}

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
	 * Waits until a call is of use. After a refusal one call is made at a time, until Zoom takes one.
	 * @returns the turn to make it in, which is to be left after it; or why it is of none
	 */
	async enter(signal?: AbortSignal): Promise<Turn | Failed> {
		while (this.trial) await untilAborted(this.trial, signal);
		if (this.end) return this.end;
		let leave: () => void = () => undefined;
		if (this.refusals > 0) {
			this.trial = new Promise<void>((resolve) => (leave = resolve));
			void this.trial.then(() => (this.trial = undefined));
		}
		const taken = () => {
			this.refusals = 0;
			leave();
		};
		return { taken, leave };
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
