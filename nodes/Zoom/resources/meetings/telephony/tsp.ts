import { endpoint, listEndpoint } from '../../../registry/endpoint';
import { choice, entries, text, toggle } from '../../../registry/field';
import type { Field, Resource } from '../../../registry/types';
import { digits, segment } from '../../../values/identifiers';
import { mustSet } from '../../shared/fields';
import { anyUser } from '../../shared/locators';

const PLAN = 'a Pro plan or higher with audio of a telephony service provider enabled';

const tspId = choice('TSP Account', 'tspId', {
	encode: segment,
	required: true,
	options: [
		{ name: 'First', value: '1' },
		{ name: 'Second', value: '2' },
	],
	default: '1',
	description: 'Which of the at most two accounts of the user',
});

const credentials: Field[] = [
	text('Conference Code', 'conferenceCode', {
		encode: digits,
		minLength: 1,
		maxLength: 16,
		required: true,
		placeholder: 'e.g. 79273',
		description: 'Digits participants enter on the telephone',
	}),
	text('Leader PIN', 'leaderPin', {
		encode: digits,
		password: true,
		minLength: 1,
		maxLength: 16,
		required: true,
		placeholder: 'e.g. 4821',
		description: 'Digits with which the host leads the conference',
	}),
];

const bridge = choice('Bridge', 'tspBridge', {
	options: [
		{ name: 'Europe', value: 'EU_TSP_TB' },
		{ name: 'United States', value: 'US_TSP_TB' },
	],
	default: 'US_TSP_TB',
	description: "Where Zoom and the provider's telephone network meet",
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
				description: 'Shown instead of the code',
			}),
			text('Number', 'number', {
				minLength: 1,
				maxLength: 16,
				required: true,
				description: 'The number to dial',
			}),
			choice('Type', 'type', {
				options: [
					{ name: 'Media Link', value: 'media_link' },
					{ name: 'Toll', value: 'toll' },
					{ name: 'Toll-Free', value: 'tollfree' },
				],
				default: 'toll',
				description: 'What a call costs, or how it is connected',
			}),
		],
		description: 'Numbers at which participants reach the conference',
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
			action: 'Add a telephony provider account to a user',
			description: 'Let the meetings of a user be heard through a telephony service provider',
			...endpoint('POST /users/{userId}/tsp'),
			fields: [...anyUser, ...credentials],
			optional: accountFields,
			requires: PLAN,
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete a telephony provider account of a user',
			description: 'Take an account at a telephony service provider away from a user',
			...endpoint('DELETE /users/{userId}/tsp/{tspId}'),
			fields: [...anyUser, tspId],
			requires: PLAN,
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get a telephony provider account of a user',
			description: 'Get the codes and numbers of one account at a telephony service provider',
			...endpoint('GET /users/{userId}/tsp/{tspId}'),
			fields: [...anyUser, tspId],
			requires: PLAN,
		},
		{
			name: 'Get Account Settings',
			value: 'getAccount',
			action: 'Get the telephony provider settings of the Zoom account',
			description: 'Get what holds for all users of the Zoom account',
			...endpoint('GET /tsp'),
			fields: [],
			requires: PLAN,
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'List the telephony provider accounts of a user',
			description: 'List the at most two accounts of a user at a telephony service provider',
			...listEndpoint('GET /users/{userId}/tsp'),
			fields: anyUser,
			requires: PLAN,
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update a telephony provider account of a user',
			description: 'Change the codes and numbers of an account at a telephony service provider',
			...endpoint('PATCH /users/{userId}/tsp/{tspId}'),
			fields: [...anyUser, tspId, ...credentials],
			optional: accountFields,
			idempotent: true,
			requires: PLAN,
		},
		{
			name: 'Update Account Settings',
			value: 'updateAccount',
			action: 'Update the telephony provider settings of the Zoom account',
			description: 'Change what holds for all users of the Zoom account',
			...endpoint('PATCH /tsp'),
			fields: [],
			optional: [
				toggle(
					'Allow Other Numbers',
					'dialInNumberUnrestricted',
					"Whether users may add numbers that are not among the account's own",
				),
				bridge,
				toggle(
					'Enable Audio',
					'enable',
					'Whether users may hold meetings with audio of the provider',
				),
				toggle(
					'Enable Feature',
					'tspEnabled',
					'Whether the account has telephony providers at all; the rest depends on it',
				),
				toggle(
					'Forbid Credential Changes',
					'modifyCredentialForbidden',
					'Whether users are kept from changing their codes and PINs',
				),
				text('Provider', 'tspProvider', 'The provider of the audio'),
				toggle(
					'Share With Sub-Accounts',
					'masterAccountSettingExtended',
					'Whether a master account hands its settings down, or a sub-account takes them over',
				),
			],
			idempotent: true,
			check: mustSet(),
			requires: PLAN,
		},
	],
};
