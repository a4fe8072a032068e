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
	'Whether the email address of the user is encrypted',
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
				description: 'Email address that the user signs in with',
			}),
			choice('Action', 'action', {
				required: true,
				options: creations,
				default: 'create',
				description: 'How to create the user',
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
		action: 'Delete a user',
		description:
			'Remove a user from the account, or delete them permanently, which cannot be undone',
		...endpoint('DELETE /users/{userId}'),
		fields: [
			...pendingUser,
			choice('Action', 'action', {
				required: true,
				options: deletions,
				default: 'disassociate',
				description: 'What to do with the user',
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
				"Whether to look up the user by the employee's unique ID",
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
		action: 'Get many users',
		description: 'List the users of the account. Needs an account-level or Server-to-Server app.',
		...listEndpoint('GET /users', { id: 'id' }),
		fields: [],
		optional: [
			choice('Include Field', 'includeFields', {
				options: [
					{ name: 'Custom Attributes', value: 'custom_attributes' },
					{ name: 'Host Key', value: 'host_key' },
				],
				default: 'custom_attributes',
				description: 'Additional field to return for each user',
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
					{ name: 'Inactive', value: 'inactive', description: 'Deactivated users' },
					{
						name: 'Pending',
						value: 'pending',
						description: 'Invited, but not yet accepted. Pending users have no ID.',
					},
				],
				default: 'active',
				description: 'Only users with this status. If not set, Zoom lists active users.',
			}),
		],
	},
	{
		name: 'Get Permissions',
		value: 'getPermissions',
		action: 'Get the permissions of a user',
		description: "List the permissions that the user's role grants",
		...endpoint('GET /users/{userId}/permissions'),
		fields: anyUser,
	},
	{
		name: 'Get Summary',
		value: 'getSummary',
		action: 'Get the number of users by license',
		description:
			'Count the users of the account by license and status, such as licensed, basic and pending',
		...endpoint('GET /users/summary'),
		fields: [],
	},
	{
		name: 'Update',
		value: 'update',
		action: 'Update a user',
		description: "Update a user's profile or license",
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
				description: 'What to do with the user',
			}),
		],
		optional: [
			toggle(
				'Transfer Events',
				'transferEvents',
				'Whether to transfer the Zoom Events hubs of a deactivated user to another user',
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
