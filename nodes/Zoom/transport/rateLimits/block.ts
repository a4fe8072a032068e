import type { ErrorResponse } from '../response/outcome';
import { clock } from '../sync/clock';

/** Zoom takes no calls of some kind before a moment. */
export interface Block {
	/** Milliseconds since 1970. */
	readonly until: number;
	/** What Zoom said. */
	readonly refusal: ErrorResponse;
	/** Whether it is for the rest of a day, which nobody waits for. */
	readonly isForDay: boolean;
}

/** Keeps the block that lasts longest, for as long as it was to last when Zoom named it, whatever the clock shows later. */
export class Blocked {
	private block: Block | undefined;
	/** In elapsed milliseconds. */
	private endsAt = -Infinity;

	/**
	 * Takes over a block that lasts longer than the one there is.
	 * @returns when it ends, in elapsed milliseconds; undefined where it changes nothing
	 */
	extend(block: Block): number | undefined {
		const wait = block.until - clock.now();
		const endsAt = clock.elapsed() + wait;
		if (!(wait > 0 && endsAt > this.endsAt)) return undefined;
		this.block = block;
		this.endsAt = endsAt;
		return endsAt;
	}

	/** Ends the block; tells whether there was one. */
	lift(): boolean {
		const isBlocked = this.left > 0;
		this.endsAt = -Infinity;
		return isBlocked;
	}

	/** The block that there is, where it is not one that may be waited for: it is for the day, or lasts too long. */
	beyond(maxWait: number): Block | undefined {
		const { block, left } = this;
		if (!block || left <= 0 || !(block.isForDay || left > maxWait)) return undefined;
		return { ...block, until: clock.now() + left };
	}

	private get left(): number {
		return this.endsAt - clock.elapsed();
	}
}
