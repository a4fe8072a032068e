import { jsonParse } from 'n8n-workflow';
import { z } from 'zod';

const sessionToken = z.object({
	token: z.string(),
	/** Granted scopes, separated by spaces. */
	scope: z.string(),
	/** Origin of the account's region, when Zoom names one. */
	api_url: z.string().optional(),
	/** Hash of the fields the token was fetched with: a token of other fields is not ours to use. */
	fingerprint: z.string(),
	/** Milliseconds since 1970. */
	expiresAt: z.number(),
	/** Whether Zoom has refused it, so that another one has to take its place. Never stored. */
	isRefused: z.literal(true).optional(),
});

/** An access token and what it belongs to, as stored in the credential's `sessionToken`. */
export type SessionToken = z.infer<typeof sessionToken>;

/** How the node recognises the error below after n8n has wrapped it. */
export const ZOOM_TOKEN_ERROR = 'ZoomTokenError';

/**
 * A token could not be had; `transient` when trying again later may work, since Zoom was not reached or not well.
 * `resumeAt` is when Zoom says it may, in milliseconds since 1970.
 */
export class ZoomTokenError extends Error {
	override readonly name = ZOOM_TOKEN_ERROR;

	constructor(
		message: string,
		readonly transient: boolean,
		readonly resumeAt?: number,
	) {
		super(message);
	}
}

/** Reads the stored token; undefined when there is none yet. */
export function readSessionToken(stored: unknown): SessionToken | undefined {
	const json = typeof stored === 'string' ? jsonParse<unknown>(stored, { fallbackValue: {} }) : {};
	return sessionToken.safeParse(json).data;
}

/** The stored token as one that Zoom has refused. */
export const refusedSession = (stored: unknown): string =>
	JSON.stringify({ ...readSessionToken(stored), isRefused: true });
