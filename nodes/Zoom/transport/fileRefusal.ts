import type { Explanation, Failed } from './outcome';

const WEB_PAGE: Explanation = {
	message: 'Zoom answered with a web page instead of the file.',
	hint: 'The link has expired, the file is gone, or the connection or download token is not for it.',
};
const TOKEN_REFUSED: Explanation = {
	message: 'Zoom does not accept the download token for this file.',
	hint: 'A download token is good for 24 hours, and for the files of its own webhook only.',
};
const GONE: Explanation = {
	message: 'Zoom has no such file.',
	hint: 'The link has expired, or the recording was moved to the trash or deleted.',
};

const isHtml = ({ 'content-type': type = '' }: Readonly<Record<string, string>>) =>
	/^text\/html/i.test(type);

/** An outcome that says what it means where a file was asked for: of files Zoom gives no reasons. */
export function explainedForFile(outcome: Failed, hasToken: boolean): Failed {
	if (outcome.kind !== 'refusal' || outcome.status >= 500) return outcome;
	const { status, message, headers } = outcome;
	if (isHtml(headers)) return { ...outcome, explanation: WEB_PAGE };
	if (hasToken && (status === 401 || status === 403)) {
		return { ...outcome, explanation: TOKEN_REFUSED };
	}
	const isGone = (status === 404 || status === 410) && message === '';
	return isGone ? { ...outcome, explanation: GONE } : outcome;
}
