import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { OperationContext } from '../registry/types';
import { urlOf } from '../transport/client/client';
import { download } from '../transport/download/download';
import type { Keep } from '../transport/download/storage';
import { readBinary, storeIn } from '../transport/download/storage';
import { wholeText } from '../transport/http/body';
import type { CallSetting } from '../transport/retry/sendWithRetry';

type FileCalls = Pick<OperationContext, 'download' | 'answerFile' | 'downloadText' | 'inputFile'>;

interface Setting extends CallSetting {
	readonly caller: IExecuteFunctions;
}

/** What an operation does with files, for the item of one index. */
export function fileCalls(
	caller: IExecuteFunctions,
	index: number,
	settingOf: () => Promise<Setting>,
): FileCalls {
	const keep = storeIn(caller);
	return {
		async download(operation, file) {
			return await download(await settingOf(), { operation, file, keep });
		},
		async answerFile({ operation, path, query }) {
			const setting = await settingOf();
			const file = { url: urlOf(setting.connection.apiUrl, path) + searchOf(query) };
			return await download(setting, { operation, file, keep, isApiCall: true });
		},
		async downloadText(operation, file) {
			const keepText: Keep<string> = async (stream) => ({ value: await wholeText(stream) });
			return await download(await settingOf(), { operation, file, keep: keepText });
		},
		async inputFile(field, most) {
			const binary = caller.helpers.assertBinaryData(index, field);
			return { fileName: binary.fileName ?? field, ...(await readBinary(caller, binary, most)) };
		},
	};
}

/** A query as a URL has it, with lists as repeated names. */
function searchOf(query: Readonly<IDataObject>): string {
	const search = new URLSearchParams();
	for (const [name, value] of Object.entries(query)) {
		for (const entry of [value].flat()) search.append(name, String(entry));
	}
	return search.size > 0 ? `?${search.toString()}` : '';
}
