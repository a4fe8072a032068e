import { distinctNames } from '../../../files/fileName';
import { choice, choices, text, toggle } from '../../../registry/field';
import type {
	Field,
	Item,
	RestOperation,
	OperationContext,
	Values,
	OperationRequest,
} from '../../../registry/types';
import { downloadUrlProblem } from '../../../transport/auth/environments';
import { InputError } from '../../../values/inputError';
import { recordedMeetingId } from '../../shared/locators';
import { downloadTokenOf, recordingFilesEndpoint } from './downloadToken';
import { chosenFiles, describedFile, fileTypeChoices } from './recordingFiles';

const fromMeeting: Field['displayOptions'] = { show: { source: ['meeting'] } };
const fromUrl: Field['displayOptions'] = { show: { source: ['url'] } };
// From inside a collection a slash leads to the fields at the top.
const optionalFromMeeting: Field['displayOptions'] = { show: { '/source': ['meeting'] } };
const optionalFromUrl: Field['displayOptions'] = { show: { '/source': ['url'] } };

/** Where in an item a downloaded file goes. */
export const outputField = text('Put Output File in Field', 'binaryPropertyName', {
	in: 'node',
	required: true,
	default: 'data',
	hint: 'The name of the output binary field to put the file in',
});

async function download(context: OperationContext, request: OperationRequest): Promise<Item[]> {
	return request.values.source === 'url'
		? await downloadUrl(context, request)
		: await downloadFiles(context, request);
}

async function checkUrl(
	context: OperationContext,
	{ source, downloadUrl: url }: Values,
): Promise<void> {
	if (source !== 'url') return;
	const { apiUrl } = await context.connection();
	const problem = downloadUrlProblem(String(url).trim(), apiUrl);
	if (problem !== undefined) throw new InputError(problem);
}

async function downloadUrl(
	context: OperationContext,
	{ operation, values }: OperationRequest,
): Promise<Item[]> {
	const { downloadUrl: url, downloadToken, fileName } = values;
	const file = await context.download(operation, {
		url: String(url).trim(),
		...(downloadToken !== undefined && { token: String(downloadToken) }),
		...(fileName !== undefined && { fileName: String(fileName) }),
	});
	const json = { file_name: file.fileName ?? null, mime_type: file.mimeType };
	return [{ json, binary: { [String(values.binaryPropertyName)]: file } }];
}

async function downloadFiles(
	context: OperationContext,
	request: OperationRequest,
): Promise<Item[]> {
	const { operation, values } = request;
	const recording = await context.send(request);
	const { ready, unfinished } = chosenFiles(recording, values);
	if (unfinished.length > 0) {
		const sentence = `Zoom is still processing the recording: ${unfinished.join(', ')} cannot be downloaded yet.`;
		if (ready.length === 0) throw new Error(`${sentence} Try again later.`);
		context.warn(sentence);
	} else if (ready.length === 0) {
		context.warn('The recording has no files of the selected types.');
	}
	const { id, uuid, topic, host_id, start_time } = recording;
	const distinct = distinctNames();
	const askToken = async () => (token = await downloadTokenOf(context, uuid ?? values.meetingId));
	let token: string | undefined;
	const items: Item[] = [];
	for (const file of ready) {
		const described = describedFile(recording, file);
		const binary = await context.download(operation, {
			...described,
			fileName: distinct(described.fileName),
			askToken,
			// What opened one file opens the next.
			...(token !== undefined && { token }),
		});
		items.push({
			json: { ...file, meeting: { id, uuid, topic, host_id, start_time } },
			binary: { [String(values.binaryPropertyName)]: binary },
		});
	}
	return items;
}

/** Fetches the files of a recording. */
export const downloadRecording: RestOperation = {
	name: 'Download',
	value: 'download',
	action: 'Download the files of a recording',
	description: 'Download the files of a cloud recording, such as video, audio, transcript and chat',
	...recordingFilesEndpoint,
	fields: [
		choice('Source', 'source', {
			in: 'node',
			required: true,
			options: [
				{
					name: 'Download URL',
					value: 'url',
					description: 'One file, by the download URL of a webhook event',
				},
				{
					name: 'Meeting or Webinar',
					value: 'meeting',
					description: 'All or some files of a recording',
				},
			],
			default: 'meeting',
			description: 'How to select the files',
		}),
		{ ...recordedMeetingId, displayOptions: fromMeeting },
		choices('File Types', 'fileTypes', {
			in: 'node',
			options: fileTypeChoices,
			displayOptions: fromMeeting,
			description: 'Types of files to download. If empty, the node downloads all files.',
		}),
		text('Download URL', 'downloadUrl', {
			in: 'node',
			required: true,
			displayOptions: fromUrl,
			placeholder: 'e.g. https://us02web.zoom.us/rec/download/…',
			description: 'The download_url of a file, from a webhook event, Get or Get Many',
		}),
		text('Download Token', 'downloadToken', {
			in: 'node',
			password: true,
			displayOptions: fromUrl,
			description:
				'The download_token of the webhook event, valid for 24 hours. If empty, the node uses the access token of the credential.',
		}),
		outputField,
	],
	optional: [
		text('File Name', 'fileName', {
			in: 'node',
			displayOptions: optionalFromUrl,
			placeholder: 'e.g. review.mp4',
			description: 'Name of the file. Defaults to the name that Zoom gives it.',
		}),
		toggle('Participant Audio', 'participantAudio', {
			in: 'node',
			displayOptions: optionalFromMeeting,
			description: 'Whether to also download the separate audio file of each participant',
		}),
		text('Recording ID', 'recordingId', {
			in: 'node',
			displayOptions: optionalFromMeeting,
			description: 'ID of the only file to download, from Get',
		}),
	],
	run: download,
	checkItem: checkUrl,
};
