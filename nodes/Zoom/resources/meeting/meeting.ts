import { day } from '../../dates';
import { userId } from '../../identifiers';
import { toList } from '../../lists';
import type { Field, Resource, Values } from '../../operation';
import { mustChange, occurrenceId, timeZone } from '../fields';
import { meetingId, userFields } from '../locators';
import { accessSettings, registrationSettings } from './meetingAccess';
import { featureSettings } from './meetingFeatures';
import { audioVideoSettings, hostingSettings } from './meetingHosting';
import { newMeetingProblem, recurrenceProblem, scheduleFields } from './meetingSchedule';

const settings = [
	...accessSettings,
	...audioVideoSettings,
	...featureSettings,
	...hostingSettings,
	...registrationSettings,
];

const settingsField = (options: Field[]): Field => ({
	displayName: 'Settings',
	name: 'settings',
	type: 'collection',
	in: 'body',
	placeholder: 'Add Setting',
	default: {},
	options,
	description: "How the meeting is run. What is not set follows the host's own settings.",
});

/** The sentence for a setting that lacks what Zoom demands once it is given at all; undefined when none does. */
function settingsProblem({ settings }: Values): string | undefined {
	const given = (settings ?? {}) as Readonly<Record<string, Values | undefined>>;
	const { waitingRoomOptions, autoAddRecordingToVideoManagement: videos } = given;
	if (waitingRoomOptions && waitingRoomOptions.mode === undefined) {
		return 'Settings > Waiting Room Options > Mode: is required';
	}
	return videos && videos.enable === undefined
		? 'Settings > Video Management > Enabled: is required'
		: undefined;
}

const topic: Field = {
	displayName: 'Topic',
	name: 'topic',
	type: 'string',
	in: 'body',
	typeOptions: { maxLength: 200 },
	default: '',
	placeholder: 'e.g. Weekly review',
	description: 'What the meeting is about',
};

const meetingFields: Field[] = [
	{
		displayName: 'Agenda',
		name: 'agenda',
		type: 'string',
		in: 'body',
		typeOptions: { rows: 3, maxLength: 2000 },
		default: '',
		description: 'A description of the meeting',
	},
	{
		displayName: 'Password',
		name: 'password',
		type: 'string',
		in: 'body',
		typeOptions: { password: true, maxLength: 10 },
		default: '',
		description: 'Passcode to join with. Rules of the Zoom account may ask for more.',
	},
	{
		displayName: 'Pre-Schedule',
		name: 'preSchedule',
		type: 'boolean',
		in: 'body',
		default: false,
		description: 'Whether the Google Workspace add-on finishes the scheduling',
	},
	{
		displayName: 'Schedule For',
		name: 'scheduleFor',
		type: 'string',
		in: 'body',
		encode: userId,
		default: '',
		placeholder: 'e.g. jane@example.com',
		description:
			'E-mail address or ID of the user who becomes the host. The connected user needs the privilege to schedule for them.',
	},
	{
		displayName: 'Sensitivity Label ID',
		name: 'sensitivityLabelId',
		type: 'string',
		in: 'body',
		default: '',
		description: 'Label to apply to the meeting. Zoom has to enable this for the account.',
	},
	{
		displayName: 'Template ID',
		name: 'templateId',
		type: 'string',
		in: 'body',
		default: '',
		description: "One of the account's meeting templates",
	},
	{
		displayName: 'Tracking Fields',
		name: 'trackingFields',
		type: 'fixedCollection',
		in: 'body',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Tracking Field' },
		default: {},
		options: [
			{
				displayName: 'Tracking Field',
				name: 'trackingField',
				values: [
					{
						displayName: 'Field',
						name: 'field',
						type: 'string',
						required: true,
						default: '',
						description: 'Label of the tracking field, as set up for the account',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
					},
				],
			},
		],
		description: "Values of the account's tracking fields",
	},
];

const createOnlySettings: Field[] = [
	{
		displayName: 'Data Center Regions',
		name: 'additionalDataCenterRegions',
		type: 'string',
		encode: toList,
		default: '',
		placeholder: 'e.g. US, DE',
		description: 'Two-letter codes of further data center regions, separated by commas',
	},
	{
		displayName: 'Show Join Info',
		name: 'showJoinInfo',
		type: 'boolean',
		default: false,
		description: 'Whether the registration confirmation page says how to join',
	},
];

const updateOnlySettings: Field[] = [
	{
		displayName: 'Custom Keys',
		name: 'customKeys',
		type: 'fixedCollection',
		typeOptions: {
			multipleValues: true,
			multipleValueButtonText: 'Add Key',
			maxAllowedFields: 10,
		},
		default: {},
		options: [
			{
				displayName: 'Custom Key',
				name: 'customKey',
				values: [
					{
						displayName: 'Key',
						name: 'key',
						type: 'string',
						typeOptions: { maxLength: 64 },
						default: '',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						typeOptions: { maxLength: 256 },
						default: '',
					},
				],
			},
		],
		description: 'Keys and values of your own to keep with the meeting, at most ten',
	},
];

const reminders: Field[] = [
	{
		displayName: 'Cancel Meeting Reminder',
		name: 'cancelMeetingReminder',
		type: 'boolean',
		in: 'query',
		default: false,
		description: 'Whether registrants are told by e-mail that the meeting is cancelled',
	},
	{
		displayName: 'Schedule Reminder',
		name: 'scheduleForReminder',
		type: 'boolean',
		in: 'query',
		default: false,
		description:
			'Whether host and alternative hosts are told by e-mail. Zoom tells them when this is not set.',
	},
];

const listFilters: Field[] = [
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		in: 'query',
		encode: day,
		typeOptions: { dateOnly: true },
		default: '',
		description: 'First day to list',
	},
	{ ...timeZone, in: 'query' },
	{
		displayName: 'To',
		name: 'to',
		type: 'dateTime',
		in: 'query',
		encode: day,
		typeOptions: { dateOnly: true },
		default: '',
		description: 'Last day to list',
	},
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		in: 'query',
		options: [
			{ name: 'Live', value: 'live', description: 'Taking place now' },
			{
				name: 'Previous',
				value: 'previous_meetings',
				description: 'Scheduled end has passed; at most six months back',
			},
			{
				name: 'Scheduled',
				value: 'scheduled',
				description: 'All that have not expired: past, live and upcoming',
			},
			{
				name: 'Upcoming',
				value: 'upcoming',
				description: 'Upcoming and live; at most six months ahead',
			},
			{
				name: 'Upcoming (Scheduled Only)',
				value: 'upcoming_meetings',
				description: 'Upcoming and live scheduled meetings; at most six months ahead',
			},
		],
		default: 'live',
		description: 'Which meetings to list. Zoom lists the scheduled ones when this is not set.',
	},
];

/** Meetings that are still to take place, or taking place. */
export const meeting: Resource = {
	name: 'Meeting',
	plural: 'Meetings',
	value: 'meeting',
	operations: [
		{
			name: 'Create',
			value: 'create',
			action: 'Create a meeting',
			description: 'Schedule a meeting. Zoom allows 100 creates and updates a day per host.',
			method: 'POST',
			path: '/users/{userId}/meetings',
			scopes: ['meeting:write:meeting', 'meeting:write:meeting:admin'],
			classicScopes: ['meeting:write', 'meeting:write:admin'],
			rate: 'light',
			fields: [...userFields('Host', 'The user who hosts the meeting'), topic],
			optional: [
				...meetingFields,
				...scheduleFields,
				{
					displayName: 'Generate Password',
					name: 'defaultPassword',
					type: 'boolean',
					in: 'body',
					default: true,
					description:
						"Whether Zoom makes up a passcode when none is given and the host's settings require one",
				},
				settingsField([...settings, ...createOnlySettings]),
			],
			check: (values) => newMeetingProblem(values) ?? settingsProblem(values),
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete a meeting',
			description: 'Delete a meeting, or one occurrence of it',
			method: 'DELETE',
			path: '/meetings/{meetingId}',
			scopes: ['meeting:delete:meeting', 'meeting:delete:meeting:admin'],
			classicScopes: ['meeting:write', 'meeting:write:admin'],
			rate: 'light',
			fields: [meetingId],
			optional: [occurrenceId, ...reminders],
		},
		{
			name: 'End',
			value: 'end',
			action: 'End a live meeting',
			description: 'End a meeting that is taking place, for everyone in it',
			method: 'PUT',
			path: '/meetings/{meetingId}/status',
			scopes: ['meeting:update:status', 'meeting:update:status:admin'],
			classicScopes: ['meeting:write', 'meeting:write:admin'],
			rate: 'light',
			fields: [meetingId],
			body: { action: 'end' },
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get a meeting',
			description: 'Get a meeting with its settings, its links and, if it recurs, its occurrences',
			method: 'GET',
			path: '/meetings/{meetingId}',
			scopes: ['meeting:read:meeting', 'meeting:read:meeting:admin'],
			classicScopes: ['meeting:read', 'meeting:read:admin'],
			rate: 'light',
			fields: [meetingId],
			optional: [
				occurrenceId,
				{
					displayName: 'Show Previous Occurrences',
					name: 'showPreviousOccurrences',
					type: 'boolean',
					in: 'query',
					default: false,
					description: 'Whether occurrences that are over are listed too',
				},
			],
		},
		{
			name: 'Get Invitation',
			value: 'getInvitation',
			action: 'Get the invitation text of a meeting',
			description: 'Get the text to send to people who are invited to a meeting',
			method: 'GET',
			path: '/meetings/{meetingId}/invitation',
			scopes: ['meeting:read:invitation', 'meeting:read:invitation:admin'],
			classicScopes: ['meeting:read', 'meeting:read:admin'],
			rate: 'light',
			fields: [meetingId],
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'List the meetings of a user',
			description: 'List the meetings a user hosts. Zoom leaves out instant and expired ones.',
			method: 'GET',
			path: '/users/{userId}/meetings',
			scopes: ['meeting:read:list_meetings', 'meeting:read:list_meetings:admin'],
			classicScopes: ['meeting:read', 'meeting:read:admin'],
			rate: 'medium',
			fields: userFields('Host', 'The user whose meetings to list'),
			optional: listFilters,
			list: { key: 'meetings', paging: 'token', pageSize: 300 },
		},
		{
			name: 'Get Upcoming',
			value: 'getUpcoming',
			action: 'List the meetings of a user in the next 24 hours',
			description: 'List what a user hosts or is invited to within the next 24 hours',
			method: 'GET',
			path: '/users/{userId}/upcoming_meetings',
			scopes: ['meeting:read:list_upcoming_meetings', 'meeting:read:list_upcoming_meetings:admin'],
			classicScopes: ['meeting:read', 'meeting:read:admin'],
			rate: 'medium',
			fields: userFields('User', 'The user whose meetings to list'),
			list: { key: 'meetings', paging: 'none' },
		},
		{
			name: 'Recover',
			value: 'recover',
			action: 'Recover a deleted meeting',
			description: 'Bring a deleted meeting back from the trash',
			method: 'PUT',
			path: '/meetings/{meetingId}/status',
			scopes: ['meeting:update:status', 'meeting:update:status:admin'],
			classicScopes: ['meeting:write', 'meeting:write:admin'],
			rate: 'light',
			fields: [meetingId],
			body: { action: 'recover' },
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update a meeting',
			description:
				'Change a meeting, or one occurrence of it. Zoom allows 100 creates and updates a day per host.',
			method: 'PATCH',
			path: '/meetings/{meetingId}',
			scopes: ['meeting:update:meeting', 'meeting:update:meeting:admin'],
			classicScopes: ['meeting:write', 'meeting:write:admin'],
			rate: 'light',
			fields: [meetingId],
			optional: [
				occurrenceId,
				...meetingFields,
				...scheduleFields,
				settingsField([...settings, ...updateOnlySettings]),
				topic,
			],
			idempotent: true,
			check: (values) =>
				mustChange('meetingId', 'occurrenceId')(values) ??
				recurrenceProblem(values) ??
				settingsProblem(values),
		},
	],
};
