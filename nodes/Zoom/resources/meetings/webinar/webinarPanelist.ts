import { endpoint, listEndpoint } from '../../../registry/endpoint';
import { entries, group, text } from '../../../registry/field';
import type { Field, Resource } from '../../../registry/types';
import { innerId, requiredEmail } from '../../shared/fields';
import { webinarId } from '../../shared/locators';

const panelistId = innerId(
	'Panelist ID',
	'panelistId',
	'ID of the panelist from Get Many, or their email address',
);

const panelists: Field[] = [
	entries('Panelists', 'panelists', {
		required: true,
		entry: 'Panelist',
		fields: [
			requiredEmail('Email address of the panelist'),
			text('Name', 'name', {
				required: true,
				placeholder: 'e.g. Jane Doe',
				description: 'Full name of the panelist',
			}),
			group('Appearance', 'look', {
				flatten: true,
				fields: [
					text('Name Tag Description', 'nameTagDescription', {
						placeholder: 'e.g. Head of Sales',
						description: 'Text below the name on the name tag',
					}),
					text('Name Tag ID', 'nameTagId', 'ID of a name tag of the session branding'),
					text('Name Tag Name', 'nameTagName', 'Name on the name tag'),
					text('Name Tag Pronouns', 'nameTagPronouns', 'Pronouns on the name tag'),
					text(
						'Virtual Background ID',
						'virtualBackgroundId',
						'ID of a virtual background of the session branding',
					),
				],
				description: 'Name tag and virtual background. Only for webinars with session branding.',
			}),
		],
		description: 'Panelists to add. The node sends them to Zoom in chunks of 30.',
	}),
];

/** Those who speak in webinars. */
export const webinarPanelist: Resource = {
	name: 'Webinar Panelist',
	plural: 'Webinar Panelists',
	value: 'webinarPanelist',
	docs: 'https://developers.zoom.us/docs/api/meetings/#tag/webinars',
	operations: [
		{
			name: 'Create',
			value: 'create',
			action: 'Add panelists to a webinar',
			description: 'Add one or more panelists to a webinar',
			...endpoint('POST /webinars/{webinarId}/panelists'),
			fields: [webinarId, ...panelists],
			chunks: { key: 'panelists', size: 30 },
			requires: 'the webinar add-on',
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Remove a panelist from a webinar',
			description: 'Remove one panelist from a webinar',
			...endpoint('DELETE /webinars/{webinarId}/panelists/{panelistId}'),
			fields: [webinarId, panelistId],
			requires: 'the webinar add-on',
		},
		{
			name: 'Delete All',
			value: 'deleteAll',
			action: 'Remove all panelists from a webinar',
			description: 'Remove every panelist from a webinar',
			...endpoint('DELETE /webinars/{webinarId}/panelists'),
			fields: [webinarId],
			requires: 'the webinar add-on',
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many panelists of a webinar',
			description: 'List the panelists of a webinar with their join links',
			...listEndpoint('GET /webinars/{webinarId}/panelists'),
			fields: [webinarId],
			requires: 'the webinar add-on',
		},
	],
};
