import { clock } from './clock';

/** Why a call was not made at once: its turn had not come, or an earlier try had failed. */
export type WaitReason = 'turn' | 'repeat';

/** Measures how long waiting held up a run, whose items wait side by side: time counts once, however many wait. */
export class WaitMetrics {
	private readonly running: Record<WaitReason, { count: number; since: number; total: number }> = {
		turn: { count: 0, since: 0, total: 0 },
		repeat: { count: 0, since: 0, total: 0 },
	};

	/** Measures what is done while waiting. */
	async during<T>(reason: WaitReason, waiting: () => Promise<T>): Promise<T> {
		const entry = this.running[reason];
		if (entry.count++ === 0) entry.since = clock.elapsed();
		try {
			return await waiting();
		} finally {
			if (--entry.count === 0) entry.total += clock.elapsed() - entry.since;
		}
	}

	/** Milliseconds in which at least one item waited for that reason. */
	total(reason: WaitReason): number {
		return this.running[reason].total;
	}
}
