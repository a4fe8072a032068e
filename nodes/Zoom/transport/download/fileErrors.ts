import { mediaTypeOf } from '../../files/mediaTypes';
import { isMissingScopes } from '../errors/errorMessages';
import type { Explanation, Failed, ErrorResponse } from '../response/outcome';
import type { Mismatch } from './fileCheck';

/** What is shown at the file's host: a token for the file, the connection's access token, or nothing. */
export type Pass = { readonly token: string } | 'connection' | 'none';

/** How a file that was refused was asked for. */
export interface FileAccess {
	readonly pass: Pass;
	/** Whether the API answers the file itself: it has reasons of its own. */
	readonly isApiCall: boolean;
}

const WEB_PAGE: Explanation = {
	message: 'Zoom returned a web page instead of the file.',
	hint: 'The link has expired, the file was deleted, or the credential or download token has no access to it.',
};
const NOTHING: Explanation = {
	message: 'Zoom returned an empty response instead of the file.',
	hint: 'The file may still be processing, or it was deleted. Try again later.',
};
const PART: Explanation = {
	message: 'Zoom returned only a part of the file.',
	hint: 'A proxy or firewall between n8n and Zoom may have changed the request. Try again.',
};
const GONE: Explanation = {
	message: 'File not found at Zoom.',
	hint: 'The link has expired, or the recording was moved to the trash or deleted.',
};
const TOKEN_REFUSED: Explanation = {
	message: 'Zoom does not accept the download token for this file.',
	hint: 'A download token is valid for 24 hours and only for the files of its own event.',
};
const ACCESS_HINT =
	'The credential works. The file may belong to another user, or the account may restrict downloads. Set Download Token to the token that came with the link.';
const NO_TOKEN_HINT =
	"The node sends the access token only to Zoom's own domains. Set Download Token to the token that came with the link.";

const errorInstead = ({ message, status }: ErrorResponse, hint?: string): Explanation => {
	const code = status < 300 ? '' : ` (HTTP ${status})`;
	return {
		message: `Zoom returned an error instead of the file${message === '' ? `${code}.` : `: ${message}`}`,
		hint,
	};
};

const isHtml = ({ 'content-type': type = '' }: Readonly<Record<string, string>>) =>
	/^(?:text\/html|application\/xhtml)/i.test(type);

/** The refusal of an answer that says all is well, and is not the file. */
export const mismatchRefusal = (refusal: ErrorResponse, mismatch: Mismatch): ErrorResponse => ({
	...refusal,
	explanation: explainMismatch(mismatch, refusal),
});

function explainMismatch(mismatch: Mismatch, refusal: ErrorResponse): Explanation {
	switch (mismatch) {
		case 'nothing':
			return NOTHING;
		case 'webPage':
			return WEB_PAGE;
		case 'part':
			return PART;
		case 'otherKind': {
			const type = mediaTypeOf(refusal.headers['content-type'] ?? '') ?? 'without a type';
			return { message: `Zoom returned something else instead of the file (${type}).` };
		}
		case 'error':
			return errorInstead(refusal);
	}
}

/** The refusal of a file that has another size than Zoom lists. */
export const sizeRefusal = (
	refusal: ErrorResponse,
	bytes: number,
	listed: number,
): ErrorResponse => ({
	...refusal,
	explanation: {
		message: `Zoom sent ${count(bytes)} instead of the ${count(listed)} it lists for the file.`,
		hint: 'The file may still be processing. Try again later.',
	},
});

const count = (bytes: number) => `${bytes.toLocaleString('en-US')} bytes`;

/** An outcome that says what it means where a file was asked for. */
export function explainedForFile(outcome: Failed, access: FileAccess): Failed {
	if (outcome.kind !== 'errorResponse' || outcome.explanation) return outcome;
	const explanation = explainRefusal(outcome, access);
	return explanation ? { ...outcome, explanation } : outcome;
}

function explainRefusal(
	refusal: ErrorResponse,
	{ pass, isApiCall }: FileAccess,
): Explanation | undefined {
	const { status, message, headers } = refusal;
	if (status >= 500 || status === 429 || isMissingScopes(refusal)) return undefined;
	if (isHtml(headers)) return WEB_PAGE;
	const isGone = status === 404 || status === 410;
	if (isGone && message === '') return GONE;
	if (isApiCall) return undefined;
	if (isGone) return errorInstead(refusal, GONE.hint);
	if (!isAccessRefusal(refusal)) return errorInstead(refusal);
	if (typeof pass === 'object') return TOKEN_REFUSED;
	const hint = pass === 'none' ? NO_TOKEN_HINT : ACCESS_HINT;
	return message === ''
		? { message: `The credential has no access to this file (HTTP ${status}).`, hint }
		: errorInstead(refusal, hint);
}

const FORBIDDEN = 124;

/** Whether a refusal may be over who asks, so that another token may open the file. */
export function isAccessRefusal({ status, code, message, headers }: ErrorResponse): boolean {
	if (status === 401 || status === 403 || code === FORBIDDEN) return true;
	// What comes in place of the file may say so in any language.
	return status < 300 && (isHtml(headers) || message !== '');
}
