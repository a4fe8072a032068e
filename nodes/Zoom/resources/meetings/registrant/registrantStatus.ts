import { objectsIn } from '../../../json/json';
import { choice, entries, text } from '../../../registry/field';
import type { Field, Values } from '../../../registry/types';
import { email } from '../../../values/identifiers';

/** Registrants of one status. */
export const status = choice('Status', 'status', {
	options: [
		{ name: 'Approved', value: 'approved' },
		{ name: 'Denied', value: 'denied' },
		{ name: 'Pending', value: 'pending', description: 'Not yet approved or denied' },
	],
	default: 'approved',
	description: 'Which registrants to list. If not set, Zoom lists approved registrants.',
});

const statusChanges = [
	{ name: 'Approve', value: 'approve' },
	{ name: 'Cancel', value: 'cancel', description: 'Withdraw an approval' },
	{ name: 'Deny', value: 'deny' },
];

/** A change of status and the registrants it applies to. */
export const statusFields: Field[] = [
	choice('Action', 'action', {
		required: true,
		options: statusChanges,
		default: 'approve',
		description: 'What to do with the registrants. Zoom allows ten changes per registrant per day.',
	}),
	entries('Registrants', 'registrants', {
		required: true,
		entry: 'Registrant',
		fields: [
			text('Registrant ID', 'id', 'ID of the registrant, from Create or Get Many'),
			text('Email', 'email', {
				encode: email,
				placeholder: 'e.g. jane@example.com',
				description: 'Email address of the registrant. Set the ID, the email address or both.',
			}),
		],
		description: 'Registrants to update. The node sends them to Zoom in chunks of 30.',
	}),
];

/** The sentence for a registrant who is not named. */
export function statusProblem({ registrants }: Values): string | undefined {
	const unnamed = objectsIn(registrants).findIndex(
		({ id, email: address }) => id === undefined && address === undefined,
	);
	return unnamed === -1
		? undefined
		: `Registrants > Registrant ${unnamed + 1}: needs an ID or an email address`;
}
