import type { LoadOptionsContext } from 'n8n-core';
import type { IDataObject, NodeParameterValueType } from 'n8n-workflow';
import { resetProcessState } from '../../../nodes/Zoom/host/processState';
import type { App, Emulator, EmulatorOptions } from '../../emulator';
import { createEmulator } from '../../emulator';
import { CredentialStore } from './credentialStore';
import type { NodeResult, NodeRun } from './engine';
import { loadOptionsContext, runNode, startNode } from './engine';

/** The kinds of connection a scenario can be told with. */
export type Kind = 'serverToServer' | 'userManaged' | 'accountLevel';

export const kinds: Kind[] = ['serverToServer', 'userManaged', 'accountLevel'];

type Parameters = Record<string, NodeParameterValueType | IDataObject>;

/** An emulator, and n8n connected to it in every way there is. */
export interface TestEnvironment {
	emulator: Emulator;
	credentials: CredentialStore;
	/** The app behind each connection. */
	readonly apps: Record<Kind, App>;
	/** Runs an operation, such as `meeting.create`, over the items given or one empty item. */
	run(kind: Kind, operation: string, parameters: Parameters, more?: More): Promise<NodeResult>;
	/** As `run`, not waited for, so that it can be cancelled. */
	start(
		kind: Kind,
		operation: string,
		parameters: Parameters,
		more?: More,
	): ReturnType<typeof startNode>;
	/** The context in which n8n asks for the choices of a field. */
	choices(kind: Kind): LoadOptionsContext;
	/** Back to the seed, with fresh credentials, in a process that remembers nothing. */
	reset(): void;
	close(): Promise<void>;
}

type More = Partial<Pick<NodeRun, 'binary' | 'items' | 'node' | 'timezone'>>;

/** Sets up what a scenario needs. */
export async function createTestEnvironment(
	options: EmulatorOptions = {},
): Promise<TestEnvironment> {
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
				...(parameters as Record<string, NodeParameterValueType>),
			},
			...more,
		};
	};
	const environment: TestEnvironment = {
		emulator,
		credentials,
		apps: emulator.apps,
		run: (...scenario) => runNode(prepare(...scenario)),
		start: (...scenario) => startNode(prepare(...scenario)),
		choices: (kind) => loadOptionsContext(prepare(kind, 'meeting.create', {})),
		reset() {
			emulator.reset();
			resetProcessState();
			saveCredentials(environment);
		},
		close: () => emulator.close(),
	};
	saveCredentials(environment);
	return environment;
}

function saveCredentials({ emulator, credentials, apps }: TestEnvironment): void {
	for (const kind of kinds) {
		const { clientId, clientSecret, accountId } = apps[kind];
		const urls = {
			environment: 'custom',
			customAuthorizationUrl: `${emulator.url}/oauth/authorize`,
			customTokenUrl: `${emulator.url}/oauth/token`,
			customApiUrl: emulator.url,
		};
		credentials.save(
			kind,
			kind === 'serverToServer'
				? { ...urls, clientId, clientSecret, accountId }
				: {
						...urls,
						clientId,
						clientSecret,
						appType: kind === 'userManaged' ? 'user' : 'account',
						oauthTokenData: { ...emulator.authorize(apps[kind]) } as unknown as IDataObject,
					},
		);
	}
}

/** A resource locator holding an ID. */
export const byId = (value: unknown): NodeParameterValueType =>
	({ __rl: true, mode: 'id', value }) as NodeParameterValueType;
