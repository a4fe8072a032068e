import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import type { N8nContext } from '../../host/n8nContext';
import type { Connection } from '../../registry/types';
import type { StoredToken } from '../auth/connection';
import { noteRefused, requireSame } from '../auth/connection';
import { refusedSession, ZoomTokenError } from '../auth/storedToken';
import type { Reply } from '../http/exchange';
import { MOST_OF_ANSWER, MOST_OF_TOKEN, wholeAnswer } from '../http/exchange';
import { meansOldToken, outcomeOf } from '../response/outcome';
import type { Bound } from '../sync/bounded';

/** How far n8n has come with a call: nothing was sent yet, Zoom is asked, or a token is asked for. */
export type Phase = 'preparing' | 'underWay' | 'renewing';

/** Milliseconds that n8n may take to renew the token of a General App, for which it would wait for minutes. */
export const RENEWAL_LIMIT = 30_000;

/** A call to sign. */
export interface SignedCall {
	readonly request: IHttpRequestOptions;
	/** Whether its answer is a file, which the caller reads; then no token is renewed for it. */
	readonly isFile?: true;
	/** Milliseconds in which nothing may come. */
	readonly silence: number;
}

/** Makes n8n renew the token of a General App and repeat the call: n8n looks at nothing but a status. */
class TokenRefused extends Error {
	readonly config: { readonly url: string };
	readonly response: { readonly status: number; readonly headers: unknown; readonly data: unknown };

	constructor({ url }: IHttpRequestOptions, { headers, body }: Answer) {
		super('Zoom refused the access token');
		this.config = { url };
		this.response = { status: 401, headers, data: body };
	}
}

type Answer = Exclude<Reply, { readonly kind: string }>;

/** Whether a call has to be repeated with a new token. */
const isTokenOld = (reply: Reply): reply is Answer =>
	!('kind' in reply) && !isOk(reply) && meansOldToken(outcomeOf(reply));

const isOk = ({ statusCode }: Answer) => statusCode >= 200 && statusCode < 300;

/** Follows how n8n signs and sends one call, and sees to it that host and token are those of the connection. */
export class Signing {
	phase: Phase = 'preparing';
	/** The token n8n read last. */
	token: StoredToken | undefined;
	/** The credential n8n read last; where it then fetched a token, it put that in here. */
	private credential: ICredentialDataDecryptedObject | undefined;
	/** Ends when the renewal does that is under way. */
	private renewal = new AbortController();
	private signature: unknown;
	/** The token of a Server-to-Server app that Zoom refused. */
	private refused: string | undefined;

	constructor(
		private readonly caller: N8nContext,
		private readonly connection: Connection,
		private readonly sent: SignedCall,
	) {}

	/** Whether the call of a Server-to-Server app has to be made again, for which n8n then has to fetch a token. */
	takesRefusal(reply: Reply): boolean {
		if (this.isOAuth2 || this.sent.isFile || this.refused !== undefined) return false;
		if (!isTokenOld(reply)) return false;
		this.refused = this.credential && requireSame(this.connection, this.credential)?.accessToken;
		this.phase = 'preparing';
		return this.refused !== undefined;
	}

	/**
	 * n8n's context for the call. n8n takes from it all that the call is made of: what it reads of the credential to sign
	 * it, what it sends calls of General Apps and asks for tokens with, and what ends it.
	 */
	context({ signal, endAfter }: Bound): N8nContext {
		const { caller, connection } = this;
		const getCredentials = async (type: string, itemIndex?: number) => {
			const credential = await caller.getCredentials(type, itemIndex);
			if (type === connection.credentialType) this.token = requireSame(connection, credential);
			// A Server-to-Server call goes out unseen from here.
			if (this.phase === 'preparing' && !this.isOAuth2) this.phase = 'underWay';
			this.credential = this.withoutRefused(credential);
			return this.credential;
		};
		const httpRequest = async (request: IHttpRequestOptions): Promise<unknown> => {
			signal.throwIfAborted();
			return request.url === this.sent.request.url
				? await this.call(request, { signal, endAfter })
				: await this.fetchToken(request, signal);
		};
		const helpers: unknown = Object.create(caller.helpers, { httpRequest: { value: httpRequest } });
		return Object.create(caller, {
			helpers: { value: helpers },
			getCredentials: { value: getCredentials },
			getExecutionCancelSignal: { value: () => signal },
		});
	}

	private get isOAuth2(): boolean {
		return this.connection.appKind !== 'serverToServer';
	}

	/** The credential as n8n is to see it: a token that Zoom refused is none to sign with, unless another took its place. */
	private withoutRefused<T extends ICredentialDataDecryptedObject>(credential: T): T {
		return this.refused === undefined || this.token?.accessToken !== this.refused
			? credential
			: { ...credential, sessionToken: refusedSession(credential.sessionToken) };
	}

	private readonly send = async (request: IHttpRequestOptions): Promise<unknown> =>
		await this.caller.helpers.httpRequest(request);

	/** Takes in the answer with the token, too: until that is there, the call is not under way. */
	private async fetchToken(request: IHttpRequestOptions, signal: AbortSignal): Promise<unknown> {
		this.phase = 'renewing';
		const limits = { most: MOST_OF_TOKEN, silence: this.sent.silence, signal };
		const reply = await wholeAnswer(this.send, request, limits);
		this.phase = 'underWay';
		return reply;
	}

	/** Sends a call of a General App, for the first time or after a renewal. */
	private async call(request: IHttpRequestOptions, { signal, endAfter }: Bound): Promise<unknown> {
		this.renewal.abort();
		const isRepeat = this.signature !== undefined;
		if (isRepeat) await this.checkRenewal(request);
		signal.throwIfAborted();
		this.signature = request.headers?.Authorization;
		this.phase = 'underWay';
		const { isFile, silence } = this.sent;
		if (isFile) return await this.send(request);
		const limits = { most: MOST_OF_ANSWER, silence, signal };
		const reply = await wholeAnswer(this.send, request, limits);
		if (!isTokenOld(reply)) return reply;
		if (this.token) noteRefused(this.token.accessToken);
		if (isRepeat) return reply;
		this.phase = 'renewing';
		this.renewal = new AbortController();
		endAfter(RENEWAL_LIMIT, this.renewal.signal);
		throw new TokenRefused(request, reply);
	}

	/** n8n takes what is stored after a renewal, even if another process stored it. */
	private async checkRenewal({ headers }: IHttpRequestOptions): Promise<void> {
		if (headers?.Authorization === this.signature) {
			throw new ZoomTokenError(
				'Zoom did not issue a new access token: its response had none.',
				true,
			);
		}
		const { credentialType } = this.connection;
		requireSame(this.connection, await this.caller.getCredentials(credentialType));
	}
}
