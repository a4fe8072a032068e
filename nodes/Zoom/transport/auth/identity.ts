import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { jsonParse } from 'n8n-workflow';

import { hostsOf } from './environments';

/** The same short text for the same parts alone, which do not show in it. */
export const digestOf = (...parts: readonly unknown[]): string =>
	createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** What a credential must keep so that its calls are those that were meant: where they go, and by which app. */
export function identityOf(credential: ICredentialDataDecryptedObject): string {
	const { token, api } = hostsOf(credential);
	const { clientId, clientSecret, accountId } = credential;
	return digestOf(token, api, clientId, clientSecret, accountId);
}

/** What a Server-to-Server token depends on: with other fields it is not the credential's. */
export function fingerprintOf(credential: ICredentialDataDecryptedObject): string {
	const { clientId, clientSecret, accountId } = credential;
	return digestOf(hostsOf(credential).token, clientId, clientSecret, accountId);
}

/** Account and user a token speaks for, where it tells: Zoom's tokens are JWTs, others need not be. */
export function ownerOf(token: string): string | undefined {
	const payload = Buffer.from(token.split('.', 2)[1] ?? '', 'base64url').toString();
	const { aid, uid }: TokenClaims = Object(jsonParse<unknown>(payload, { fallbackValue: {} }));
	return typeof uid === 'string' ? digestOf(aid, uid) : undefined;
}

interface TokenClaims {
	/** The account. */
	readonly aid?: unknown;
	/** The user. */
	readonly uid?: unknown;
}
