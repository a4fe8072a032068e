import { endpoint } from '../../../registry/endpoint';
import { text } from '../../../registry/field';
import type { RestOperation } from '../../../registry/types';
import { email } from '../../../values/identifiers';
import { requiredEmail } from '../../shared/fields';
import { anyUser } from '../../shared/locators';

/** What users sign in with. */
export const signInOperations: RestOperation[] = [
	{
		name: 'Check Email',
		value: 'checkEmail',
		action: 'Check whether an email address belongs to a user of the account',
		description:
			'Check whether a user of the account signs in to Zoom with this email address and a password. Users of other accounts, and users who sign in another way, are not found.',
		...endpoint('GET /users/email'),
		fields: [requiredEmail('Email address to check')],
	},
	{
		name: 'Update Email',
		value: 'updateEmail',
		action: 'Update the email address of a user',
		description:
			'Update the email address that a user signs in with. Zoom allows three changes per day.',
		...endpoint('PUT /users/{userId}/email'),
		fields: [
			...anyUser,
			text('New Email', 'email', {
				encode: email,
				maxLength: 127,
				required: true,
				placeholder: 'e.g. jane@example.com',
				description:
					'New email address, in a managed domain of the account and not yet in use at Zoom',
			}),
		],
		requires: 'an account with a managed domain',
	},
	{
		name: 'Update Password',
		value: 'updatePassword',
		action: 'Update the password of a user',
		description: 'Set the password that a user signs in with. Zoom notifies the user by email.',
		...endpoint('PUT /users/{userId}/password'),
		fields: [
			...anyUser,
			text('New Password', 'password', {
				password: true,
				minLength: 8,
				maxLength: 31,
				required: true,
				description:
					'Password of at least eight characters. The Zoom account can have stricter rules.',
			}),
		],
		requires: 'an owner or admin of the account',
	},
];
