import type { IDataObject } from 'n8n-workflow';

import { endpoint } from '../../../registry/endpoint';
import { choice, number } from '../../../registry/field';
import type { Field, RestOperation, Values, OperationContext } from '../../../registry/types';
import { recordedMeetingId } from '../../shared/locators';

/** Seconds for which a token is good that the node asks for itself; a file that has begun to come needs none. */
const LIFETIME = 3600;

export const downloadTokenFields: Field[] = [
	number('Download Token Lifetime (Seconds)', 'ttl', {
		minValue: 0,
		maxValue: 604800,
		default: 86400,
		description: 'How long the download access token is valid, up to a week',
	}),
	choice('Include Field', 'includeFields', {
		options: [{ name: 'Download Access Token', value: 'download_access_token' }],
		default: 'download_access_token',
		description: 'Additional field to return. n8n stores the token with the execution.',
	}),
];

/** The endpoint that lists the files of a recording. */
export const recordingFilesEndpoint = endpoint('GET /meetings/{meetingId}/recordings');

const withToken: RestOperation = {
	name: 'Get Download Token',
	value: 'getDownloadToken',
	action: 'Get a download token for the files of a recording',
	description: 'Get a download token for the files of a recording',
	...recordingFilesEndpoint,
	fields: [recordedMeetingId, ...downloadTokenFields],
};

/** Gets a token that opens the files of one recording; undefined where Zoom gives none. */
export const downloadTokenOf = async (
	{ request, send }: OperationContext,
	meetingId: unknown,
): Promise<string | undefined> =>
	await askDownloadToken(
		async (operation, values) => await send(request(operation, values)),
		meetingId,
	);

/** The same by other means of sending. */
export async function askDownloadToken(
	send: (operation: RestOperation, values: Values) => Promise<IDataObject>,
	meetingId: unknown,
): Promise<string | undefined> {
	const values = { meetingId, includeFields: 'download_access_token', ttl: LIFETIME };
	const { download_access_token: token } = await send(withToken, values);
	return typeof token === 'string' && token !== '' ? token : undefined;
}
