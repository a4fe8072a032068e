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
		const sentence = `Zoom is not done with the recording yet: ${unfinished.join(', ')} cannot be downloaded so far.`;
		if (ready.length === 0) throw new Error(`${sentence} Try again later.`);
		context.warn(sentence);
	} else if (ready.length === 0) {
		context.warn('The recording has no file of the types that were asked for.');
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
	description: 'Get the files of a cloud recording: video, audio, transcript, chat and more',
	...recordingFilesEndpoint,
	fields: [
		choice('Source', 'source', {
			in: 'node',
			required: true,
			options: [
				{ name: 'Download URL', value: 'url', description: 'One file, as a webhook names it' },
				{
					name: 'Meeting or Webinar',
					value: 'meeting',
					description: 'All files of its recording, or some of them',
				},
			],
			default: 'meeting',
			description: 'How the files are given',
		}),
		{ ...recordedMeetingId, displayOptions: fromMeeting },
		choices('File Types', 'fileTypes', {
			in: 'node',
			options: fileTypeChoices,
			displayOptions: fromMeeting,
			description: 'Which files to download; all when empty',
		}),
		text('Download URL', 'downloadUrl', {
			in: 'node',
			required: true,
			displayOptions: fromUrl,
			placeholder: 'e.g. https://us02web.zoom.us/rec/download/…',
			description: 'The "download_url" of a file, from a webhook or from Get or Get Many',
		}),
		text('Download Token', 'downloadToken', {
			in: 'node',
			password: true,
			displayOptions: fromUrl,
			description:
				'The "download_token" that came with the webhook; good for 24 hours. Without it the connection itself has to be allowed to see the recording.',
		}),
		outputField,
	],
	optional: [
		text('File Name', 'fileName', {
			in: 'node',
			displayOptions: optionalFromUrl,
			placeholder: 'e.g. review.mp4',
			description: 'What to call the file; Zoom names it when this is not set',
		}),
		toggle('Participant Audio', 'participantAudio', {
			in: 'node',
			displayOptions: optionalFromMeeting,
			description:
				'Whether to download the voices of participants that were recorded one by one, too',
		}),
		text('Recording ID', 'recordingId', {
			in: 'node',
			displayOptions: optionalFromMeeting,
			description: 'Only this one file of the recording, by its ID as listed by Get',
		}),
	],
	run: download,
	checkItem: checkUrl,
};
