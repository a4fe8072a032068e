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
		action: 'Check whether an e-mail address belongs to a user of the account',
		description:
			'See whether somebody in the account signs in to Zoom with an e-mail address and a password. Users of other accounts, and those who sign in another way, do not count.',
		...endpoint('GET /users/email'),
		fields: [requiredEmail('The address to look for')],
	},
	{
		name: 'Update Email',
		value: 'updateEmail',
		action: 'Change the e-mail address of a user',
		description: 'Change the address a user signs in with, at most three times a day',
		...endpoint('PUT /users/{userId}/email'),
		fields: [
			...anyUser,
			text('New Email', 'email', {
				encode: email,
				maxLength: 127,
				required: true,
				placeholder: 'e.g. jane@example.com',
				description: 'An address in a domain of the account that nobody uses at Zoom yet',
			}),
		],
		requires: 'an account with a managed domain',
	},
	{
		name: 'Update Password',
		value: 'updatePassword',
		action: 'Set the password of a user',
		description: 'Set the password a user signs in with. Zoom tells the user by e-mail.',
		...endpoint('PUT /users/{userId}/password'),
		fields: [
			...anyUser,
			text('New Password', 'password', {
				password: true,
				minLength: 8,
				maxLength: 31,
				required: true,
				description: 'Rules of the Zoom account may ask for more than eight characters',
			}),
		],
		requires: 'an owner or admin of the account',
	},
];
