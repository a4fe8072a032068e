import type { Answer } from '../../core/http/answers';
import { page, text } from '../../core/http/htmlPages';

/** The pages Zoom shows in place of a file it does not hand out, by their status. */
const refusals: Record<number, [title: string, sentence: string]> = {
	// A missing token is no error to Zoom: it asks for the passcode as it asks people.
	200: ['Passcode Required', 'Enter the passcode to watch this recording.'],
	401: ['Unauthorized', 'You do not have permission to access this recording.'],
	404: ['Error', 'This recording does not exist.'],
};

/** A page with a status where the caller hopes for a file. */
export function refusal(status: number): Answer {
	const [title, sentence] = refusals[status];
	return html(status, title, sentence);
}

/** The page on which a browser would play a recording. */
export function player(topic: string): Answer {
	return html(200, topic, 'This is an emulator: there is nothing to watch, but the link works.');
}

function html(status: number, title: string, sentence: string): Answer {
	return {
		status,
		headers: { 'content-type': 'text/html;charset=utf-8' },
		body: page(`${title} - Zoom`, `<h1>${text(title)}</h1>\n<p>${sentence}</p>`),
	};
}
