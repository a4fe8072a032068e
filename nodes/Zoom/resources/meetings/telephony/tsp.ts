import { endpoint, listEndpoint } from '../../../registry/endpoint';
import { choice, entries, text, toggle } from '../../../registry/field';
import type { Field, Resource } from '../../../registry/types';
import { digits, segment } from '../../../values/identifiers';
import { mustSet } from '../../shared/fields';
import { anyUser } from '../../shared/locators';

const PLAN = 'a Pro plan or higher with TSP audio enabled';

const tspId = choice('TSP Account', 'tspId', {
	encode: segment,
	required: true,
	options: [
		{ name: 'First', value: '1' },
		{ name: 'Second', value: '2' },
	],
	default: '1',
	description: 'TSP account of the user. A user can have up to two.',
});

const credentials: Field[] = [
	text('Conference Code', 'conferenceCode', {
		encode: digits,
		minLength: 1,
		maxLength: 16,
		required: true,
		placeholder: 'e.g. 79273',
		description: 'Digits that participants enter on the phone',
	}),
	text('Leader PIN', 'leaderPin', {
		encode: digits,
		password: true,
		minLength: 1,
		maxLength: 16,
		required: true,
		placeholder: 'e.g. 4821',
		description: 'Digits that the host enters to lead the conference',
	}),
];

const bridge = choice('Bridge', 'tspBridge', {
	options: [
		{ name: 'Europe', value: 'EU_TSP_TB' },
		{ name: 'United States', value: 'US_TSP_TB' },
	],
	default: 'US_TSP_TB',
	description: "Region in which Zoom connects to the provider's telephone network",
});

const accountFields: Field[] = [
	bridge,
	entries('Dial-in Numbers', 'dialInNumbers', {
		entry: 'Number',
		entryName: 'dialInNumber',
		fields: [
			text('Country Code', 'code', {
				maxLength: 6,
				placeholder: 'e.g. 1',
				description: 'Dialing code of the country, without the plus sign',
			}),
			text('Country Label', 'countryLabel', {
				maxLength: 10,
				placeholder: 'e.g. US',
				description: 'Text shown instead of the country code',
			}),
			text('Number', 'number', {
				minLength: 1,
				maxLength: 16,
				required: true,
				description: 'Number to dial',
			}),
			choice('Type', 'type', {
				options: [
					{ name: 'Media Link', value: 'media_link' },
					{ name: 'Toll', value: 'toll' },
					{ name: 'Toll-Free', value: 'tollfree' },
				],
				default: 'toll',
				description: 'Type of the number',
			}),
		],
		description: 'Numbers that participants dial to join the conference',
	}),
];

/** Audio of meetings by a telephony service provider (TSP) instead of Zoom. */
export const tsp: Resource = {
	name: 'Telephony Provider (TSP)',
	plural: 'Telephony Providers (TSP)',
	value: 'tsp',
	docs: 'https://developers.zoom.us/docs/api/meetings/#tag/tsp',
	operations: [
		{
			name: 'Create',
			value: 'create',
			action: 'Add a TSP account to a user',
			description:
				'Add an account at a telephony service provider (TSP) to a user, for the audio of their meetings',
			...endpoint('POST /users/{userId}/tsp'),
			fields: [...anyUser, ...credentials],
			optional: accountFields,
			requires: PLAN,
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete a TSP account of a user',
			description: 'Delete a TSP account of a user. This cannot be undone.',
			...endpoint('DELETE /users/{userId}/tsp/{tspId}'),
			fields: [...anyUser, tspId],
			requires: PLAN,
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get a TSP account of a user',
			description: 'Get the codes and dial-in numbers of a TSP account',
			...endpoint('GET /users/{userId}/tsp/{tspId}'),
			fields: [...anyUser, tspId],
			requires: PLAN,
		},
		{
			name: 'Get Account Settings',
			value: 'getAccount',
			action: 'Get the TSP settings of the Zoom account',
			description: 'Get the TSP settings that apply to all users of the Zoom account',
			...endpoint('GET /tsp'),
			fields: [],
			requires: PLAN,
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many TSP accounts of a user',
			description: 'List the TSP accounts of a user. A user can have up to two.',
			...listEndpoint('GET /users/{userId}/tsp'),
			fields: anyUser,
			requires: PLAN,
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update a TSP account of a user',
			description: 'Update the codes and dial-in numbers of a TSP account',
			...endpoint('PATCH /users/{userId}/tsp/{tspId}'),
			fields: [...anyUser, tspId, ...credentials],
			optional: accountFields,
			idempotent: true,
			requires: PLAN,
		},
		{
			name: 'Update Account Settings',
			value: 'updateAccount',
			action: 'Update the TSP settings of the Zoom account',
			description: 'Update the TSP settings that apply to all users of the Zoom account',
			...endpoint('PATCH /tsp'),
			fields: [],
			optional: [
				toggle(
					'Allow Other Numbers',
					'dialInNumberUnrestricted',
					'Whether to let users add dial-in numbers that the account does not list',
				),
				bridge,
				toggle(
					'Enable Audio',
					'enable',
					'Whether to let users hold meetings with the audio of the provider',
				),
				toggle(
					'Enable Feature',
					'tspEnabled',
					'Whether to enable TSP for the account. All other TSP settings depend on it.',
				),
				toggle(
					'Forbid Credential Changes',
					'modifyCredentialForbidden',
					'Whether to prevent users from changing their codes and PINs',
				),
				text('Provider', 'tspProvider', 'Name of the audio provider'),
				toggle(
					'Share With Sub-Accounts',
					'masterAccountSettingExtended',
					'Whether to share the settings of a master account with its sub-accounts or, in a sub-account, to use the settings of the master account',
				),
			],
			idempotent: true,
			check: mustSet(),
			requires: PLAN,
		},
	],
};
