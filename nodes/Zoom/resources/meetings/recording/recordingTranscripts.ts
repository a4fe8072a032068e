import type { IDataObject } from 'n8n-workflow';

import { nameAfter } from '../../../files/fileName';
import { endpoint } from '../../../registry/endpoint';
import { choice } from '../../../registry/field';
import type { Download } from '../../../registry/files';
import type {
	Item,
	OperationContext,
	OperationRequest,
	RestOperation,
} from '../../../registry/types';
import { own } from '../../../values/own';
import { recordedMeetingId } from '../../shared/locators';
import { outputField } from './downloadRecording';
import { downloadTokenOf } from './downloadToken';
import { parseTranscript, transcriptText } from './transcript';

const REASONS: Readonly<Record<string, string>> = {
	DELETED_OR_TRASHED: 'The transcript was deleted or is in the trash.',
	NO_TRANSCRIPT_DATA: 'The transcript is empty.',
	NOT_READY: 'Zoom is still processing the transcript. Try again later.',
	UNSUPPORTED: 'Zoom does not create a transcript for this meeting.',
};

/** The file of a transcript that Zoom described. */
function fileOf(transcript: IDataObject): Download {
	const { download_url: url, download_restriction_reason: reason } = transcript;
	if (typeof url !== 'string' || url === '' || transcript.can_download === false) {
		throw new Error(
			own(REASONS, String(reason)) ?? 'The transcript cannot be downloaded from Zoom.',
		);
	}
	const { meeting_topic: topic, transcript_created_time: made } = transcript;
	return { url, fileName: nameAfter(topic, [made, 'transcript'], 'vtt'), mimeType: 'text/vtt' };
}

async function get(context: OperationContext, request: OperationRequest): Promise<Item[]> {
	const { operation, values } = request;
	const transcript = await context.send(request);
	const askToken = async () => await downloadTokenOf(context, values.meetingId);
	const file = { ...fileOf(transcript), askToken };
	if (values.output === 'binary') {
		const binary = await context.download(operation, file);
		return [{ json: transcript, binary: { [String(values.binaryPropertyName)]: binary } }];
	}
	const segments = parseTranscript(await context.downloadText(operation, file));
	if (segments.length === 0) {
		throw new Error('The transcript could not be read: it has no lines with times.');
	}
	const entries = segments.map((segment): IDataObject => ({ ...segment }));
	return values.output === 'segments'
		? entries.map((json) => ({ json }))
		: [{ json: { ...transcript, text: transcriptText(segments), segments: entries } }];
}

const getTranscript: RestOperation = {
	name: 'Get Transcript',
	value: 'getTranscript',
	action: 'Get the transcript of a meeting or webinar',
	description: 'Get the transcript of a recording as text, segments or a file',
	...endpoint('GET /meetings/{meetingId}/transcript'),
	fields: [
		recordedMeetingId,
		choice('Output', 'output', {
			in: 'node',
			required: true,
			options: [
				{ name: 'File (VTT)', value: 'binary', description: 'One item with the file' },
				{
					name: 'Segments',
					value: 'segments',
					description: 'One item per segment, with the speaker and times in seconds',
				},
				{
					name: 'Text',
					value: 'text',
					description: 'One item with the whole text and a list of segments',
				},
			],
			default: 'text',
			description: 'Format of the transcript',
		}),
		{ ...outputField, displayOptions: { show: { output: ['binary'] } } },
	],
	run: get,
};

/** What was said in a recorded meeting, in writing. */
export const transcriptOperations: RestOperation[] = [
	{
		name: 'Delete Transcript',
		value: 'deleteTranscript',
		action: 'Delete the transcript of a meeting or webinar',
		description:
			'Delete the transcript of a recording. The API cannot restore it. The recording is kept.',
		...endpoint('DELETE /meetings/{meetingId}/transcript'),
		fields: [recordedMeetingId],
	},
	getTranscript,
];
