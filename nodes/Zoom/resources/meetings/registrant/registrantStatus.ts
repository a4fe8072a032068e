import { choice, entries, text } from '../../../registry/field';
import type { Field, Values } from '../../../registry/types';
import { email } from '../../../values/identifiers';

/** Registrants of one status. */
export const status = choice('Status', 'status', {
	options: [
		{ name: 'Approved', value: 'approved' },
		{ name: 'Denied', value: 'denied' },
		{ name: 'Pending', value: 'pending', description: 'Neither approved nor denied yet' },
	],
	default: 'approved',
	description: 'Which registrants to list. Zoom lists the approved ones when this is not set.',
});

const statusChanges = [
	{ name: 'Approve', value: 'approve' },
	{ name: 'Cancel', value: 'cancel', description: 'Take back an approval' },
	{ name: 'Deny', value: 'deny' },
];

/** What becomes of which registrants. */
export const statusFields: Field[] = [
	choice('Action', 'action', {
		required: true,
		options: statusChanges,
		default: 'approve',
		description: 'What to do. Zoom allows ten changes a day for the same registrant.',
	}),
	entries('Registrants', 'registrants', {
		required: true,
		entry: 'Registrant',
		fields: [
			text(
				'Registrant ID',
				'id',
				'As listed by Get Many, or answered when the person was registered',
			),
			text('Email', 'email', {
				encode: email,
				placeholder: 'e.g. jane@example.com',
				description: "The registrant's e-mail address, in place of the ID or with it",
			}),
		],
		description: 'Those whose status to change. Zoom is sent 30 of them at once.',
	}),
];

/** The sentence for a registrant who is not named. */
export function statusProblem({ registrants }: Values): string | undefined {
	const unnamed = (registrants as Values[]).findIndex(
		({ id, email: address }) => id === undefined && address === undefined,
	);
	return unnamed === -1
		? undefined
		: `Registrants > Registrant ${unnamed + 1}: needs an ID or an e-mail address`;
}
