import { choice, entries, number, text, toggle } from '../../../registry/field';
import type { Field } from '../../../registry/types';
import { toSingleList } from '../../../values/lists';
import { loginType, timeZone } from '../../shared/fields';
import { licenses, unitedPlan, userTypes, workplacePlan } from './userLicenses';

/** What can be changed about a user. */
export const profileFields: Field[] = [
	text('About Me', 'aboutMe', {
		rows: 3,
		maxLength: 150,
		description: 'Introduction shown in the profile, without links and HTML',
	}),
	text('Company', 'company', { maxLength: 255 }),
	text('Cost Center', 'costCenter'),
	entries('Custom Attributes', 'customAttributes', {
		entry: 'Attribute',
		titleField: 'name',
		maxAllowedFields: 5,
		fields: [
			text('Key', 'key'),
			text('Name', 'name'),
			text('Value', 'value', {
				sendEmpty: true,
				description: 'Value of the attribute. Leave empty to clear it.',
			}),
		],
		description: "Values of the account's custom attributes, up to five",
	}),
	text('Department', 'dept'),
	text('Display Name', 'displayName', {
		maxLength: 128,
		description: 'Name shown to others. If empty, Zoom uses the first and last name.',
	}),
	text('Division IDs', 'divisionIds', {
		encode: toSingleList,
		description: 'ID of the division of the user. Zoom accepts only one.',
	}),
	text('First Name', 'firstName', { maxLength: 64 }),
	text('Group ID', 'groupId', 'ID of the group to add a pending user to'),
	text('Host Key', 'hostKey', {
		password: true,
		minLength: 6,
		maxLength: 10,
		description: 'Digits that a participant enters to become the host',
	}),
	text('Job Title', 'jobTitle', { maxLength: 128 }),
	text('Kaltura User ID', 'cmsUserId'),
	text('Language', 'language', { placeholder: 'e.g. de-DE' }),
	text('Last Name', 'lastName', { maxLength: 64 }),
	licenses('license_info_list'),
	text('LinkedIn URL', 'linkedinUrl', { placeholder: 'e.g. https://www.linkedin.com/in/jane' }),
	text('Location', 'location', { maxLength: 256 }),
	{ ...loginType },
	text('Manager', 'manager', {
		placeholder: 'e.g. jane@example.com',
		description: 'Email address of the manager',
	}),
	number('Personal Meeting ID', 'pmi', {
		minValue: 1000000000,
		maxValue: 9999999999,
		default: 1000000000,
		description: 'Personal meeting ID of ten digits',
	}),
	text('Personal Meeting Room Name', 'vanityName'),
	entries('Phone Numbers', 'phoneNumbers', {
		entry: 'Phone Number',
		titleField: 'number',
		maxAllowedFields: 3,
		fields: [
			text('Country', 'country', {
				placeholder: 'e.g. DE',
				description: 'Two-letter country code',
			}),
			text('Country Code', 'code', { placeholder: 'e.g. +49' }),
			choice('Label', 'label', {
				options: [
					{ name: 'Fax', value: 'Fax' },
					{ name: 'Home', value: 'Home' },
					{ name: 'Mobile', value: 'Mobile' },
					{ name: 'Office', value: 'Office' },
				],
				default: 'Mobile',
			}),
			text('Number', 'number', { placeholder: 'e.g. 1701234567' }),
		],
		description: 'Phone numbers of the user, up to three',
	}),
	text('Pronouns', 'pronouns'),
	choice('Pronouns Shown', 'pronounsOption', {
		options: [
			{ name: 'Always', value: 2 },
			{ name: 'Ask Every Time', value: 1 },
			{ name: 'Never', value: 3 },
		],
		default: 1,
		description: 'When to show pronouns in meetings and webinars',
	}),
	toggle('Remove TSP Credentials', 'removeTspCredentials', {
		in: 'query',
		description: 'Whether to remove the TSP credentials of the user',
	}),
	{
		...timeZone,
		description:
			'Time zone of the user. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	choice('Type', 'type', { options: userTypes, default: 1, description: 'License of the user' }),
	unitedPlan('plan_united_type', [{ name: 'None', value: 'none' }]),
	toggle(
		'Use Personal Meeting ID',
		'usePmi',
		'Whether to use the personal meeting ID for instant meetings',
	),
	workplacePlan('zoom_one_type', [{ name: 'None', value: 0 }]),
	toggle('Zoom Phone', 'zoomPhone', {
		apiName: 'feature.zoom_phone',
		description:
			'Whether to assign Zoom Phone to the user. Turning it off removes their numbers and phones.',
	}),
];
