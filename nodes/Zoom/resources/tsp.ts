import { segment } from '../identifiers';
import type { Field, Resource } from '../operation';
import { mustSet } from './fields';
import { userFields } from './locators';

const PLAN = 'a Pro plan or higher with audio of a telephony service provider enabled';

const readScopes = ['tsp:read', 'tsp:read:admin'];
const writeScopes = ['tsp:write', 'tsp:write:admin'];

const user = userFields('User', 'The user the account belongs to');

const tspId: Field = {
	displayName: 'TSP Account',
	name: 'tspId',
	type: 'options',
	in: 'path',
	encode: segment,
	required: true,
	options: [
		{ name: 'First', value: '1' },
		{ name: 'Second', value: '2' },
	],
	default: '1',
	description: 'Which of the at most two accounts of the user',
};

const credentials: Field[] = [
	{
		displayName: 'Conference Code',
		name: 'conferenceCode',
		type: 'string',
		in: 'body',
		typeOptions: { minLength: 1, maxLength: 16 },
		required: true,
		default: '',
		placeholder: 'e.g. 79273',
		description: 'Digits participants enter on the telephone',
	},
	{
		displayName: 'Leader PIN',
		name: 'leaderPin',
		type: 'string',
		in: 'body',
		typeOptions: { password: true, minLength: 1, maxLength: 16 },
		required: true,
		default: '',
		description: 'Digits with which the host leads the conference',
	},
];

const bridge: Field = {
	displayName: 'Bridge',
	name: 'tspBridge',
	type: 'options',
	in: 'body',
	options: [
		{ name: 'Europe', value: 'EU_TSP_TB' },
		{ name: 'United States', value: 'US_TSP_TB' },
	],
	default: 'US_TSP_TB',
	description: "Where Zoom and the provider's telephone network meet",
};

const accountFields: Field[] = [
	bridge,
	{
		displayName: 'Dial-in Numbers',
		name: 'dialInNumbers',
		type: 'fixedCollection',
		in: 'body',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Number' },
		default: {},
		options: [
			{
				displayName: 'Number',
				name: 'dialInNumber',
				values: [
					{
						displayName: 'Country Code',
						name: 'code',
						type: 'string',
						typeOptions: { maxLength: 6 },
						default: '',
						placeholder: 'e.g. 1',
						description: 'Dialing code of the country, without the plus sign',
					},
					{
						displayName: 'Country Label',
						name: 'countryLabel',
						type: 'string',
						typeOptions: { maxLength: 10 },
						default: '',
						placeholder: 'e.g. US',
						description: 'Shown instead of the code',
					},
					{
						displayName: 'Number',
						name: 'number',
						type: 'string',
						typeOptions: { minLength: 1, maxLength: 16 },
						required: true,
						default: '',
						description: 'The number to dial',
					},
					{
						displayName: 'Type',
						name: 'type',
						type: 'options',
						options: [
							{ name: 'Media Link', value: 'media_link' },
							{ name: 'Toll', value: 'toll' },
							{ name: 'Toll-Free', value: 'tollfree' },
						],
						default: 'toll',
						description: 'What a call costs, or how it is connected',
					},
				],
			},
		],
		description: 'Numbers at which participants reach the conference',
	},
];

/** Audio of meetings by a telephony service provider (TSP) instead of Zoom. */
export const tsp: Resource = {
	name: 'Telephony Provider (TSP)',
	plural: 'Telephony providers',
	value: 'tsp',
	docs: 'https://developers.zoom.us/docs/api/meetings/#tag/tsp',
	operations: [
		{
			name: 'Create',
			value: 'create',
			action: 'Add a telephony provider account to a user',
			description: 'Let the meetings of a user be heard through a telephony service provider',
			method: 'POST',
			path: '/users/{userId}/tsp',
			scopes: ['tsp:write:tsp_account', 'tsp:write:tsp_account:admin'],
			classicScopes: writeScopes,
			rate: 'light',
			fields: [...user, ...credentials],
			optional: accountFields,
			needs: PLAN,
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete a telephony provider account of a user',
			description: 'Take an account at a telephony service provider away from a user',
			method: 'DELETE',
			path: '/users/{userId}/tsp/{tspId}',
			scopes: ['tsp:delete:tsp_account', 'tsp:delete:tsp_account:admin'],
			classicScopes: writeScopes,
			rate: 'light',
			fields: [...user, tspId],
			needs: PLAN,
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get a telephony provider account of a user',
			description: 'Get the codes and numbers of one account at a telephony service provider',
			method: 'GET',
			path: '/users/{userId}/tsp/{tspId}',
			scopes: ['tsp:read:tsp_account', 'tsp:read:tsp_account:admin'],
			classicScopes: readScopes,
			rate: 'light',
			fields: [...user, tspId],
			needs: PLAN,
		},
		{
			name: 'Get Account Settings',
			value: 'getAccount',
			action: 'Get the telephony provider settings of the Zoom account',
			description: 'Get what holds for all users of the Zoom account',
			method: 'GET',
			path: '/tsp',
			scopes: ['tsp:read:tsp:admin'],
			classicScopes: ['tsp:read:admin'],
			rate: 'light',
			fields: [],
			needs: PLAN,
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'List the telephony provider accounts of a user',
			description: 'List the at most two accounts of a user at a telephony service provider',
			method: 'GET',
			path: '/users/{userId}/tsp',
			scopes: ['tsp:read:list_tsp_accounts', 'tsp:read:list_tsp_accounts:admin'],
			classicScopes: readScopes,
			rate: 'medium',
			fields: user,
			list: { key: 'tsp_accounts', paging: 'none' },
			needs: PLAN,
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update a telephony provider account of a user',
			description: 'Change the codes and numbers of an account at a telephony service provider',
			method: 'PATCH',
			path: '/users/{userId}/tsp/{tspId}',
			scopes: ['tsp:update:tsp_account', 'tsp:update:tsp_account:admin'],
			classicScopes: writeScopes,
			rate: 'light',
			fields: [...user, tspId, ...credentials],
			optional: accountFields,
			idempotent: true,
			needs: PLAN,
		},
		{
			name: 'Update Account Settings',
			value: 'updateAccount',
			action: 'Update the telephony provider settings of the Zoom account',
			description: 'Change what holds for all users of the Zoom account',
			method: 'PATCH',
			path: '/tsp',
			scopes: ['tsp:update:tsp:admin'],
			classicScopes: ['tsp:write:admin'],
			rate: 'light',
			fields: [],
			optional: [
				{
					displayName: 'Allow Other Numbers',
					name: 'dialInNumberUnrestricted',
					type: 'boolean',
					in: 'body',
					default: false,
					description: "Whether users may add numbers that are not among the account's own",
				},
				bridge,
				{
					displayName: 'Enable Audio',
					name: 'enable',
					type: 'boolean',
					in: 'body',
					default: false,
					description: 'Whether users may hold meetings with audio of the provider',
				},
				{
					displayName: 'Enable Feature',
					name: 'tspEnabled',
					type: 'boolean',
					in: 'body',
					default: false,
					description: 'Whether the account has telephony providers at all; the rest depends on it',
				},
				{
					displayName: 'Forbid Credential Changes',
					name: 'modifyCredentialForbidden',
					type: 'boolean',
					in: 'body',
					default: false,
					description: 'Whether users are kept from changing their codes and PINs',
				},
				{
					displayName: 'Provider',
					name: 'tspProvider',
					type: 'string',
					in: 'body',
					default: '',
					description: 'The provider of the audio',
				},
				{
					displayName: 'Share With Sub-Accounts',
					name: 'masterAccountSettingExtended',
					type: 'boolean',
					in: 'body',
					default: false,
					description:
						'Whether a master account hands its settings down, or a sub-account takes them over',
				},
			],
			idempotent: true,
			check: mustSet(),
			needs: PLAN,
		},
	],
};
