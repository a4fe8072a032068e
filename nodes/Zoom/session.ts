import type { IExecuteFunctions } from 'n8n-workflow';

import type { Session } from './operation';
import { buildRequest } from './request';
import { resources } from './resources';
import type { CallOptions } from './transport/client';
import { createClient } from './transport/client';
import { readConnection, readRevocation } from './transport/connection';

/** What operations of our own may do with the connection. Each look reads the credential as it is then. */
export function createSession(
	caller: IExecuteFunctions,
	credentialType: string,
	options: CallOptions,
): Session {
	const connection = async () => await readConnection(caller, credentialType);
	return {
		resources,
		connection,
		async send(operation, values) {
			const request = buildRequest(operation, values, caller.getTimezone());
			return await createClient(caller, await connection(), options).send(request);
		},
		async revoke() {
			const request = await readRevocation(caller, credentialType);
			if (request === undefined) return false;
			const timeout = options.timeout * 1000;
			const [answer] = await Promise.allSettled([
				caller.helpers.httpRequest({ ...request, timeout }),
			]);
			// The reason holds the client secret, so nothing of it goes on.
			if (answer.status === 'rejected') throw new Error('Zoom did not revoke the access token.');
			return true;
		},
	};
}
