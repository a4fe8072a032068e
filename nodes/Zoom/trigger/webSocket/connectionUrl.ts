import type { N8nContext } from '../../host/n8nContext';
import { settle } from '../../transport/sync/settle';
import { isTransient } from '../activation/transient';
import type { Settings } from '../parameters/settings';
import type { App } from '../subscription/app';
import { readApp, tokenBy } from '../subscription/app';
import { requireEgress } from './egress';
import type { ConnectionUrl } from './sharedConnection';
import { socketAddress } from './socketUrl';

/** Where to connect, found anew each time: the credential may have been edited, and tokens live for an hour. */
export interface ConnectionUrls {
	readonly address: () => Promise<ConnectionUrl>;
	/** Zoom did not accept the last one: the next has a token by another grant, if the app has one. */
	readonly refused: () => void;
}

/** What of the settings tells where events come from. */
type Source = Pick<Settings, 'credentialType' | 'socketUrl'>;

/**
 * What a connection is known by in this process: the subscription, however its address was written, and the app. Without
 * the app, anyone who knows the Socket URL would get events over the connection of another.
 * @throws InputError when the Socket URL is none
 */
export async function connectionKeyOf(
	caller: N8nContext,
	{ credentialType, socketUrl }: Source,
): Promise<string> {
	const app = await readApp(caller, credentialType);
	return keyOf(socketAddress(socketUrl, app), app);
}

const keyOf = ({ host, searchParams }: URL, { identity }: App) =>
	`${host} ${searchParams.get('subscriptionId')} ${identity}`;

/** @param found is told the line each time, which is another one when the credential was given another secret */
export function createConnectionUrls(
	caller: N8nContext,
	{ credentialType, socketUrl }: Source,
	found: (connectionKey: string) => void,
): ConnectionUrls {
	let turn = 0;
	const token = async ({ grants }: Pick<App, 'grants'>, left: number): Promise<string> => {
		const grant = grants[turn % grants.length];
		const asked = await settle(tokenBy(caller, grant));
		if (asked.status === 'fulfilled') return asked.value.token;
		if (left === 0 || isTransient(asked.reason)) throw asked.reason;
		turn += 1;
		return await token({ grants }, left - 1);
	};
	return {
		async address() {
			try {
				const app = await readApp(caller, credentialType);
				const url = socketAddress(socketUrl, app);
				found(keyOf(url, app));
				// Before the token is asked for, and each time: a name may lead elsewhere by now.
				await requireEgress(caller, url);
				url.searchParams.set('access_token', await token(app, app.grants.length - 1));
				return { url: url.href };
			} catch (error) {
				const { message }: Error = Object(error);
				return { problem: message, isFinal: !isTransient(error) };
			}
		},
		refused() {
			turn += 1;
		},
	};
}
