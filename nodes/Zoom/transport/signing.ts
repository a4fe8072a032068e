import type { IHttpRequestOptions } from 'n8n-workflow';

import type { Connection } from '../operation';
import type { Bound } from './bounded';
import type { Caller, StoredToken } from './connection';
import { noteRefused, requireSame } from './connection';
import { ZoomTokenError } from './sessionToken';

/** How far n8n has come with a call: nothing was sent yet, Zoom is asked, or a token is asked for. */
export type Phase = 'preparing' | 'underWay' | 'renewing';

/** Milliseconds that n8n may take to renew the token of a General App, for which it would wait for minutes. */
export const RENEWAL_LIMIT = 30_000;

/** Follows how n8n signs and sends one call, and sees to it that host and token are those of the connection. */
export class Signing {
	phase: Phase = 'preparing';
	/** The token n8n read last. */
	token: StoredToken | undefined;
	/** Ends when the renewal does that is under way. */
	private renewal = new AbortController();
	private signature: unknown;

	constructor(
		private readonly caller: Caller,
		private readonly connection: Connection,
		private readonly url: string,
	) {}

	/**
	 * n8n's context for the call. n8n takes from it all that the call is made of: what it reads of the credential to sign
	 * it, what it sends calls of General Apps and asks for tokens with, and what ends it.
	 */
	context({ signal, endAfter }: Bound): Caller {
		const { caller, connection } = this;
		const getCredentials = async (type: string, itemIndex?: number) => {
			const credential = await caller.getCredentials(type, itemIndex);
			if (type === connection.credentialType) this.token = requireSame(connection, credential);
			// A Server-to-Server call goes out unseen from here.
			if (this.phase === 'preparing' && !this.isOAuth2) this.phase = 'underWay';
			return credential;
		};
		const httpRequest = async (request: IHttpRequestOptions): Promise<unknown> => {
			signal.throwIfAborted();
			return request.url === this.url
				? await this.call(request, { signal, endAfter })
				: await this.fetchToken(request);
		};
		const helpers: unknown = Object.create(caller.helpers, { httpRequest: { value: httpRequest } });
		return Object.create(caller, {
			helpers: { value: helpers },
			getCredentials: { value: getCredentials },
			getExecutionCancelSignal: { value: () => signal },
		}) as Caller;
	}

	private get isOAuth2(): boolean {
		return this.connection.appKind !== 'serverToServer';
	}

	private async fetchToken(request: IHttpRequestOptions): Promise<unknown> {
		this.phase = 'renewing';
		const [answer] = await Promise.allSettled([this.caller.helpers.httpRequest(request)]);
		if (answer.status === 'rejected') throw answer.reason;
		this.phase = 'underWay';
		return answer.value as unknown;
	}

	/** Sends a call of a General App, for the first time or after a renewal. */
	private async call(request: IHttpRequestOptions, { signal, endAfter }: Bound): Promise<unknown> {
		this.renewal.abort();
		if (this.signature !== undefined) await this.checkRenewal(request);
		signal.throwIfAborted();
		this.signature = request.headers?.Authorization;
		this.phase = 'underWay';
		const [answer] = await Promise.allSettled([this.caller.helpers.httpRequest(request)]);
		if (answer.status === 'fulfilled') return answer.value as unknown;
		const { response } = Object(answer.reason) as { response?: { status?: unknown } };
		if (response?.status === 401 || response?.status === 400) {
			this.phase = 'renewing';
			this.renewal = new AbortController();
			endAfter(RENEWAL_LIMIT, this.renewal.signal);
			if (this.token) noteRefused(this.token.accessToken);
		}
		throw answer.reason;
	}

	/** n8n takes what is stored after a renewal, whoever stored it. */
	private async checkRenewal({ headers }: IHttpRequestOptions): Promise<void> {
		if (headers?.Authorization === this.signature) {
			throw new ZoomTokenError('Zoom gave no new access token: its answer had none.', true);
		}
		const { credentialType } = this.connection;
		requireSame(this.connection, await this.caller.getCredentials(credentialType));
	}
}
