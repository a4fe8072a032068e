import { endpoint, listEndpoint } from '../../../registry/endpoint';
import type { Field, Resource } from '../../../registry/types';
import { email } from '../../../values/identifiers';
import { innerId } from '../../shared/fields';
import { webinarId } from '../../shared/locators';

const panelistId = innerId(
	'Panelist ID',
	'panelistId',
	'The panelist to work on: an ID as listed by Get Many, or an e-mail address',
);

const panelists: Field[] = [
	{
		displayName: 'Panelists',
		name: 'panelists',
		type: 'fixedCollection',
		in: 'body',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Panelist' },
		required: true,
		default: {},
		options: [
			{
				displayName: 'Panelist',
				name: 'panelist',
				values: [
					{
						displayName: 'Email',
						name: 'email',
						type: 'string',
						encode: email,
						required: true,
						default: '',
						placeholder: 'e.g. jane@example.com',
						description: "The panelist's e-mail address",
					},
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						required: true,
						default: '',
						placeholder: 'e.g. Jane Doe',
						description: "The panelist's full name",
					},
					{
						displayName: 'Look',
						name: 'look',
						type: 'collection',
						spread: true,
						placeholder: 'Add Field',
						default: {},
						options: [
							{
								displayName: 'Name Tag Description',
								name: 'nameTagDescription',
								type: 'string',
								default: '',
								placeholder: 'e.g. Head of Sales',
								description: 'What the name tag says below the name',
							},
							{
								displayName: 'Name Tag ID',
								name: 'nameTagId',
								type: 'string',
								default: '',
								description: 'A name tag of the session branding',
							},
							{
								displayName: 'Name Tag Name',
								name: 'nameTagName',
								type: 'string',
								default: '',
								description: 'Name on the name tag',
							},
							{
								displayName: 'Name Tag Pronouns',
								name: 'nameTagPronouns',
								type: 'string',
								default: '',
								description: 'Pronouns on the name tag',
							},
							{
								displayName: 'Virtual Background ID',
								name: 'virtualBackgroundId',
								type: 'string',
								default: '',
								description: 'A virtual background of the session branding',
							},
						],
						description: 'Name tag and background, where the webinar has session branding',
					},
				],
			},
		],
		description: 'The people to add. Zoom is sent 30 of them at once.',
	},
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
			batch: { key: 'panelists', size: 30 },
			needs: 'the webinar add-on',
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Remove a panelist from a webinar',
			description: 'Remove one person from the panelists of a webinar',
			...endpoint('DELETE /webinars/{webinarId}/panelists/{panelistId}'),
			fields: [webinarId, panelistId],
			needs: 'the webinar add-on',
		},
		{
			name: 'Delete All',
			value: 'deleteAll',
			action: 'Remove all panelists from a webinar',
			description: 'Remove everyone from the panelists of a webinar',
			...endpoint('DELETE /webinars/{webinarId}/panelists'),
			fields: [webinarId],
			needs: 'the webinar add-on',
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'List the panelists of a webinar',
			description: 'List the panelists of a webinar with their join links',
			...listEndpoint('GET /webinars/{webinarId}/panelists'),
			fields: [webinarId],
			needs: 'the webinar add-on',
		},
	],
};
