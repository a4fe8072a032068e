import { objectsIn } from '../../../json/json';
import { endpoint, listEndpoint } from '../../../registry/endpoint';
import { entries, text, toggle } from '../../../registry/field';
import type { RestOperation, Values } from '../../../registry/types';
import { innerId } from '../../shared/fields';
import { anyUser } from '../../shared/locators';

const LICENSE = 'a license for both users';

/** The sentence for an assistant of whom nothing is said; undefined when there is none. */
function assistantProblem({ assistants }: Values): string | undefined {
	const nobody = objectsIn(assistants).findIndex(
		({ email, id }) => email === undefined && id === undefined,
	);
	return nobody < 0
		? undefined
		: `Assistants > Assistant ${nobody + 1}: needs an email address or a user ID`;
}

/** Who may schedule meetings for whom. */
export const assistantOperations: RestOperation[] = [
	{
		name: 'Add Assistants',
		value: 'addAssistants',
		action: 'Add assistants to a user',
		description:
			'Add assistants who can schedule meetings for a user. The node sends them to Zoom in chunks of 30.',
		...endpoint('POST /users/{userId}/assistants'),
		fields: [
			...anyUser,
			entries('Assistants', 'assistants', {
				required: true,
				entry: 'Assistant',
				fields: [
					text('Email', 'email', {
						placeholder: 'e.g. jane@example.com',
						description: 'Email address of the assistant. Ignored if User ID is set.',
					}),
					toggle(
						'Manage Private Events',
						'canManageHostPrivateEvent',
						'Whether to let the assistant view and edit private events',
					),
					text('User ID', 'id', 'User ID of the assistant'),
				],
				description: 'Assistants to add, each by email address or user ID',
			}),
		],
		chunks: { key: 'assistants', size: 30, answer: 'ids' },
		idempotent: true,
		check: assistantProblem,
		requires: LICENSE,
	},
	{
		name: 'Delete Assistant',
		value: 'deleteAssistant',
		action: 'Remove an assistant from a user',
		description:
			'Remove an assistant from a user. The assistant can no longer schedule meetings for the user.',
		...endpoint('DELETE /users/{userId}/assistants/{assistantId}'),
		fields: [
			...anyUser,
			innerId('Assistant ID', 'assistantId', 'ID of the assistant, from Get Assistants'),
		],
		requires: LICENSE,
	},
	{
		name: 'Get Assistants',
		value: 'getAssistants',
		action: 'Get the assistants of a user',
		description: 'List the users who can schedule meetings for a user',
		...listEndpoint('GET /users/{userId}/assistants'),
		fields: anyUser,
		requires: LICENSE,
	},
	{
		name: 'Get Schedulers',
		value: 'getSchedulers',
		action: 'Get the users that a user can schedule meetings for',
		description: 'List the users that a user can schedule meetings for as an assistant',
		...listEndpoint('GET /users/{userId}/schedulers'),
		fields: anyUser,
	},
];
