import type { IBinaryData, IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { distinctNames } from '../../files/fileName';
import { requestOptions } from '../../form/requestOptions';
import type { Connection, Item } from '../../registry/types';
import { downloadRecording } from '../../resources/meetings/recording/downloadRecording';
import { askDownloadToken } from '../../resources/meetings/recording/downloadToken';
import { readConnection } from '../../transport/auth/connection';
import { downloadUrlProblem } from '../../transport/auth/environments';
import { createClient } from '../../transport/client/client';
import { download } from '../../transport/download/download';
import { storeIn } from '../../transport/download/storage';
import { settle } from '../../transport/sync/settle';
import { buildRequest } from '../../values/request';
import type { EventBody } from '../events/eventBody';
import { plainName, subjectOf, withSubject } from '../events/eventBody';
import type { Settings } from '../parameters/settings';
import type { EventFile } from './eventFiles';
import { canBeFetched, describedEventFile, eachAlone, eventFilesIn } from './eventFiles';
import { shaped } from './output';

/** Where in an item a file goes, as in the Zoom node. */
const FIELD = 'data';

/** Events of files that are gone; Zoom lists them as if they were still there. */
const GONE = /[._](?:deleted|trashed)$/;

/** How an error is handled: as an item in place of the expected ones, or thrown. */
export type OnFailure = (error: unknown, about?: IDataObject) => Item;

/**
 * An item for each file of an event, with the file; one without where there is none to download. The token that came
 * with the event opens its files, and is in no item that has one.
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
	const event: EventBody = { ...body };
	delete event.download_token;
	const subject = subjectOf(body);
	const all = eventFilesIn(subject);
	const ready = all.filter(canBeFetched);
	const warn = (message: string) => caller.addExecutionHints({ message, type: 'warning' });
	if (ready.length < all.length) {
		const what = all.every(({ isOfRecording }) => isOfRecording) ? 'recording' : 'event';
		const left = all.length - ready.length;
		warn(`${left} of ${all.length} files of the ${what} cannot be downloaded yet.`);
	}
	if (ready.length === 0) return [{ json: shaped(body, settings) }];
	const connection = await readConnection(caller, settings.credentialType);
	const isElsewhere = ({ isOfRecording, entry, urlKey }: EventFile) =>
		!isOfRecording && downloadUrlProblem(String(entry[urlKey]), connection.apiUrl) !== undefined;
	const fetched = ready.filter((file) => !isElsewhere(file));
	if (fetched.length < ready.length) {
		const left = ready.length - fetched.length;
		warn(
			`${left} of ${all.length} files of ${body.event} are not on one of Zoom's domains, so the node did not download them.`,
		);
	}
	if (fetched.length === 0) return [{ json: shaped(body, settings) }];
	const fetch = fetcher(caller, connection, body);
	const items: Item[] = [];
	const alone = eachAlone(subject, all);
	for (const file of fetched) {
		const single = withSubject(event, alone(file));
		const binary = await settle(fetch(file));
		items.push(
			binary.status === 'fulfilled'
				? { json: shaped(single, settings), binary: { [FIELD]: binary.value } }
				: failed(binary.reason, { event: body.event, fileId: file.entry.id }),
		);
	}
	return items;
}

type Fetch = (file: EventFile) => Promise<IBinaryData>;

function fetcher(caller: IExecuteFunctions, connection: Connection, body: EventBody): Fetch {
	const setting = { caller, connection, options: requestOptions({}) };
	const keep = storeIn(caller);
	const distinct = distinctNames();
	const subject = subjectOf(body);
	const { download_token: token } = body;
	const askToken = async () =>
		await askDownloadToken(
			async (operation, values) =>
				await createClient(setting).send(buildRequest(operation, values, caller.getTimezone())),
			subject.uuid,
		);
	const isMeeting = body.event.startsWith('recording.') && typeof subject.uuid === 'string';
	return async (file) => {
		const described = describedEventFile(plainName(body.event), subject, file);
		const { fileName = '' } = described;
		const named = {
			...described,
			fileName: distinct(fileName),
			...(typeof token === 'string' && token !== '' && { token }),
			...(isMeeting && { askToken }),
		};
		return await download(setting, { file: named, operation: downloadRecording, keep });
	};
}
