import type { N8nContext } from '../../host/n8nContext';
import { ended } from '../../text/sentence';
import { settle } from '../../transport/sync/settle';
import { InputError } from '../../values/inputError';
import { TransientError } from '../activation/transient';
import { socketUrl } from '../parameters/fields';

/**
 * Makes sure that n8n's protection against server-side request forgery allows a WebSocket to an address. n8n applies it
 * to its own request helpers only. Before 2.40 it offers nothing to ask, and everything is allowed.
 * @throws InputError when n8n does not allow it, and TransientError when the name cannot be resolved
 */
export async function requireEgress(caller: N8nContext, { protocol, host }: URL): Promise<void> {
	const filter = caller.helpers.getSecureEgressFilter?.();
	if (filter === undefined) return;
	const checked = await settle(filter.validateUrl(`${protocol}//${host}/`));
	if (checked.status === 'rejected') {
		throw new TransientError(`The host name ${host} of the WebSocket cannot be resolved.`);
	}
	if (checked.value.ok) return;
	throw new InputError(
		`${socketUrl.displayName}: n8n does not allow connections to ${host}. ${ended(checked.value.error.message)} An administrator can allow it with N8N_SSRF_ALLOWED_HOSTNAMES or N8N_SSRF_ALLOWED_IP_RANGES.`,
	);
}
