import type { INodePropertyOptions } from 'n8n-workflow';

import { text, toggle } from '../../../registry/field';
import type { Field, Values } from '../../../registry/types';
import { email } from '../../../values/identifiers';
import { toSingleList } from '../../../values/lists';
import { licenses, unitedPlan, workplacePlan } from './userLicenses';

/** Who gets what a user leaves behind. */
export const transferEmail = text('Transfer To', 'transferEmail', {
	encode: email,
	placeholder: 'e.g. jane@example.com',
	description: 'Email address of the user who receives the transferred data',
});

/** What a new user can be given. */
export const newUserFields: Field[] = [
	text('Display Name', 'displayName', { apiName: 'user_info.display_name', maxLength: 128 }),
	text('Division IDs', 'divisionIds', {
		apiName: 'user_info.division_ids',
		encode: toSingleList,
		description: 'ID of the division of the user. Zoom accepts only one.',
	}),
	text('First Name', 'firstName', { apiName: 'user_info.first_name', maxLength: 64 }),
	text('Last Name', 'lastName', { apiName: 'user_info.last_name', maxLength: 64 }),
	licenses('user_info.license_info_list'),
	text('Password', 'password', {
		apiName: 'user_info.password',
		password: true,
		minLength: 8,
		maxLength: 32,
		description:
			'Password with uppercase letters, lowercase letters and digits. Only if Action is Create With Password.',
	}),
	unitedPlan('user_info.plan_united_type', []),
	workplacePlan('user_info.feature.zoom_one_type', []),
	toggle('Zoom Phone', 'zoomPhone', {
		apiName: 'user_info.feature.zoom_phone',
		description: 'Whether to assign Zoom Phone to the user',
	}),
];

/** What can be handed over when a user goes. */
export const transfers: Field[] = [
	toggle('Transfer Clips', 'transferClipfiles', 'Whether to transfer clips'),
	toggle('Transfer Docs', 'transferDocs', 'Whether to transfer Zoom Docs'),
	toggle('Transfer Events', 'transferEvents', {
		default: true,
		description: 'Whether to transfer Zoom Events hubs. If not set, Zoom transfers them.',
	}),
	toggle('Transfer Meetings', 'transferMeeting', 'Whether to transfer upcoming meetings'),
	toggle('Transfer Notes', 'transferNotes', 'Whether to transfer notes'),
	toggle('Transfer Recordings', 'transferRecording', 'Whether to transfer cloud recordings'),
	toggle('Transfer Visitors', 'transferVisitors', 'Whether to transfer visitors'),
	toggle('Transfer Webinars', 'transferWebinar', 'Whether to transfer upcoming webinars'),
	toggle('Transfer Whiteboards', 'transferWhiteboard', 'Whether to transfer whiteboards'),
];

/** Without a receiver, or without a word on what goes to them, what was to be handed over would be gone. */
export function transferProblem({
	transferEmail: receiver,
	...values
}: Values): string | undefined {
	const switches = Object.keys(values).filter((name) => name.startsWith('transfer'));
	if (receiver === undefined || receiver === '') {
		return switches.some((name) => values[name] === true)
			? 'Transfer To: is required if a Transfer field is on'
			: undefined;
	}
	return switches.length === 0
		? 'Transfer To: needs a Transfer field for each kind of data to transfer to this user'
		: undefined;
}

/** The ways a user comes into being. */
export const creations: INodePropertyOptions[] = [
	{
		name: 'Create Without Login',
		value: 'custCreate',
		description:
			'The user can host meetings with a link but cannot sign in. Zoom must enable this for your account.',
	},
	{
		name: 'Create With Password',
		value: 'autoCreate',
		description: 'For accounts with a managed domain. You set the password here.',
	},
	{
		name: 'Invite',
		value: 'create',
		description: 'Zoom emails a link to the user. The user is pending until they open it.',
	},
	{
		name: 'Provision for Single Sign-On',
		value: 'ssoCreate',
		description: 'For accounts that provision users before their first sign-in',
	},
];

/** The ways a user goes. */
export const deletions: INodePropertyOptions[] = [
	{
		name: 'Delete',
		value: 'delete',
		description: 'Delete the user and all their data permanently',
	},
	{
		name: 'Disassociate',
		value: 'disassociate',
		description:
			'Remove the user from the account. The user keeps a free account. Use this for pending users.',
	},
];

/** What can be done to the status of a user. */
export const statusChanges: INodePropertyOptions[] = [
	{ name: 'Activate', value: 'activate' },
	{ name: 'Clock In', value: 'clock_in' },
	{ name: 'Clock Out', value: 'clock_out' },
	{
		name: 'Deactivate',
		value: 'deactivate',
		description: 'The user cannot sign in and loses their licenses',
	},
];
