import { endpoint } from '../../../registry/endpoint';
import { choice, text, toggle } from '../../../registry/field';
import type { RestOperation } from '../../../registry/types';
import { mustSet } from '../../shared/fields';
import { recordedMeetingId } from '../../shared/locators';

/** How a recording is shared. */
export const settingsOperations: RestOperation[] = [
	{
		name: 'Get Settings',
		value: 'getSettings',
		action: 'Get the sharing settings of a recording',
		description: 'Get the sharing, passcode and registration settings of a recording',
		...endpoint('GET /meetings/{meetingId}/recordings/settings'),
		fields: [recordedMeetingId],
	},
	{
		name: 'Update Settings',
		value: 'updateSettings',
		action: 'Update the sharing settings of a recording',
		description: 'Update the sharing, passcode and registration settings of a recording',
		...endpoint('PATCH /meetings/{meetingId}/recordings/settings'),
		fields: [recordedMeetingId],
		optional: [
			choice('Approval', 'approvalType', {
				options: [
					{ name: 'Automatic', value: 0, description: 'Registrants are approved automatically' },
					{ name: 'Manual', value: 1, description: 'The host approves each registrant' },
					{ name: 'No Registration', value: 2 },
				],
				default: 0,
				description: 'How registrations to watch the recording are approved',
			}),
			text('Authentication Domains', 'authenticationDomains', {
				placeholder: 'e.g. example.com,example.org',
				description: 'Comma-separated email domains of the users who can watch',
			}),
			text(
				'Authentication Option ID',
				'authenticationOption',
				"ID of the account's authentication profile that viewers must use",
			),
			toggle(
				'Auto-Delete',
				'autoDelete',
				'Whether to delete the recording automatically after the number of days set for its host',
			),
			toggle(
				'Notify Host',
				'sendEmailToHost',
				'Whether to email the host when someone registers to watch',
			),
			toggle('On Demand', 'onDemand', 'Whether to require registration to watch the recording'),
			text('Passcode', 'password', {
				password: true,
				minLength: 8,
				maxLength: 10,
				description:
					'Passcode to watch the recording: a mix of letters, digits and other characters',
			}),
			toggle('Require Sign-In', 'recordingAuthentication', 'Whether to require viewers to sign in'),
			choice('Share With', 'shareRecording', {
				options: [
					{ name: 'Everyone', value: 'publicly' },
					{ name: 'Nobody', value: 'none' },
					{ name: 'Users of the Account', value: 'internally' },
				],
				default: 'internally',
				description: 'Who can open the link to the recording',
			}),
			toggle(
				'Show Share Buttons',
				'showSocialShareButtons',
				'Whether to show social share buttons on the registration page',
			),
			text('Topic', 'topic', 'Topic of the recording'),
			toggle(
				'Viewers Can Download',
				'viewerDownload',
				'Whether to let viewers download the recording',
			),
		],
		idempotent: true,
		check: mustSet('meetingId'),
	},
];
