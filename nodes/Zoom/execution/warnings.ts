import type { IExecuteFunctions } from 'n8n-workflow';

import { shortened } from '../text/quote';
import type { WaitMetrics } from '../transport/sync/waitMetrics';

/** What a run has to tell besides its items. */
export interface Warnings {
	/** Tells something once, however many items say it. */
	readonly warn: (message: string) => void;
}

const MOST = 10;
const LONGEST = 1000;

/** Collects hints, which n8n shows beside the output. */
export function warningsOf(caller: IExecuteFunctions): Warnings {
	const told = new Set<string>();
	return {
		warn(sentence) {
			const message = shortened(sentence, LONGEST);
			if (told.size > MOST || told.has(message)) return;
			told.add(message);
			if (told.size <= MOST) caller.addExecutionHints({ message, type: 'warning' });
			else if (told.size === MOST + 1) {
				caller.addExecutionHints({
					message: 'More hints like these were left out.',
					type: 'warning',
				});
			}
		},
	};
}

// What is shorter nobody wonders about.
const NOTICEABLE = 2000;

/** Tells what held a run up, if it was noticeable. */
export function tellWaits(warnings: Warnings, waits: WaitMetrics): void {
	const [turns, repeats] = [waits.total('turn'), waits.total('repeat')];
	if (turns + repeats <= NOTICEABLE) return;
	if (turns > 0) {
		warnings.warn(
			`Waited ${seconds(turns)} for Zoom's rate limit (set by Plan and Share of Rate Limit in the credential).`,
		);
	}
	if (repeats > 0) {
		warnings.warn(`Waited ${seconds(repeats)} before retrying failed calls.`);
	}
}

const seconds = (milliseconds: number) =>
	milliseconds < 1000 ? 'less than a second' : `${Math.round(milliseconds / 1000)} s`;

/** Warns of the setting with which n8n would make everything again that was made. */
export function warnOfRetryOnFail(warnings: Warnings, caller: IExecuteFunctions): void {
	if (caller.getNode().retryOnFail !== true) return;
	warnings.warn(
		'Retry On Fail is on in the settings of this node: if one item fails, n8n runs all items again, including items that Zoom has already processed. Turn it off, and use Retry Mode under Options instead. Retry Mode retries single calls, and only if that is safe.',
	);
}
