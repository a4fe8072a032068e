import type { OperationContext, Values } from '../registry/types';
import { resources } from '../resources';
import { readConnection } from '../transport/auth/connection';
import type { CallOptions } from '../transport/retry/sendWithRetry';
import { clock } from '../transport/sync/clock';
import { runExclusive } from '../transport/sync/keyedMutex';
import { buildRequest } from '../values/request';
import type { ExecutionState } from './executionState';
import { fileCalls } from './fileCalls';
import { requestCalls } from './requestCalls';
import { revoke } from './revocation';

/** Which item is worked on, and how. */
export interface ItemOptions {
	readonly index: number;
	readonly credentialType: string;
	readonly callOptions: CallOptions;
	/** All that was set under Options. */
	readonly options: Values;
	/** How many entries of a list are wanted; undefined for all. */
	readonly limit: number | undefined;
}

/** What operations do with the connection, for one item. */
export function createOperationContext(state: ExecutionState, item: ItemOptions): OperationContext {
	const { caller, trust, waits, warnings } = state;
	const { index, credentialType, options, callOptions, limit } = item;
	const settingOf = async () => {
		const connection = await state.connection(credentialType);
		return { caller, connection, options: callOptions, trust, waits };
	};
	return {
		resources,
		options,
		limit,
		warn: warnings.warn,
		connection: async () => await readConnection(caller, credentialType),
		request: (operation, values) =>
			buildRequest(operation, values, caller.getTimezone(), clock.now()),
		...requestCalls(state, settingOf),
		...fileCalls(caller, index, settingOf),
		async runExclusive(key, work) {
			return await runExclusive(key, work, caller.getExecutionCancelSignal());
		},
		revoke: async () => await revoke({ caller, options: callOptions }, credentialType),
	};
}
