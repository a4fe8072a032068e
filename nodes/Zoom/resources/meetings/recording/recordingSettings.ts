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
		description: 'Get who can watch a recording, with which passcode and whether to register',
		...endpoint('GET /meetings/{meetingId}/recordings/settings'),
		fields: [recordedMeetingId],
	},
	{
		name: 'Update Settings',
		value: 'updateSettings',
		action: 'Update the sharing settings of a recording',
		description: 'Change who can watch a recording, and how',
		...endpoint('PATCH /meetings/{meetingId}/recordings/settings'),
		fields: [recordedMeetingId],
		optional: [
			choice('Approval', 'approvalType', {
				options: [
					{ name: 'Automatic', value: 0, description: 'Who registers can watch at once' },
					{ name: 'Manual', value: 1, description: 'Who registers waits until they are approved' },
					{ name: 'No Registration', value: 2 },
				],
				default: 0,
				description: 'What becomes of those who register to watch',
			}),
			text('Authentication Domains', 'authenticationDomains', {
				placeholder: 'e.g. example.com,example.org',
				description: 'Only users with addresses in these domains can watch',
			}),
			text(
				'Authentication Option ID',
				'authenticationOption',
				'Which of the ways to sign in set up for the account is asked for',
			),
			toggle(
				'Delete by Itself',
				'autoDelete',
				'Whether the recording is deleted after the days set for its host',
			),
			toggle(
				'Notify Host',
				'sendEmailToHost',
				'Whether the host gets an e-mail when somebody registers to watch',
			),
			toggle('On Demand', 'onDemand', 'Whether people register to watch'),
			text('Passcode', 'password', {
				password: true,
				minLength: 8,
				maxLength: 10,
				description: 'What to enter to watch: letters, digits and other characters mixed',
			}),
			toggle(
				'Require Sign-In',
				'recordingAuthentication',
				'Whether only people who sign in can watch',
			),
			choice('Share With', 'shareRecording', {
				options: [
					{ name: 'Everyone', value: 'publicly' },
					{ name: 'Nobody', value: 'none' },
					{ name: 'Users of the Account', value: 'internally' },
				],
				default: 'internally',
				description: 'For whom the link works',
			}),
			toggle(
				'Show Share Buttons',
				'showSocialShareButtons',
				'Whether the page to register on has buttons of social networks',
			),
			text('Topic', 'topic', 'What the recording is called'),
			toggle(
				'Viewers Can Download',
				'viewerDownload',
				'Whether those who can watch can download, too',
			),
		],
		idempotent: true,
		check: mustSet('meetingId'),
	},
];
