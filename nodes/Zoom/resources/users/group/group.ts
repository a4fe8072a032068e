import { endpoint, listEndpoint } from '../../../registry/endpoint';
import { text } from '../../../registry/field';
import type { Resource } from '../../../registry/types';
import { toUsers } from '../../../values/lists';
import { innerId, mustChange } from '../../shared/fields';
import { groupId } from '../../shared/locators';

const PLAN = 'a Pro, Business or Education plan';

const groupName = text('Name', 'name', {
	minLength: 1,
	maxLength: 127,
	placeholder: 'e.g. Sales',
	description: 'Name of the group, unique in the account',
});

/** Users of an account that share settings. */
export const group: Resource = {
	name: 'Group',
	plural: 'Groups',
	value: 'group',
	docs: 'https://developers.zoom.us/docs/api/users/#tag/groups',
	operations: [
		{
			name: 'Add Members',
			value: 'addMembers',
			action: 'Add members to a group',
			description:
				'Add any number of users to a group. The node sends them to Zoom in chunks of 30.',
			...endpoint('POST /groups/{groupId}/members'),
			fields: [
				groupId,
				text('Members', 'members', {
					encode: toUsers,
					required: true,
					placeholder: 'e.g. jane@example.com, john@example.com',
					description: 'Comma-separated email addresses or IDs of the users to add',
				}),
			],
			chunks: { key: 'members', size: 30, answer: 'ids' },
			idempotent: true,
			requires: PLAN,
		},
		{
			name: 'Create',
			value: 'create',
			action: 'Create a group',
			description: 'Create a group. Zoom allows 100 new groups per day and 5,000 in total.',
			...endpoint('POST /groups'),
			fields: [{ ...groupName, required: true }],
			requires: PLAN,
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete a group',
			description: 'Delete a group. This cannot be undone. Its members remain in the account.',
			...endpoint('DELETE /groups/{groupId}'),
			fields: [groupId],
			requires: PLAN,
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get a group',
			description: 'Get the name and the number of members of a group',
			...endpoint('GET /groups/{groupId}'),
			fields: [groupId],
			requires: PLAN,
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many groups',
			description: 'List the groups of the account with the number of members of each',
			...listEndpoint('GET /groups', { id: 'id' }),
			fields: [],
			requires: PLAN,
		},
		{
			name: 'Get Members',
			value: 'getMembers',
			action: 'Get the members of a group',
			description: 'List the members of a group',
			...listEndpoint('GET /groups/{groupId}/members', { id: 'id' }),
			fields: [groupId],
			requires: PLAN,
		},
		{
			name: 'Remove Member',
			value: 'removeMember',
			action: 'Remove a member from a group',
			description: 'Remove a user from a group. The user remains in the account.',
			...endpoint('DELETE /groups/{groupId}/members/{memberId}'),
			fields: [
				groupId,
				innerId('Member', 'memberId', 'Email address or ID of the member to remove'),
			],
			requires: PLAN,
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update a group',
			description: 'Rename a group',
			...endpoint('PATCH /groups/{groupId}'),
			fields: [groupId],
			optional: [groupName],
			idempotent: true,
			check: mustChange('groupId'),
			requires: PLAN,
		},
	],
};
