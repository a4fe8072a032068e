import type { INodePropertyOptions } from 'n8n-workflow';

import type { Field, Values } from '../../../registry/types';
import { email } from '../../../values/identifiers';
import { toSingleList } from '../../../values/lists';
import { licenses, unitedPlan, workplacePlan } from './userLicenses';

/** Who gets what a user leaves behind. */
export const transferEmail: Field = {
	displayName: 'Transfer To',
	name: 'transferEmail',
	type: 'string',
	encode: email,
	default: '',
	placeholder: 'e.g. jane@example.com',
	description: 'E-mail address of the user who gets what is transferred',
};

/** What a new user can be given. */
export const newUserFields: Field[] = [
	{
		displayName: 'Display Name',
		name: 'displayName',
		type: 'string',
		in: 'body',
		key: 'user_info.display_name',
		typeOptions: { maxLength: 128 },
		default: '',
	},
	{
		displayName: 'Division IDs',
		name: 'divisionIds',
		type: 'string',
		in: 'body',
		key: 'user_info.division_ids',
		encode: toSingleList,
		default: '',
		description: 'The division the user belongs to; Zoom takes one',
	},
	{
		displayName: 'First Name',
		name: 'firstName',
		type: 'string',
		in: 'body',
		key: 'user_info.first_name',
		typeOptions: { maxLength: 64 },
		default: '',
	},
	{
		displayName: 'Last Name',
		name: 'lastName',
		type: 'string',
		in: 'body',
		key: 'user_info.last_name',
		typeOptions: { maxLength: 64 },
		default: '',
	},
	licenses('user_info.license_info_list'),
	{
		displayName: 'Password',
		name: 'password',
		type: 'string',
		in: 'body',
		key: 'user_info.password',
		typeOptions: { password: true, minLength: 8, maxLength: 32 },
		default: '',
		description: 'Only for Action "Create With Password": letters of both cases and digits',
	},
	unitedPlan('user_info.plan_united_type', []),
	workplacePlan('user_info.feature.zoom_one_type', []),
	{
		displayName: 'Zoom Phone',
		name: 'zoomPhone',
		type: 'boolean',
		in: 'body',
		key: 'user_info.feature.zoom_phone',
		default: false,
		description: 'Whether the user has Zoom Phone',
	},
];

/** What can be handed over when a user goes. */
export const transfers: Field[] = [
	{
		displayName: 'Transfer Clips',
		name: 'transferClipfiles',
		type: 'boolean',
		in: 'query',
		default: false,
		description: 'Whether clips go to the other user',
	},
	{
		displayName: 'Transfer Docs',
		name: 'transferDocs',
		type: 'boolean',
		in: 'query',
		default: false,
		description: 'Whether Zoom Docs go to the other user',
	},
	{
		displayName: 'Transfer Events',
		name: 'transferEvents',
		type: 'boolean',
		in: 'query',
		default: true,
		description:
			'Whether Zoom Events hubs go to the other user. Zoom does so when this is not set.',
	},
	{
		displayName: 'Transfer Meetings',
		name: 'transferMeeting',
		type: 'boolean',
		in: 'query',
		default: false,
		description: 'Whether upcoming meetings go to the other user',
	},
	{
		displayName: 'Transfer Notes',
		name: 'transferNotes',
		type: 'boolean',
		in: 'query',
		default: false,
		description: 'Whether notes go to the other user',
	},
	{
		displayName: 'Transfer Recordings',
		name: 'transferRecording',
		type: 'boolean',
		in: 'query',
		default: false,
		description: 'Whether cloud recordings go to the other user',
	},
	{
		displayName: 'Transfer Visitors',
		name: 'transferVisitors',
		type: 'boolean',
		in: 'query',
		default: false,
		description: 'Whether visitors go to the other user',
	},
	{
		displayName: 'Transfer Webinars',
		name: 'transferWebinar',
		type: 'boolean',
		in: 'query',
		default: false,
		description: 'Whether upcoming webinars go to the other user',
	},
	{
		displayName: 'Transfer Whiteboards',
		name: 'transferWhiteboard',
		type: 'boolean',
		in: 'query',
		default: false,
		description: 'Whether whiteboards go to the other user',
	},
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
