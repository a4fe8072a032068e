import type { IDataObject, NodeParameterValueType } from 'n8n-workflow';
import type { Emulator, EmulatorOptions } from '../emulator';
import { createEmulator } from '../emulator';
import { CredentialStore } from './credentialStore';
import type { NodeResult, NodeRun } from './engine';
import { runNode, startNode } from './engine';

/** The kinds of connection a story can be told with. */
export type Kind = 'serverToServer' | 'userManaged' | 'accountLevel';

export const kinds: Kind[] = ['serverToServer', 'userManaged', 'accountLevel'];

type Parameters = Record<string, NodeParameterValueType>;

/** An emulator, and n8n connected to it in every way there is. */
export interface Desk {
	emulator: Emulator;
	credentials: CredentialStore;
	/** Runs an operation, such as `meeting.create`, over the items given or one empty item. */
	run(kind: Kind, operation: string, parameters: Parameters, more?: More): Promise<NodeResult>;
	/** As `run`, not waited for, so that it can be cancelled. */
	start(
		kind: Kind,
		operation: string,
		parameters: Parameters,
		more?: More,
	): ReturnType<typeof startNode>;
	/** Back to the seed, with fresh credentials. */
	reset(): void;
	close(): Promise<void>;
}

type More = Partial<Pick<NodeRun, 'items' | 'node' | 'timezone'>>;

/** Sets up what a story needs. */
export async function createDesk(options: EmulatorOptions = {}): Promise<Desk> {
	const emulator = await createEmulator(options);
	const credentials = new CredentialStore();
	const prepare = (kind: Kind, operation: string, parameters: Parameters, more: More = {}) => {
		const [resource, name] = operation.split('.');
		return {
			credentials,
			use:
				kind === 'serverToServer'
					? { zoomServerToServerOAuth2Api: kind }
					: { zoomGeneralAppOAuth2Api: kind },
			parameters: {
				authentication: kind === 'serverToServer' ? 'serverToServer' : 'oAuth2',
				resource,
				operation: name,
				...parameters,
			},
			...more,
		};
	};
	const desk: Desk = {
		emulator,
		credentials,
		run: (...story) => runNode(prepare(...story)),
		start: (...story) => startNode(prepare(...story)),
		reset() {
			emulator.reset();
			saveCredentials(desk);
		},
		close: () => emulator.close(),
	};
	saveCredentials(desk);
	return desk;
}

function saveCredentials({ emulator, credentials }: Desk): void {
	for (const kind of kinds) {
		const app = emulator.apps[kind];
		const urls = {
			environment: 'custom',
			customAuthorizationUrl: `${emulator.url}/oauth/authorize`,
			customTokenUrl: `${emulator.url}/oauth/token`,
			customApiUrl: emulator.url,
		};
		const { clientId, clientSecret, accountId } = app;
		credentials.save(
			kind,
			kind === 'serverToServer'
				? { ...urls, clientId, clientSecret, accountId }
				: {
						...urls,
						clientId,
						clientSecret,
						appType: kind === 'userManaged' ? 'user' : 'account',
						oauthTokenData: { ...emulator.authorize(app) } as unknown as IDataObject,
					},
		);
	}
}

/** A resource locator holding an ID. */
export const byId = (value: unknown): NodeParameterValueType =>
	({ __rl: true, mode: 'id', value }) as NodeParameterValueType;
