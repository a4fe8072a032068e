import { UNKNOWN_TYPE } from '../mediaTypes';
import { textOf } from './fileBody';
import { isErrorText } from './fileError';

/** What is wrong with an answer that was to be a file. */
export type Mismatch = 'nothing' | 'webPage' | 'part' | 'error' | 'otherKind';

/** What came in place of a file, as far as it is known before all of it is there. */
export interface Arrival {
	/** The media type in the header; undefined where there is none. */
	readonly type: string | undefined;
	readonly bytes: Buffer;
	/** Whether the bytes are all there is. */
	readonly isWhole: boolean;
}

/** Bytes by which a file is told from an answer in its place. */
export const TELLING_BYTES = 512;

/**
 * Compares what came with what was asked for.
 * @param expected the media type that was asked for; undefined where nobody knows it
 */
export function mismatchOf(expected: string | undefined, arrival: Arrival): Mismatch | undefined {
	const { type, bytes, isWhole } = arrival;
	if (bytes.length === 0) return 'nothing';
	const [wanted, came] = [kindOf(expected), kindOf(type)];
	const text = beginningOf(bytes);
	if (isHtml(type, text) && !isHtmlType(expected)) return 'webPage';
	const isOther = wanted !== undefined && came !== undefined && wanted !== came;
	if (wanted === 'media' || wanted === 'image') {
		if (came === 'text') return isTable(type) ? 'otherKind' : 'error';
		if (isOther) return 'otherKind';
		const isAnswer = isMarkup(text) || (came === undefined && isWhole && saysNo(bytes));
		return isAnswer ? 'error' : undefined;
	}
	if (isOther) return 'otherKind';
	if (!isWhole) return undefined;
	if (isMarkup(text)) return isErrorText(textOf(bytes), isTable(expected)) ? 'error' : undefined;
	return expected === 'text/vtt' && !text.startsWith('WEBVTT') && saysNo(bytes)
		? 'error'
		: undefined;
}

/** Whether what came may be text, as far as its beginning tells. */
export function isText(bytes: Buffer): boolean {
	// Files of sound and pictures have other control characters soon after they begin.
	const beginning = bytes.subarray(0, TELLING_BYTES);
	return beginning.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

/** Whether the size that Zoom lists is to be that of the file: of text it may differ a little. */
export const hasExactSize = (expected: string | undefined): boolean => kindOf(expected) === 'media';

type Kind = 'media' | 'image' | 'text';

function kindOf(type: string | undefined): Kind | undefined {
	if (type === undefined || type === UNKNOWN_TYPE) return undefined;
	if (/^(?:video|audio)\//.test(type)) return 'media';
	if (type.startsWith('image/')) return 'image';
	return /^text\/|[/+](?:json|xml|xhtml\+xml)$/.test(type) ? 'text' : undefined;
}

const MOST_BYTES_OF_SENTENCE = 1000;

/** Whether what came is no more than a sentence that refuses. */
const saysNo = (bytes: Buffer) =>
	bytes.length <= MOST_BYTES_OF_SENTENCE &&
	isText(bytes) &&
	/forbidden|denied|unauthorized|invalid|expired|not found|not exist|error/i.test(textOf(bytes));

// Transcripts and polls are never JSON; chats, timelines and summaries may be.
const isTable = (type: string | undefined) => type === 'text/vtt' || type === 'text/csv';

const isHtmlType = (type: string | undefined) =>
	type === 'text/html' || type === 'application/xhtml+xml';

const isHtml = (type: string | undefined, text: string) =>
	isHtmlType(type) || /^<(?:!doctype html|html)[\s>]/i.test(text);

const beginningOf = (bytes: Buffer) => textOf(bytes.subarray(0, TELLING_BYTES)).trimStart();

/** Whether text is JSON or XML, by how it begins. */
const isMarkup = (text: string) => /^(?:\{\s*["}]|\[\s*[[{"\]]|<[?!a-z])/i.test(text);
