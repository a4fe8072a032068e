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
	description: 'E-mail address of the user who gets what is transferred',
});

/** What a new user can be given. */
export const newUserFields: Field[] = [
	text('Display Name', 'displayName', { apiName: 'user_info.display_name', maxLength: 128 }),
	text('Division IDs', 'divisionIds', {
		apiName: 'user_info.division_ids',
		encode: toSingleList,
		description: 'The division the user belongs to; Zoom takes one',
	}),
	text('First Name', 'firstName', { apiName: 'user_info.first_name', maxLength: 64 }),
	text('Last Name', 'lastName', { apiName: 'user_info.last_name', maxLength: 64 }),
	licenses('user_info.license_info_list'),
	text('Password', 'password', {
		apiName: 'user_info.password',
		password: true,
		minLength: 8,
		maxLength: 32,
		description: 'Only for Action "Create With Password": letters of both cases and digits',
	}),
	unitedPlan('user_info.plan_united_type', []),
	workplacePlan('user_info.feature.zoom_one_type', []),
	toggle('Zoom Phone', 'zoomPhone', {
		apiName: 'user_info.feature.zoom_phone',
		description: 'Whether the user has Zoom Phone',
	}),
];

/** What can be handed over when a user goes. */
export const transfers: Field[] = [
	toggle('Transfer Clips', 'transferClipfiles', 'Whether clips go to the other user'),
	toggle('Transfer Docs', 'transferDocs', 'Whether Zoom Docs go to the other user'),
	toggle('Transfer Events', 'transferEvents', {
		default: true,
		description:
			'Whether Zoom Events hubs go to the other user. Zoom does so when this is not set.',
	}),
	toggle('Transfer Meetings', 'transferMeeting', 'Whether upcoming meetings go to the other user'),
	toggle('Transfer Notes', 'transferNotes', 'Whether notes go to the other user'),
	toggle(
		'Transfer Recordings',
		'transferRecording',
		'Whether cloud recordings go to the other user',
	),
	toggle('Transfer Visitors', 'transferVisitors', 'Whether visitors go to the other user'),
	toggle('Transfer Webinars', 'transferWebinar', 'Whether upcoming webinars go to the other user'),
	toggle('Transfer Whiteboards', 'transferWhiteboard', 'Whether whiteboards go to the other user'),
];

/** Without a receiver, or without a word on what goes to them, what was to be handed over would be gone. */
export function transferProblem({
	transferEmail: receiver,
	...values
}: Values): string | undefined {
	const switches = Object.keys(values).filter((name) => name.startsWith('transfer'));
	if (receiver === undefined || receiver === '') {
		return switches.some((name) => values[name] === true)
			? 'Transfer To: is required when something is to be transferred'
			: undefined;
	}
	return switches.length === 0
		? 'Transfer To: needs the Transfer field of each thing that goes to this user'
		: undefined;
}

/** The ways a user comes into being. */
export const creations: INodePropertyOptions[] = [
	{
		name: 'Create Without Login',
		value: 'custCreate',
		description: 'Can host by link but never sign in; Zoom has to allow it for the account',
	},
	{
		name: 'Create With Password',
		value: 'autoCreate',
		description: 'For accounts with a managed domain; the password is set here',
	},
	{
		name: 'Invite',
		value: 'create',
		description: 'Zoom sends an e-mail with a link; the user is pending until they follow it',
	},
	{
		name: 'Provision for Single Sign-On',
		value: 'ssoCreate',
		description: 'For accounts that provision users before their first sign-on',
	},
];

/** The ways a user goes. */
export const deletions: INodePropertyOptions[] = [
	{
		name: 'Delete',
		value: 'delete',
		description: 'For good, with all their data',
	},
	{
		name: 'Disassociate',
		value: 'disassociate',
		description: 'They keep a free account of their own; the way for pending users',
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
		description: 'They cannot sign in and lose their licenses',
	},
];
