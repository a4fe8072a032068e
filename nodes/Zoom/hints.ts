import type { IExecuteFunctions } from 'n8n-workflow';

/** What a run has to tell besides its items. */
export interface Hints {
	/** Tells something once, however many items say it. */
	readonly add: (message: string) => void;
}

const MOST = 10;

/** Collects hints, which n8n shows beside the output. */
export function hintsOf(caller: IExecuteFunctions): Hints {
	const told = new Set<string>();
	return {
		add(message) {
			if (told.has(message)) return;
			told.add(message);
			if (told.size <= MOST) caller.addExecutionHints({ message, type: 'warning' });
			else if (told.size === MOST + 1) {
				caller.addExecutionHints({ message: 'There are more hints like these.', type: 'warning' });
			}
		},
	};
}
