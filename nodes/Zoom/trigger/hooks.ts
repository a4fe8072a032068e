import type { IHookFunctions, ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';

import { requireSupportedN8n } from '../host/hostVersion';
import { asActivationError } from '../host/nodeErrors';
import { credentialTypeFor } from '../transport/auth/connection';
import { InputError } from '../values/inputError';
import type { Hooks } from './activation/activation';
import { despiteOutage, isRestart, noteActive } from './activation/activation';
import { keepTrying, stopTrying } from './activation/keepTrying';
import type { StaticData } from './activation/staticData';
import { staticDataOf } from './activation/staticData';
import type { HostIds } from './filter/filter';
import { rememberHosts } from './filter/users';
import type { Settings } from './parameters/settings';
import { readSettings } from './parameters/settings';
import { readApp } from './subscription/app';
import { isRegistered, isRemembered, register, unregister } from './subscription/registration';
import { listen } from './webSocket/listen';

/**
 * Whether the deliveries are arranged for; with a webhook by hand that is not n8n's business. n8n asks this first, so
 * whatever is wrong is refused here.
 */
export async function checkExists(caller: IHookFunctions): Promise<boolean> {
	return await explained(caller, async () => {
		const settings = settingsOf(caller);
		const memory = staticDataOf(caller);
		await stopTrying(caller);
		await knownHosts(caller, settings, memory);
		const exists = await isArranged(caller, settings, memory);
		if (exists) noteActive(memory);
		return exists;
	});
}

async function isArranged(
	caller: IHookFunctions,
	settings: Settings,
	memory: StaticData,
): Promise<boolean> {
	const isAutomatic = settings.delivery === 'webhookAutomatic';
	if (isRestart(caller) && (!isAutomatic || isRemembered(caller, memory))) return true;
	await requireSecretToken(caller, settings.credentialType);
	return (
		!isAutomatic ||
		(await orLater(caller, settings, memory, async () => {
			return await isRegistered(caller, settings, memory);
		}))
	);
}

/** Makes the event subscription at Zoom. */
export async function create(caller: IHookFunctions): Promise<boolean> {
	return await explained(caller, async () => {
		const settings = settingsOf(caller);
		const memory = staticDataOf(caller);
		await requireSecretToken(caller, settings.credentialType);
		await orLater(caller, settings, memory, async () => {
			await register(caller, settings, memory);
			return true;
		});
		noteActive(memory);
		return true;
	});
}

/** What is done about the subscription; when Zoom is out and that must not count, it is done in the background. */
const orLater = async (
	caller: IHookFunctions,
	settings: Settings,
	memory: StaticData,
	act: () => Promise<boolean>,
): Promise<boolean> =>
	await despiteOutage(caller, memory, act, () => {
		keepTrying(caller, async (signal) => {
			const exists = await isRegistered(caller, settings, memory);
			if (!exists && !signal.aborted) await register(caller, settings, memory);
		});
		return true;
	});

/** Removes the event subscription that n8n made, whatever the node is set to by now. */
export async function remove(caller: IHookFunctions): Promise<boolean> {
	return await explained(caller, async () => {
		const credentialType = credentialTypeFor(caller.getNodeParameter('authentication', null));
		const isAutomatic = caller.getNodeParameter('delivery', null) === 'webhookAutomatic';
		await stopTrying(caller);
		await unregister(caller, credentialType, staticDataOf(caller), isAutomatic);
		return true;
	});
}

/** Connects where events come by WebSocket. With a webhook there is nothing to do; n8n wants an answer all the same. */
export async function start(caller: ITriggerFunctions): Promise<ITriggerResponse> {
	return await explained(caller, async () => {
		const settings = settingsOf(caller);
		if (settings.delivery === 'webhook') return {};
		if (settings.delivery === 'webhookAutomatic') {
			return { closeFunction: async () => await stopTrying(caller) };
		}
		const memory = staticDataOf(caller);
		const hostIds = await knownHosts(caller, settings, memory);
		const response = await listen(caller, settings, hostIds);
		noteActive(memory);
		return response;
	});
}

/** The IDs of the hosts in the filter; while Zoom is out those known from before, and the rest is asked with an event. */
const knownHosts = async (
	caller: Hooks,
	settings: Settings,
	memory: StaticData,
): Promise<HostIds> =>
	await despiteOutage(
		caller,
		memory,
		async () => await rememberHosts(caller, settings, memory, isRestart(caller)),
		() => memory.hostIds ?? {},
	);

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
		'Webhook Secret Token: is missing in the credential. Copy the Secret Token from the Access page of the app at marketplace.zoom.us to the credential.',
	);
}
