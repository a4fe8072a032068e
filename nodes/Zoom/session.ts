import type { IExecuteFunctions, IN8nHttpFullResponse } from 'n8n-workflow';

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
			if (request === undefined) return 'absent';
			const timeout = options.timeout * 1000;
			const [sent] = await Promise.allSettled([
				caller.helpers.httpRequest({ ...request, timeout }),
			]);
			// The reason holds the client secret, so nothing of it goes on.
			const answer = sent.status === 'fulfilled' ? (sent.value as IN8nHttpFullResponse) : undefined;
			if (answer?.statusCode === 200) return 'ended';
			if (answer?.statusCode === 400) return 'dead';
			throw new Error('Zoom did not revoke the access token.');
		},
	};
}
