import type { IDataObject } from 'n8n-workflow';

import { requestOptions } from '../../form/requestOptions';
import type { N8nContext } from '../../host/n8nContext';
import { restOperation } from '../../registry/types';
import { user } from '../../resources/users/user/user';
import { shortened } from '../../text/quote';
import { ended } from '../../text/sentence';
import { readConnection } from '../../transport/auth/connection';
import { createClient } from '../../transport/client/client';
import type { CallOptions } from '../../transport/retry/sendWithRetry';
import { settle } from '../../transport/sync/settle';
import { InputError } from '../../values/inputError';
import { buildRequest } from '../../values/request';
import type { StaticData } from '../activation/staticData';
import { forget } from '../activation/staticData';
import { isTransient, TransientError } from '../activation/transient';
import { hosts as hostsField } from '../parameters/fields';
import type { Settings } from '../parameters/settings';
import type { HostIds } from './filter';

/** How calls are made while somebody waits for an activation, which n8n tries again itself. */
export const PATIENCE = requestOptions({ retryCountMax: 1, retryMaxWait: 5, timeout: 15 });

const getUser = restOperation(user, 'get');

/**
 * A user as Zoom has it.
 * @param userId an ID, an e-mail address or `me`
 * @throws NodeApiError that says what happened and what to do
 */
export async function profileOf(
	caller: N8nContext,
	credentialType: string,
	userId: string,
	options = PATIENCE,
): Promise<IDataObject> {
	const connection = await readConnection(caller, credentialType);
	const request = buildRequest(getUser, { userId }, caller.getTimezone());
	return await createClient({ caller, connection, options }).send(request);
}

/** Whether a host was not given by ID, which is all that most events name a host by. */
export const needsLookUp = (host: string): boolean => host === 'me' || host.includes('@');

/**
 * The IDs of the hosts in the filter that were given in another way, looked up at Zoom.
 * @param known what was found before, where that will do
 * @throws InputError naming the host that could not be found, and TransientError while Zoom is out
 */
export async function lookUpHosts(
	caller: N8nContext,
	{ credentialType, filters }: Pick<Settings, 'credentialType' | 'filters'>,
	known: HostIds = {},
	options = PATIENCE,
): Promise<Record<string, string>> {
	const found = new Map<string, string>();
	for (const host of filters.hosts.filter(needsLookUp)) {
		const id = Object.hasOwn(known, host)
			? known[host]
			: await hostId(caller, credentialType, host, options);
		found.set(host, id);
	}
	return Object.fromEntries(found);
}

async function hostId(
	caller: N8nContext,
	credentialType: string,
	host: string,
	options: CallOptions,
): Promise<string> {
	const asked = await settle(profileOf(caller, credentialType, host, options));
	if (asked.status === 'fulfilled') return idIn(asked.value, host);
	const { message, description }: Error & { description?: unknown } = asked.reason;
	const sentence = unknown(host, `${ended(message)} ${String(description ?? '')}`.trim());
	throw isTransient(asked.reason) ? new TransientError(sentence) : new InputError(sentence);
}

const MOST_TOLD = 80;

const unknown = (host: string, why: string) =>
	`${hostsField.displayName}: ${shortened(host, MOST_TOLD)} could not be looked up at Zoom. ${why}`;

/** Without an ID the filter would let nothing pass, and nobody would know why. */
function idIn({ id }: IDataObject, host: string): string {
	if (typeof id === 'string' && id !== '') return id;
	throw new TransientError(unknown(host, "Zoom's answer has no user ID."));
}

/**
 * As `lookUpHosts`, kept for the deliveries to come.
 * @param isRestart whether what is kept is to do
 */
export async function rememberHosts(
	caller: N8nContext,
	settings: Settings,
	memory: StaticData,
	isRestart: boolean,
): Promise<HostIds> {
	const hostIds = await lookUpHosts(caller, settings, isRestart ? memory.hostIds : undefined);
	const isSame = JSON.stringify(hostIds) === JSON.stringify(memory.hostIds);
	if (Object.keys(hostIds).length === 0) forget(memory, 'hostIds');
	// n8n would save the workflow for it.
	else if (!isSame) memory.hostIds = hostIds;
	return hostIds;
}
