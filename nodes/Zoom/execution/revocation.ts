import type { IN8nHttpFullResponse } from 'n8n-workflow';

import { readRevocation } from '../transport/auth/connection';
import { generalAppRefusal } from '../transport/auth/tokenRefusal';
import { sendUnsigned } from '../transport/client/signedCall';
import type { Failed } from '../transport/response/outcome';
import type { CallSetting } from '../transport/retry/sendWithRetry';

/**
 * Ends the stored access token at Zoom.
 * @returns what became of it: it was ended, Zoom calls it dead, or there is none
 * @throws Error where that cannot be told
 */
export async function revoke(
	setting: Pick<CallSetting, 'caller' | 'options'>,
	credentialType: string,
): Promise<'ended' | 'dead' | 'absent'> {
	const revocation = await readRevocation(setting.caller, credentialType);
	if (revocation === undefined) return 'absent';
	const reply = await sendUnsigned(setting, revocation);
	if ('kind' in reply) throw unsure(reply);
	return revocationOf(reply);
}

const unsure = (outcome: Failed) =>
	new Error(
		outcome.kind === 'notSent'
			? `${outcome.message} The access token was not revoked.`
			: 'The connection to Zoom was lost. The access token may have been revoked.',
	);

function revocationOf({ statusCode, body }: IN8nHttpFullResponse): 'ended' | 'dead' {
	if (statusCode === 200) return 'ended';
	const { reason }: { reason?: unknown } = Object(body);
	if (reason === 'Invalid Token!') return 'dead';
	throw new Error(
		generalAppRefusal(reason) ?? `Zoom did not revoke the access token (HTTP ${statusCode}).`,
	);
}
