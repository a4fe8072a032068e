import type { INodePropertyOptions } from 'n8n-workflow';

import { choice, text, toggle } from '../../../registry/field';
import type { Field } from '../../../registry/types';
import { webAddress } from '../../../values/identifiers';
import { inside } from '../fields';

/** Where the picture goes: what the platform that shows it says of itself. */
export const streamFields: Field[] = [
	text('Stream URL', 'streamUrl', {
		maxLength: 1024,
		required: true,
		placeholder: 'e.g. rtmp://live.example.com/app',
		description: 'URL at which the platform receives the livestream',
	}),
	text('Stream Key', 'streamKey', {
		password: true,
		maxLength: 512,
		required: true,
		description: 'Stream key from the platform',
	}),
	text('Page URL', 'pageUrl', {
		encode: webAddress,
		maxLength: 1024,
		required: true,
		placeholder: 'e.g. https://example.com/live',
		description: 'Page on which viewers watch the livestream',
	}),
];

/** How sharp the picture is. */
export const resolution = choice('Resolution', 'resolution', {
	options: [
		{ name: '1080p', value: '1080p' },
		{ name: '720p', value: '720p' },
	],
	default: '720p',
	description: 'Resolution of the livestream. Required if the host can stream in 1080p.',
});

/**
 * What to do with the stream.
 * @param more what can be done besides starting and stopping it
 */
export function streamAction(...more: INodePropertyOptions[]): Field {
	const options = [...more, { name: 'Start', value: 'start' }, { name: 'Stop', value: 'stop' }];
	return choice('Action', 'action', {
		required: true,
		options,
		default: 'start',
		description: 'What to do with the livestream',
	});
}

/** How the stream looks. */
export const streamSettings = inside('settings', [
	toggle(
		'Active Speaker Name',
		'activeSpeakerName',
		'Whether to show the name of the active speaker',
	),
	choice('Closed Captions', 'closeCaption', {
		options: [
			{ name: 'Burned In', value: 'burnt-in', description: 'Part of the video' },
			{ name: 'Embedded', value: 'embedded', description: 'Viewers can turn captions on and off' },
			{ name: 'Off', value: 'off' },
		],
		default: 'burnt-in',
		description: 'How to stream captions',
	}),
	text('Display Name', 'displayName', {
		minLength: 1,
		maxLength: 50,
		description: 'Title of the livestream',
	}),
]);

/** Who is seen in the stream of a meeting. */
export const streamLayout = inside('settings', [
	choice('Layout', 'layout', {
		options: [
			{ name: 'Follow the Host', value: 'follow_host' },
			{ name: 'Gallery View', value: 'gallery_view' },
			{ name: 'Speaker View', value: 'speaker_view' },
		],
		default: 'follow_host',
		description: 'Which participants the livestream shows',
	}),
]);
