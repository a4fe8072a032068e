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
	description: 'What the group is called; no other of the account may have the name',
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
			description: 'Put users into a group; any number, in calls of 30',
			...endpoint('POST /groups/{groupId}/members'),
			fields: [
				groupId,
				text('Members', 'members', {
					encode: toUsers,
					required: true,
					placeholder: 'e.g. jane@example.com, john@example.com',
					description: 'Users by e-mail address or ID, separated by commas',
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
			description: 'Create a group. Zoom allows 100 a day and 5,000 in all.',
			...endpoint('POST /groups'),
			fields: [{ ...groupName, required: true }],
			requires: PLAN,
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete a group',
			description: 'Delete a group. Its members stay in the account.',
			...endpoint('DELETE /groups/{groupId}'),
			fields: [groupId],
			requires: PLAN,
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get a group',
			description: 'Get the name of a group and how many members it has',
			...endpoint('GET /groups/{groupId}'),
			fields: [groupId],
			requires: PLAN,
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'List the groups of the account',
			description: 'List the groups of the account with the number of their members',
			...listEndpoint('GET /groups', { id: 'id' }),
			fields: [],
			requires: PLAN,
		},
		{
			name: 'Get Members',
			value: 'getMembers',
			action: 'List the members of a group',
			description: 'List the users in a group',
			...listEndpoint('GET /groups/{groupId}/members', { id: 'id' }),
			fields: [groupId],
			requires: PLAN,
		},
		{
			name: 'Remove Member',
			value: 'removeMember',
			action: 'Remove a member from a group',
			description: 'Take a user out of a group. They stay in the account.',
			...endpoint('DELETE /groups/{groupId}/members/{memberId}'),
			fields: [
				groupId,
				innerId('Member', 'memberId', 'The user to remove, by ID or e-mail address'),
			],
			requires: PLAN,
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update a group',
			description: 'Give a group another name',
			...endpoint('PATCH /groups/{groupId}'),
			fields: [groupId],
			optional: [groupName],
			idempotent: true,
			check: mustChange('groupId'),
			requires: PLAN,
		},
	],
};
