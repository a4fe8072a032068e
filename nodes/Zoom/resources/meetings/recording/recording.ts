import type { INodePropertyOptions } from 'n8n-workflow';

import { endpoint, listEndpoint } from '../../../registry/endpoint';
import { choice, text, toggle } from '../../../registry/field';
import type { Resource, RestOperation } from '../../../registry/types';
import { meetingId, meetingNumber } from '../../../values/identifiers';
import { fromDay, toDay } from '../../shared/dateRangeFields';
import { innerId } from '../../shared/fields';
import { anyUser, recordedMeetingId } from '../../shared/locators';
import { menuOf } from '../../shared/menu';
import { downloadRecording } from './downloadRecording';
import { downloadTokenFields, recordingFilesEndpoint } from './downloadToken';
import { analyticsOperations } from './recordingAnalytics';
import { settingsOperations } from './recordingSettings';
import { transcriptOperations } from './recordingTranscripts';

const SUMMARY = [
	'id',
	'uuid',
	'topic',
	'type',
	'host_id',
	'start_time',
	'duration',
	'total_size',
	'recording_count',
	'share_url',
	'auto_delete_date',
];

const recordingId = innerId('Recording ID', 'recordingId', 'ID of the recording file, from Get');

const ways: INodePropertyOptions[] = [
	{ name: 'Delete', value: 'delete', description: 'Cannot be undone' },
	{ name: 'Move to Trash', value: 'trash', description: 'Can be recovered for 30 days' },
];

const forGood = choice('Action', 'action', {
	options: ways,
	default: 'trash',
	description: 'Whether to delete permanently or move to the trash. Defaults to the trash.',
});

const fileOperations: RestOperation[] = [
	{
		name: 'Delete',
		value: 'delete',
		action: 'Delete the recording of a meeting or webinar',
		description: 'Delete all files of a recording permanently, or move them to the trash',
		...endpoint('DELETE /meetings/{meetingId}/recordings'),
		fields: [recordedMeetingId],
		optional: [forGood],
	},
	{
		name: 'Delete File',
		value: 'deleteFile',
		action: 'Delete one file of a recording',
		description: 'Delete one file of a recording permanently, or move it to the trash',
		...endpoint('DELETE /meetings/{meetingId}/recordings/{recordingId}'),
		fields: [recordedMeetingId, recordingId],
		optional: [forGood],
	},
	{
		name: 'Get',
		value: 'get',
		action: 'Get the recording of a meeting or webinar',
		description: 'Get a recording with links to its files',
		...recordingFilesEndpoint,
		fields: [recordedMeetingId],
		optional: downloadTokenFields,
		simplify: [...SUMMARY, 'recording_files', 'participant_audio_files', 'download_access_token'],
	},
	{
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many recordings',
		description:
			'List the cloud recordings of a user for any period. If From and To are not set, Zoom lists the recordings of today.',
		...listEndpoint('GET /users/{userId}/recordings', {
			dateWindows: { by: 'start_time', id: 'uuid' },
		}),
		fields: anyUser,
		optional: [
			fromDay,
			text('Meeting ID', 'meetingId', {
				encode: meetingNumber,
				placeholder: 'e.g. 812 3456 7890',
				description: 'Only recordings of this meeting',
			}),
			toggle('Meeting Connector', 'mc', {
				encode: String,
				description:
					'Whether to list recordings of meetings hosted on premises with a meeting connector',
			}),
			toDay,
			toggle('Trash', 'trash', 'Whether to list the recordings in the trash instead'),
			choice('Trash Type', 'trashType', {
				options: [
					{ name: 'Single Files', value: 'recording_file' },
					{ name: 'Whole Recordings', value: 'meeting_recordings' },
				],
				default: 'meeting_recordings',
				description: 'Which entries of the trash to list',
			}),
		],
		simplify: SUMMARY,
		requires: 'a Pro plan or higher with cloud recording',
	},
	{
		name: 'Recover',
		value: 'recover',
		action: 'Recover the recording of a meeting or webinar from the trash',
		description: 'Recover all files of a recording from the trash, within 30 days',
		...endpoint('PUT /meetings/{meetingUUID}/recordings/status'),
		fields: [
			text('Meeting UUID', 'meetingUUID', {
				encode: meetingId,
				required: true,
				placeholder: 'e.g. 4444AAAiAAAAAiAiAiiAii==',
				description: 'UUID of the occurrence, from Get Many with the filter Trash',
			}),
		],
		body: { action: 'recover' },
	},
	{
		name: 'Recover File',
		value: 'recoverFile',
		action: 'Recover one file of a recording from the trash',
		description: 'Recover one file of a recording from the trash, within 30 days',
		...endpoint('PUT /meetings/{meetingId}/recordings/{recordingId}/status'),
		fields: [recordedMeetingId, recordingId],
		body: { action: 'recover' },
	},
];

/** Recordings in the cloud of Zoom. */
export const recording: Resource = {
	name: 'Recording',
	plural: 'Recordings',
	value: 'recording',
	docs: 'https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording',
	operations: menuOf(
		[downloadRecording],
		fileOperations,
		analyticsOperations,
		settingsOperations,
		transcriptOperations,
	),
};
