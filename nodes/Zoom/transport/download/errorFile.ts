import type { IDataObject } from 'n8n-workflow';

import { isObject, parsedJson } from '../../json/json';
import { readReason } from '../response/errorBody';

/** Data has more members than an error, and lists among them. */
const MOST_MEMBERS = 8;

/**
 * Whether a text is an error rather than a file.
 * @param hasNoJson whether a file of this kind is never JSON
 */
export function isErrorText(text: string, hasNoJson: boolean): boolean {
	const trimmed = text.trim();
	const json = jsonOf(trimmed);
	if (json === undefined) return /^(?:<\?xml[^<>]*>\s*)?<Error[\s>]/.test(trimmed);
	return hasNoJson || (isObject(json) && isError(json));
}

function isError(json: IDataObject): boolean {
	const values = Object.values(json);
	if (values.length > MOST_MEMBERS || values.some(isFilledList)) return false;
	const { code = 0, message } = readReason(json);
	const isFailed = [json.status, json.success, json.result].includes(false);
	const saysError = ['errorMessage', 'error_message', 'error'].some((name) => isTold(json, name));
	return isFailed || saysError || (code !== 0 && message !== '');
}

const isFilledList = (value: unknown) => Array.isArray(value) && value.length > 0;

const isTold = (json: IDataObject, name: string) =>
	Object.hasOwn(json, name) && json[name] !== null && json[name] !== '';

function jsonOf(text: string): unknown {
	return /^[{[]/.test(text) ? parsedJson(text) : undefined;
}
