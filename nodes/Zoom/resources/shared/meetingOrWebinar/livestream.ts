import type { INodePropertyOptions } from 'n8n-workflow';

import type { Field } from '../../../registry/types';
import { webAddress } from '../../../values/identifiers';
import { inside } from '../fields';

/** Where the picture goes: what the platform that shows it says of itself. */
export const streamFields: Field[] = [
	{
		displayName: 'Stream URL',
		name: 'streamUrl',
		type: 'string',
		in: 'body',
		typeOptions: { maxLength: 1024 },
		required: true,
		default: '',
		placeholder: 'e.g. rtmp://live.example.com/app',
		description: 'Address the platform receives streams at',
	},
	{
		displayName: 'Stream Key',
		name: 'streamKey',
		type: 'string',
		in: 'body',
		typeOptions: { password: true, maxLength: 512 },
		required: true,
		default: '',
		description: 'Key by which the platform knows the stream',
	},
	{
		displayName: 'Page URL',
		name: 'pageUrl',
		type: 'string',
		in: 'body',
		encode: webAddress,
		typeOptions: { maxLength: 1024 },
		required: true,
		default: '',
		placeholder: 'e.g. https://example.com/live',
		description: 'Page on which people watch the stream',
	},
];

/** How sharp the picture is. */
export const resolution: Field = {
	displayName: 'Resolution',
	name: 'resolution',
	type: 'options',
	in: 'body',
	options: [
		{ name: '1080p', value: '1080p' },
		{ name: '720p', value: '720p' },
	],
	default: '720p',
	description: 'How sharp the picture is. Has to be set where the host may stream in 1080p.',
};

/**
 * What to do with the stream.
 * @param more what can be done besides starting and stopping it
 */
export function streamAction(...more: INodePropertyOptions[]): Field {
	const options = [...more, { name: 'Start', value: 'start' }, { name: 'Stop', value: 'stop' }];
	return {
		displayName: 'Action',
		name: 'action',
		type: 'options',
		in: 'body',
		required: true,
		options,
		default: 'start',
		description: 'What to do with the livestream',
	};
}

/** How the stream looks. */
export const streamSettings = inside('settings', [
	{
		displayName: 'Active Speaker Name',
		name: 'activeSpeakerName',
		type: 'boolean',
		default: false,
		description: 'Whether the stream names whoever speaks',
	},
	{
		displayName: 'Closed Captions',
		name: 'closeCaption',
		type: 'options',
		options: [
			{ name: 'Burnt In', value: 'burnt-in', description: 'Part of the picture' },
			{ name: 'Embedded', value: 'embedded', description: 'Viewers switch them on and off' },
			{ name: 'Off', value: 'off' },
		],
		default: 'burnt-in',
		description: 'How captions are streamed',
	},
	{
		displayName: 'Display Name',
		name: 'displayName',
		type: 'string',
		typeOptions: { minLength: 1, maxLength: 50 },
		default: '',
		description: 'What the stream is called',
	},
]);

/** Who is seen in the stream of a meeting. */
export const streamLayout = inside('settings', [
	{
		displayName: 'Layout',
		name: 'layout',
		type: 'options',
		options: [
			{ name: 'Follow the Host', value: 'follow_host' },
			{ name: 'Gallery View', value: 'gallery_view' },
			{ name: 'Speaker View', value: 'speaker_view' },
		],
		default: 'follow_host',
		description: 'Who is seen in the stream',
	},
]);
