import { endpoint, listEndpoint } from '../../../registry/endpoint';
import type { Field, Resource } from '../../../registry/types';
import { digits, segment } from '../../../values/identifiers';
import { mustSet } from '../../shared/fields';
import { anyUser } from '../../shared/locators';

const PLAN = 'a Pro plan or higher with audio of a telephony service provider enabled';

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
		encode: digits,
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
		encode: digits,
		typeOptions: { password: true, minLength: 1, maxLength: 16 },
		required: true,
		default: '',
		placeholder: 'e.g. 4821',
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
			needs: PLAN,
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete a telephony provider account of a user',
			description: 'Take an account at a telephony service provider away from a user',
			...endpoint('DELETE /users/{userId}/tsp/{tspId}'),
			fields: [...anyUser, tspId],
			needs: PLAN,
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get a telephony provider account of a user',
			description: 'Get the codes and numbers of one account at a telephony service provider',
			...endpoint('GET /users/{userId}/tsp/{tspId}'),
			fields: [...anyUser, tspId],
			needs: PLAN,
		},
		{
			name: 'Get Account Settings',
			value: 'getAccount',
			action: 'Get the telephony provider settings of the Zoom account',
			description: 'Get what holds for all users of the Zoom account',
			...endpoint('GET /tsp'),
			fields: [],
			needs: PLAN,
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'List the telephony provider accounts of a user',
			description: 'List the at most two accounts of a user at a telephony service provider',
			...listEndpoint('GET /users/{userId}/tsp'),
			fields: anyUser,
			needs: PLAN,
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
			needs: PLAN,
		},
		{
			name: 'Update Account Settings',
			value: 'updateAccount',
			action: 'Update the telephony provider settings of the Zoom account',
			description: 'Change what holds for all users of the Zoom account',
			...endpoint('PATCH /tsp'),
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
