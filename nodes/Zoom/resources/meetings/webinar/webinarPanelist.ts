import { endpoint, listEndpoint } from '../../../registry/endpoint';
import { entries, group, text } from '../../../registry/field';
import type { Field, Resource } from '../../../registry/types';
import { innerId, requiredEmail } from '../../shared/fields';
import { webinarId } from '../../shared/locators';

const panelistId = innerId(
	'Panelist ID',
	'panelistId',
	'The panelist to work on: an ID as listed by Get Many, or an e-mail address',
);

const panelists: Field[] = [
	entries('Panelists', 'panelists', {
		required: true,
		entry: 'Panelist',
		fields: [
			requiredEmail("The panelist's e-mail address"),
			text('Name', 'name', {
				required: true,
				placeholder: 'e.g. Jane Doe',
				description: "The panelist's full name",
			}),
			group('Look', 'look', {
				flatten: true,
				fields: [
					text('Name Tag Description', 'nameTagDescription', {
						placeholder: 'e.g. Head of Sales',
						description: 'What the name tag says below the name',
					}),
					text('Name Tag ID', 'nameTagId', 'A name tag of the session branding'),
					text('Name Tag Name', 'nameTagName', 'Name on the name tag'),
					text('Name Tag Pronouns', 'nameTagPronouns', 'Pronouns on the name tag'),
					text(
						'Virtual Background ID',
						'virtualBackgroundId',
						'A virtual background of the session branding',
					),
				],
				description: 'Name tag and background, where the webinar has session branding',
			}),
		],
		description: 'The people to add. Zoom is sent 30 of them at once.',
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
			description: 'Add one or more people who may speak in a webinar',
			...endpoint('POST /webinars/{webinarId}/panelists'),
			fields: [webinarId, ...panelists],
			chunks: { key: 'panelists', size: 30 },
			requires: 'the webinar add-on',
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Remove a panelist from a webinar',
			description: 'Remove one person from the panelists of a webinar',
			...endpoint('DELETE /webinars/{webinarId}/panelists/{panelistId}'),
			fields: [webinarId, panelistId],
			requires: 'the webinar add-on',
		},
		{
			name: 'Delete All',
			value: 'deleteAll',
			action: 'Remove all panelists from a webinar',
			description: 'Remove everyone from the panelists of a webinar',
			...endpoint('DELETE /webinars/{webinarId}/panelists'),
			fields: [webinarId],
			requires: 'the webinar add-on',
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'List the panelists of a webinar',
			description: 'List the panelists of a webinar with their join links',
			...listEndpoint('GET /webinars/{webinarId}/panelists'),
			fields: [webinarId],
			requires: 'the webinar add-on',
		},
	],
};
