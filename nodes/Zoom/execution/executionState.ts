import type { IExecuteFunctions } from 'n8n-workflow';

import type { Connection } from '../registry/types';
import { readConnection } from '../transport/auth/connection';
import type { Trust } from '../transport/retry/sendWithRetry';
import { freshTrust } from '../transport/retry/sendWithRetry';
import { clock } from '../transport/sync/clock';
import { WaitMetrics } from '../transport/sync/waitMetrics';
import type { Warnings } from './warnings';
import { warningsOf } from './warnings';

/** What the items of a run share. */
export interface ExecutionState {
	readonly caller: IExecuteFunctions;
	readonly warnings: Warnings;
	readonly waits: WaitMetrics;
	/** The connection, read again only when its token has run out: nothing else of it may change in a run. */
	readonly connection: (credentialType: string) => Promise<Connection>;
	readonly trust: Trust;
}

/** Begins a run. */
export function startExecution(caller: IExecuteFunctions): ExecutionState {
	const connections = new Map<string, Connection>();
	return {
		caller,
		warnings: warningsOf(caller),
		waits: new WaitMetrics(),
		trust: freshTrust(),
		async connection(credentialType) {
			const known = connections.get(credentialType);
			if (known && (known.tokenExpiresAt ?? Infinity) > clock.now()) return known;
			const connection = await readConnection(caller, credentialType, known);
			// A token that works is the same connection, whatever the clock says of it.
			if (known?.accessToken !== undefined && known.accessToken === connection.accessToken)
				return known;
			connections.set(credentialType, connection);
			return connection;
		},
	};
}
