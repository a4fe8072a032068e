import { Agent } from 'node:https';
import axios, { type AxiosInstance, type AxiosResponse, type Method } from 'axios';
import type { N8n } from './n8n';

/** Where an n8n answers and, when it serves https, what to trust. */
export type Address = Pick<N8n, 'url' | 'certificate'>;

/** Who signs in; n8n asks for a password of 8 characters with a digit and a capital. */
export interface Owner {
	email: string;
	password: string;
}

/** An answer of n8n that is not a success, with n8n's own message. */
export class N8nError extends Error {
	constructor(
		message: string,
		readonly status: number,
	) {
		super(message);
	}
}

/** Somebody signed in to n8n with a browser. */
export class Session {
	private readonly cookies = new Map<string, string>();
	private readonly http: AxiosInstance;

	constructor({ url, certificate }: Address) {
		this.http = axios.create({
			baseURL: url,
			httpsAgent: new Agent({ ca: certificate }),
			headers: { 'browser-id': 'n8n-nodes-zoom' },
			maxRedirects: 0,
			proxy: false,
			validateStatus: () => true,
		});
	}

	/** Makes the owner's account on a fresh n8n, else logs in to it. */
	async signIn(owner: Owner): Promise<void> {
		const settings = await this.ask<{ userManagement: { showSetupOnFirstLoad: boolean } }>(
			'GET',
			'/rest/settings',
		);
		if (settings.userManagement.showSetupOnFirstLoad) {
			const name = { firstName: 'Demo', lastName: 'Owner' };
			await this.ask('POST', '/rest/owner/setup', { ...owner, ...name });
		} else {
			const login = { emailOrLdapLoginId: owner.email, password: owner.password };
			await this.ask('POST', '/rest/login', login);
		}
	}

	/** Asks one of n8n's own questions and takes the answer out of its envelope. */
	async ask<T>(method: Method, url: string, body?: unknown): Promise<T> {
		const { status, data } = await this.raw<{ data: T; message?: string }>(method, url, body);
		if (status < 400) return data.data;
		throw new N8nError(data.message ?? `n8n answered ${status} to ${method} ${url}`, status);
	}

	/** Sends one request, on this n8n or to a full URL, and keeps the cookies that come back. */
	async raw<T>(method: Method, url: string, data?: unknown): Promise<AxiosResponse<T>> {
		const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		const response = await this.http.request<T>({ method, url, data, headers: { cookie } });
		for (const header of response.headers['set-cookie'] ?? []) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
			if (name) this.cookies.set(name, value);
		}
		return response;
	}
}
