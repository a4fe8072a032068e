import type { IWebhookFunctions } from 'n8n-workflow';

import { processState } from '../../host/processState';
import { clock } from '../../transport/sync/clock';
import { SingleFlight } from '../../transport/sync/singleFlight';

// Reading a credential costs n8n as much as all the rest of a delivery, so a burst reads it once. One that was replaced is
// accepted for this long at most.
const LIFETIME = 5_000;
/** A secret this young is not read again, even for deliveries that are not signed with it. */
const YOUNG = 1_000;

const MOST_SECRETS = 1000;
const secrets = processState(
	'Secret Tokens of webhooks',
	() => new SingleFlight<string>(MOST_SECRETS),
);

/**
 * The app's Secret Token, empty where the credential has none; as it was read within the last five seconds.
 * @param refresh whether an earlier one did not serve, so that it is to be read anew unless that was just done
 */
export async function secretOf(
	caller: IWebhookFunctions,
	credentialType: string,
	refresh = false,
): Promise<string> {
	const node = caller.getNode();
	const key = `${caller.getWorkflow().id}:${node.id}:${node.credentials?.[credentialType]?.id}`;
	const longest = refresh ? YOUNG : LIFETIME;
	return await secrets().run(
		key,
		async () => await readSecret(caller, credentialType),
		({ begunAt }) => clock.elapsed() - begunAt < longest,
	);
}

async function readSecret(caller: IWebhookFunctions, credentialType: string): Promise<string> {
	const { webhookSecretToken } = await caller.getCredentials(credentialType);
	return secretIn(webhookSecretToken);
}

/** The Secret Token in a credential's field, without what came along when it was copied. */
export const secretIn = (field: unknown): string => String(field ?? '').trim();
