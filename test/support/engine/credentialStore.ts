import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	ICredentialsExpressionResolveValues,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeProperties,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { ICredentialsHelper, NodeHelpers } from 'n8n-workflow';
import { ZoomGeneralAppOAuth2Api } from '../../../credentials/ZoomGeneralAppOAuth2Api.credentials';
import { ZoomServerToServerOAuth2Api } from '../../../credentials/ZoomServerToServerOAuth2Api.credentials';

const types: Record<string, ICredentialType> = {
	zoomGeneralAppOAuth2Api: new ZoomGeneralAppOAuth2Api(),
	zoomServerToServerOAuth2Api: new ZoomServerToServerOAuth2Api(),
};

/**
 * n8n's store of credentials in memory. It does what the server's own helper does around a call (defaults, hidden
 * expressions, pre-authentication, saving tokens), which n8n-core leaves to its host.
 */
export class CredentialStore extends ICredentialsHelper {
	private readonly stored = new Map<string, ICredentialDataDecryptedObject>();

	save(id: string, data: ICredentialDataDecryptedObject): void {
		this.stored.set(id, structuredClone(data));
	}

	/** What is stored now, tokens included. */
	read(id: string): ICredentialDataDecryptedObject {
		const data = this.stored.get(id);
		if (!data) throw new Error(`There is no credential ${id}`);
		return structuredClone(data);
	}

	getParentTypes(name: string): string[] {
		return types[name]?.extends ?? [];
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		return types[type].properties;
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async getCredentials(): Promise<never> {
		throw new Error('Encrypted credentials are not kept here');
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		{ id }: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		_executeData?: unknown,
		raw?: boolean,
		resolve?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		const data = this.read(String(id));
		if (raw) return data;
		const filled = NodeHelpers.getNodeParameters(
			this.getCredentialsProperties(type),
			data as never,
			true,
			false,
			null,
			null,
		) as ICredentialDataDecryptedObject;
		// The server hands an OAuth2 credential that was never connected an empty token object.
		if (this.getParentTypes(type).includes('oAuth2Api')) {
			filled.oauthTokenData = data.oauthTokenData ?? {};
		}
		if (!resolve) return filled;
		return resolve.workflow.expression.getParameterValue(
			filled as never,
			resolve.runExecutionData ?? null,
			resolve.runIndex,
			resolve.itemIndex,
			resolve.node.name,
			resolve.connectionInputData,
			mode,
			{},
			undefined,
			false,
			filled as never,
		) as unknown as ICredentialDataDecryptedObject;
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const type = types[typeName];
		const expirable = type.properties.find(({ typeOptions }) => typeOptions?.expirable)?.name;
		if (!expirable || !type.preAuthentication) return undefined;
		if (credentials[expirable] !== '' && !credentialsExpired) return undefined;
		const output = (await type.preAuthentication.call(
			helpers,
			credentials,
		)) as ICredentialDataDecryptedObject;
		const id = String(node.credentials?.[typeName].id);
		this.save(id, { ...this.read(id), ...output });
		return Object.assign(credentials, output);
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = types[typeName];
		return typeof authenticate === 'function' ? await authenticate(credentials, request) : request;
	}

	async updateCredentials(): Promise<void> {
		throw new Error('The transport stores tokens only');
	}

	async updateCredentialsOauthTokenData(
		{ id }: INodeCredentialsDetails,
		_type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.save(String(id), { ...this.read(String(id)), oauthTokenData: data.oauthTokenData });
	}
}
