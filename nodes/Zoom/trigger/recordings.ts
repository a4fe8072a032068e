import type { IBinaryData, IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { callOptions } from '../callOptions';
import type { Download, Item } from '../operation';
import { downloadRecording } from '../resources/recording/downloadRecording';
import { describedFile, isReady } from '../resources/recording/recordingFiles';
import { readConnection } from '../transport/connection';
import { download } from '../transport/download';
import { storeIn } from '../transport/storage';
import type { EventBody } from './delivery';
import { filesOf, plainName, subjectOf, withSubject } from './delivery';
import { shaped } from './output';
import type { Settings } from './settings';

/** Where in an item a file goes, as in the Zoom node. */
const FIELD = 'data';

/** Events of files that are gone; Zoom lists them as if they were still there. */
const GONE = /[._](?:deleted|trashed)$/;

/** What becomes of an error: an item in the place of those there would have been, or it is thrown. */
export type OnFailure = (error: unknown, about?: IDataObject) => Item;

/**
 * An item for each file of a recording event, with the file; one without where there is none to download. The token that
 * came with the event opens its files, and is in no item that has one.
 * @param failed gives the item for a file that could not be had, or throws to have the others go, too
 * @throws NodeApiError that says what happened and what to do
 */
export async function withFiles(
	caller: IExecuteFunctions,
	body: EventBody,
	settings: Settings,
	failed: OnFailure,
): Promise<Item[]> {
	if (GONE.test(plainName(body.event))) return [{ json: shaped(body, settings) }];
	const { download_token: token, ...event } = body;
	const subject = subjectOf(body);
	const lists = Object.entries(filesOf(subject));
	const files = lists.flatMap(([list, entries]) => entries.map((file) => ({ list, file })));
	const ready = files.filter(({ file }) => isReady(file));
	if (ready.length < files.length) {
		const message = `${files.length - ready.length} of ${files.length} files of the recording cannot be downloaded yet.`;
		caller.addExecutionHints({ message, type: 'warning' });
	}
	if (ready.length === 0) return [{ json: shaped(body, settings) }];
	const fetch = await fetcher(caller, settings, token);
	const none = Object.fromEntries(lists.map(([list]) => [list, []]));
	const items: Item[] = [];
	for (const { list, file } of ready) {
		const alone = withSubject(event, { ...subject, ...none, [list]: [file] });
		const [fetched] = await Promise.allSettled([fetch(subject, file)]);
		items.push(
			fetched.status === 'fulfilled'
				? { json: shaped(alone, settings), binary: { [FIELD]: fetched.value } }
				: failed(fetched.reason, { event: body.event, fileId: file.id }),
		);
	}
	return items;
}

type Fetch = (recording: IDataObject, file: IDataObject) => Promise<IBinaryData>;

async function fetcher(
	caller: IExecuteFunctions,
	{ credentialType }: Settings,
	token: unknown,
): Promise<Fetch> {
	const connection = await readConnection(caller, credentialType);
	const setting = { caller, connection, options: callOptions({}) };
	const keep = storeIn(caller);
	return async (recording, file) => {
		const named: Download = {
			...describedFile(recording, file),
			...(typeof token === 'string' && token !== '' && { token }),
		};
		return await download(setting, { file: named, operation: downloadRecording, keep });
	};
}
