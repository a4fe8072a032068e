import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { z } from 'zod';

import type { Send } from '../http/exchange';
import { MOST_OF_TOKEN, wholeAnswer } from '../http/exchange';
import type { Redactor } from '../redaction/redact';
import { redact, redactorFor, shorten } from '../redaction/redact';
import type { NetworkError } from '../response/networkErrors';
import { unreachable } from '../response/networkErrors';
import type { Failed } from '../response/outcome';
import type { Bound } from '../sync/bounded';
import { bounded, TookTooLong } from '../sync/bounded';
import { settle } from '../sync/settle';
import { hostsOf } from './environments';
import { ZoomTokenError } from './storedToken';
import type { TokenTexts } from './tokenRefusal';
import { refusedToken } from './tokenRefusal';

const tokenAnswer = z.object({
	access_token: z.string().min(1),
	scope: z.string().nullish().catch(undefined),
	api_url: z.string().nullish().catch(undefined),
	expires_in: z.unknown(),
});

/** What Zoom answers with a token. */
export type TokenAnswer = z.infer<typeof tokenAnswer>;

/** How long the whole of it may take: Zoom answers within a second or two. */
const LIMIT = 15_000;

/**
 * The call for a token in the name of the app itself.
 * @param form its grant, as the parameters of a form: Zoom refuses them in the query and as JSON
 */
export const tokenRequest = (
	credential: ICredentialDataDecryptedObject,
	form: string,
): IHttpRequestOptions => ({
	method: 'POST',
	url: hostsOf(credential).token,
	headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
	body: form,
	auth: clientOf(credential),
	json: true,
});

/** The app's ID and secret, without the blanks that come along when they are pasted. */
export const clientOf = ({
	clientId,
	clientSecret,
}: ICredentialDataDecryptedObject): NonNullable<IHttpRequestOptions['auth']> => ({
	username: String(clientId).trim(),
	password: String(clientSecret).trim(),
});

/** The grant of a Server-to-Server app for its account. */
export const accountGrant = ({ accountId }: ICredentialDataDecryptedObject): string =>
	`grant_type=account_credentials&account_id=${encodeURIComponent(String(accountId).trim())}`;

/**
 * Asks for a token, once.
 * @throws ZoomTokenError with a sentence for the admin
 */
export async function requestToken(
	helpers: Pick<IHttpRequestHelper['helpers'], 'httpRequest'>,
	request: IHttpRequestOptions,
	texts: TokenTexts,
): Promise<TokenAnswer> {
	const hide = redactorFor([String(request.auth?.password ?? '')]);
	const { host } = new URL(request.url);
	const send: Send = async (options) => await helpers.httpRequest(options);
	const exchange = async ({ signal }: Bound) =>
		await wholeAnswer(send, request, { most: MOST_OF_TOKEN, silence: LIMIT, signal });
	const sent = await settle(bounded(LIMIT, exchange));
	if (sent.status === 'rejected') throw tokenUnsent(sent.reason as FailedRequest, host, hide);
	if ('kind' in sent.value) throw tokenLost(sent.value, host);
	const { statusCode, headers, body } = sent.value;
	const token = tokenAnswer.safeParse(body);
	if (!token.success) throw refusedToken({ status: statusCode, headers, body }, texts, hide);
	return token.data;
}

const brokeOff = (host: string) =>
	new ZoomTokenError(`The connection to ${host} was lost while the node fetched a token.`, true);

const tokenLost = (outcome: Failed, host: string) =>
	outcome.kind === 'noResponse' && outcome.how === 'tooLarge'
		? new ZoomTokenError(
				`${host} did not issue an access token: its response is larger than ${MOST_OF_TOKEN / 1024} KiB. For a custom environment, check the Token URL.`,
				false,
			)
		: brokeOff(host);

interface FailedRequest extends NetworkError {
	/** The request, where the HTTP client failed; n8n's own refusals to send have none. */
	readonly config?: object;
	readonly message: string;
}

/** Why the token endpoint was not reached, or did not answer. */
export function tokenUnsent(
	reason: FailedRequest | TookTooLong,
	host: string,
	hide: Redactor = redact,
): ZoomTokenError {
	if (reason instanceof TookTooLong) {
		const seconds = LIMIT / 1000;
		return new ZoomTokenError(`${host} did not issue an access token within ${seconds} s.`, true);
	}
	// The reason holds the client secret, so of it goes on only what is known to be harmless.
	const problem = unreachable(reason, host);
	if (problem) {
		const advice =
			"Check n8n's access to the internet and, for a custom environment, the Token URL.";
		return new ZoomTokenError(`${problem.message} ${advice}`, problem.transient);
	}
	return reason.config !== undefined
		? brokeOff(host)
		: new ZoomTokenError(shorten(hide(reason.message)), false);
}
