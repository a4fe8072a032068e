import type { IExecuteFunctions, IN8nHttpFullResponse } from 'n8n-workflow';

import type { OwnContext } from './operation';
import { buildRequest } from './request';
import { resources } from './resources';
import type { CallOptions } from './transport/client';
import { createClient } from './transport/client';
import { readConnection, readRevocation } from './transport/connection';
import { generalAppRefusal } from './transport/tokenRefusal';

/** What operations of our own may do with the connection. Each look reads the credential as it is then. */
export function createOwnContext(
	caller: IExecuteFunctions,
	credentialType: string,
	options: CallOptions,
): OwnContext {
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
			if (sent.status === 'rejected') {
				throw new Error('Zoom cannot be reached, so the access token was not revoked.');
			}
			return revocationOf(sent.value as IN8nHttpFullResponse);
		},
	};
}

function revocationOf({ statusCode, body }: IN8nHttpFullResponse): 'ended' | 'dead' {
	if (statusCode === 200) return 'ended';
	const { reason } = Object(body) as { reason?: unknown };
	if (reason === 'Invalid Token!') return 'dead';
	throw new Error(
		generalAppRefusal(reason) ?? `Zoom did not revoke the access token (HTTP ${statusCode}).`,
	);
}
