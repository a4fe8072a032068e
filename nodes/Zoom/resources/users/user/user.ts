import { endpoint, listEndpoint } from '../../../registry/endpoint';
import { choice, text, toggle } from '../../../registry/field';
import type { Resource, RestOperation } from '../../../registry/types';
import { email } from '../../../values/identifiers';
import { loginType, mustChange } from '../../shared/fields';
import { anyUser, pendingUser } from '../../shared/locators';
import { menuOf } from '../../shared/menu';
import { assistantOperations } from './userAssistants';
import { userTypes } from './userLicenses';
import {
	creations,
	deletions,
	newUserFields,
	statusChanges,
	transferEmail,
	transferProblem,
	transfers,
} from './userLifecycle';
import { pictureOperations } from './userPicture';
import { presenceOperations } from './userPresence';
import { profileFields } from './userProfile';
import { settingsOperations } from './userSettingsOperations';
import { signInOperations } from './userSignIn';
import { tokenOperations } from './userTokens';

const encryptedEmail = toggle(
	'Encrypted Email',
	'encryptedEmail',
	'Whether the e-mail address given for the user is encrypted',
);

const profileOperations: RestOperation[] = [
	{
		name: 'Create',
		value: 'create',
		action: 'Create a user',
		description: 'Add a user to the account. Needs a Pro plan or higher.',
		...endpoint('POST /users'),
		fields: [
			text('Email', 'email', {
				apiName: 'user_info.email',
				encode: email,
				maxLength: 128,
				required: true,
				placeholder: 'e.g. jane@example.com',
				description: 'Address the user signs in with',
			}),
			choice('Action', 'action', {
				required: true,
				options: creations,
				default: 'create',
				description: 'How the user comes into being',
			}),
			choice('Type', 'type', {
				apiName: 'user_info.type',
				required: true,
				options: userTypes,
				default: 1,
				description: 'License of the user',
			}),
		],
		optional: newUserFields,
	},
	{
		name: 'Delete',
		value: 'delete',
		action: 'Delete a user or remove them from the account',
		description: 'Take a user out of the account, or delete them for good',
		...endpoint('DELETE /users/{userId}'),
		fields: [
			...pendingUser,
			choice('Action', 'action', {
				required: true,
				options: deletions,
				default: 'disassociate',
				description: 'What becomes of the user',
			}),
		],
		optional: [encryptedEmail, transferEmail, ...transfers],
		check: transferProblem,
	},
	{
		name: 'Get',
		value: 'get',
		action: 'Get a user',
		description: "Get a user's profile, license and personal meeting link",
		...endpoint('GET /users/{userId}'),
		fields: pendingUser,
		optional: [
			encryptedEmail,
			loginType,
			toggle(
				'Search by Employee ID',
				'searchByUniqueId',
				"Whether the user is given by the employee's unique ID",
			),
		],
		simplify: [
			'id',
			'email',
			'first_name',
			'last_name',
			'display_name',
			'type',
			'status',
			'role_name',
			'dept',
			'job_title',
			'timezone',
			'pmi',
			'personal_meeting_url',
			'last_login_time',
		],
	},
	{
		name: 'Get Many',
		value: 'getAll',
		action: 'List the users of the account',
		description: 'List the users of the account. Needs an app that reaches the whole account.',
		...listEndpoint('GET /users', { id: 'id' }),
		fields: [],
		optional: [
			choice('Include Field', 'includeFields', {
				options: [
					{ name: 'Custom Attributes', value: 'custom_attributes' },
					{ name: 'Host Key', value: 'host_key' },
				],
				default: 'custom_attributes',
				description: 'A further field to list with every user',
			}),
			choice('License', 'license', {
				options: [
					{ name: 'Compliance Management', value: 'zoom_compliance_management' },
					{
						name: 'Compliance Manager for Contact Center',
						value: 'zoom_compliance_manager_for_contact_center',
					},
					{ name: 'Workforce Management', value: 'zoom_workforce_management' },
				],
				default: 'zoom_workforce_management',
				description: 'Only users with this license',
			}),
			text('Role ID', 'roleId', 'Only users with this role'),
			choice('Status', 'status', {
				options: [
					{ name: 'Active', value: 'active' },
					{ name: 'Inactive', value: 'inactive', description: 'Deactivated' },
					{
						name: 'Pending',
						value: 'pending',
						description: 'Invited but not there yet; they have no ID',
					},
				],
				default: 'active',
				description: 'Only users in this state. Zoom lists active ones when this is not set.',
			}),
		],
	},
	{
		name: 'Get Permissions',
		value: 'getPermissions',
		action: 'List the privileges of a user',
		description: "List what a user's role allows them to see and change",
		...endpoint('GET /users/{userId}/permissions'),
		fields: anyUser,
	},
	{
		name: 'Get Summary',
		value: 'getSummary',
		action: 'Count the users of the account by license',
		description: 'Count the users of the account: licensed, basic, pending and so on',
		...endpoint('GET /users/summary'),
		fields: [],
	},
	{
		name: 'Update',
		value: 'update',
		action: 'Update a user',
		description: "Change a user's profile or license",
		...endpoint('PATCH /users/{userId}'),
		fields: pendingUser,
		optional: profileFields,
		idempotent: true,
		check: mustChange('userId', 'loginType'),
	},
	{
		name: 'Update Status',
		value: 'updateStatus',
		action: 'Activate or deactivate a user',
		description: 'Activate or deactivate a user, or clock them in or out',
		...endpoint('PUT /users/{userId}/status'),
		fields: [
			...anyUser,
			choice('Action', 'action', {
				required: true,
				options: statusChanges,
				default: 'activate',
				description: 'What to do',
			}),
		],
		optional: [
			toggle(
				'Transfer Events',
				'transferEvents',
				'Whether Zoom Events hubs of a deactivated user go to another user',
			),
			transferEmail,
		],
		check: transferProblem,
	},
];

/** The people of a Zoom account. */
export const user: Resource = {
	name: 'User',
	plural: 'Users',
	value: 'user',
	docs: 'https://developers.zoom.us/docs/api/users/#tag/users',
	operations: menuOf(
		profileOperations,
		assistantOperations,
		pictureOperations,
		presenceOperations,
		settingsOperations,
		signInOperations,
		tokenOperations,
	),
};
