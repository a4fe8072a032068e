import type { IHookFunctions, ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';

import { requireSupportedN8n } from '../hostVersion';
import { InputError } from '../inputError';
import { asActivationError } from '../nodeErrors';
import { credentialTypeFor } from '../transport/connection';
import { readApp } from './app';
import { listen } from './listen';
import { memoryOf } from './memory';
import { isRegistered, isRemembered, register, unregister } from './registration';
import { readSettings } from './settings';
import { rememberHosts } from './users';

type Hooks = IHookFunctions | ITriggerFunctions;

/**
 * Whether the deliveries are arranged for; with a webhook by hand that is not n8n's business. n8n asks this first, so
 * whatever is wrong is refused here.
 */
export async function checkExists(caller: IHookFunctions): Promise<boolean> {
	return await explained(caller, async () => {
		const settings = settingsOf(caller);
		const memory = memoryOf(caller);
		await rememberHosts(caller, settings, memory, isRestart(caller));
		const isAutomatic = settings.delivery === 'webhookAutomatic';
		if (isRestart(caller) && (!isAutomatic || isRemembered(caller, memory))) return true;
		await requireSecretToken(caller, settings.credentialType);
		return !isAutomatic || (await isRegistered(caller, settings, memory));
	});
}

/** Makes the event subscription at Zoom. */
export async function create(caller: IHookFunctions): Promise<boolean> {
	return await explained(caller, async () => {
		const settings = settingsOf(caller);
		await requireSecretToken(caller, settings.credentialType);
		await register(caller, settings, memoryOf(caller));
		return true;
	});
}

/** Removes the event subscription that n8n made, whatever the node is set to by now. */
export async function remove(caller: IHookFunctions): Promise<boolean> {
	return await explained(caller, async () => {
		const credentialType = credentialTypeFor(caller.getNodeParameter('authentication', null));
		const isAutomatic = caller.getNodeParameter('delivery', null) === 'webhookAutomatic';
		await unregister(caller, credentialType, memoryOf(caller), isAutomatic);
		return true;
	});
}

/** Connects where events come by WebSocket. With a webhook there is nothing to do; n8n wants an answer all the same. */
export async function start(caller: ITriggerFunctions): Promise<ITriggerResponse> {
	return await explained(caller, async () => {
		const settings = settingsOf(caller);
		if (settings.delivery !== 'webSocket') return {};
		const hostIds = await rememberHosts(caller, settings, memoryOf(caller), isRestart(caller));
		return await listen(caller, settings, hostIds);
	});
}

// Nothing was changed since then, and nobody is there to read an error.
const isRestart = (caller: Hooks) =>
	['init', 'leadershipChange'].includes(caller.getActivationMode());

const settingsOf = (caller: Hooks) => readSettings((name) => caller.getNodeParameter(name, null));

/** Runs a hook; of what goes wrong n8n shows the message alone. */
async function explained<T>(caller: Hooks, hook: () => Promise<T>): Promise<T> {
	requireSupportedN8n(caller.getNode());
	try {
		return await hook();
	} catch (error) {
		throw asActivationError(caller.getNode(), error);
	}
}

async function requireSecretToken(caller: IHookFunctions, credentialType: string): Promise<void> {
	const { secretToken } = await readApp(caller, credentialType);
	if (secretToken !== '') return;
	throw new InputError(
		'Webhook Secret Token: is missing in the credential. Copy the Secret Token from the Access page of the app at marketplace.zoom.us into it.',
	);
}
