import { UNKNOWN_TYPE } from '../../files/mediaTypes';
import { textOf } from '../http/body';
import { isErrorText } from './errorFile';

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

/** What the file is to be. */
export interface Wanted {
	/** The media type; undefined where nobody knows it. */
	readonly expected: string | undefined;
	/** Whether only the host says so, of what it answers. */
	readonly isByHost: boolean;
	/** Bytes, where Zoom lists them. */
	readonly size?: number;
}

/** Bytes by which a file is told from an answer in its place. */
export const TELLING_BYTES = 512;

/** Compares what came with what was asked for. */
export function mismatchOf(wanted: Wanted, arrival: Arrival): Mismatch | undefined {
	const { expected, size } = wanted;
	const { type, bytes, isWhole } = arrival;
	if (bytes.length === 0) return 'nothing';
	if (type === 'multipart/byteranges') return 'part';
	const text = beginningOf(bytes);
	if (isHtml(type, text) && !isHtmlType(expected)) return 'webPage';
	const [kind, came] = [kindOf(expected), kindOf(type)];
	const isOther = kind !== undefined && came !== undefined && kind !== came;
	if (kind === 'media' || kind === 'image') {
		if (came === 'text') return isTable(type) ? 'otherKind' : 'error';
		if (isOther) return 'otherKind';
		return isText(bytes) ? 'error' : undefined;
	}
	if (kind === 'document') {
		if (isOther && came !== 'text') return 'otherKind';
		return isText(bytes) && !text.startsWith('%PDF') ? 'error' : undefined;
	}
	if (isOther) return 'otherKind';
	// Text may say anything; what has as many bytes as listed is what is listed.
	return isWhole && bytes.length !== size ? mismatchOfText(wanted, textOf(bytes)) : undefined;
}

function mismatchOfText({ expected, isByHost }: Wanted, whole: string): Mismatch | undefined {
	const text = whole.trim();
	if (text === '') return 'nothing';
	if (isMarkup(text) && isErrorText(text, isTable(expected))) return 'error';
	if (isByHost) return isRefusal(text) ? 'error' : undefined;
	if (expected === 'text/vtt') return isVtt(text) ? undefined : 'error';
	if (expected === 'application/json') return /^[[{]/.test(text) ? undefined : 'error';
	return isRefusal(text) ? 'error' : undefined;
}

/** Whether what came may be text, as far as its beginning tells. */
export function isText(bytes: Buffer): boolean {
	// Files of sound and pictures have other control characters soon after they begin.
	const beginning = bytes.subarray(0, TELLING_BYTES);
	return beginning.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

/** Whether the size that Zoom lists is to be that of the file: of text it may differ a little. */
export const hasExactSize = (expected: string | undefined): boolean => kindOf(expected) === 'media';

/** A document is any other file that is no text. */
type Kind = 'media' | 'image' | 'text' | 'document';

function kindOf(type: string | undefined): Kind | undefined {
	if (type === undefined || type === UNKNOWN_TYPE) return undefined;
	if (/^(?:video|audio)\//.test(type)) return 'media';
	if (/^text\/|[/+](?:json|xml|xhtml\+xml)$/.test(type)) return 'text';
	if (type.startsWith('image/')) return 'image';
	return /^application\/(?:pdf|zip|vnd\.openxmlformats-.{1,60})$/.test(type)
		? 'document'
		: undefined;
}

const LONGEST_REFUSAL = 200;

/** Whether a text is no more than a sentence that refuses; lines of a chat begin with a time. */
const isRefusal = (text: string) =>
	text.length <= LONGEST_REFUSAL &&
	!isMarkup(text) &&
	!/^\d|[\r\n\t]/.test(text) &&
	/forbidden|denied|unauthorized|invalid|expired|not found|not exist|error/i.test(text);

const isVtt = (text: string) => text.startsWith('WEBVTT') || text.includes('-->');

// Transcripts and polls are never JSON; chats, timelines and summaries may be.
const isTable = (type: string | undefined) => type === 'text/vtt' || type === 'text/csv';

const isHtmlType = (type: string | undefined) =>
	type === 'text/html' || type === 'application/xhtml+xml';

const isHtml = (type: string | undefined, text: string) => isHtmlType(type) || PAGE.test(text);

const PAGE = /^(?:<!--[^<>]*-->\s*)?<(?:!doctype html|html|head|body|script|title|meta)[\s>]/i;

const beginningOf = (bytes: Buffer) => textOf(bytes.subarray(0, TELLING_BYTES)).trimStart();

/** Whether text is JSON or XML, by how it begins. */
const isMarkup = (text: string) => /^(?:\{\s*["}]|\[\s*[[{"\]]|<[?!a-z])/i.test(text);
