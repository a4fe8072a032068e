import { endpoint, listEndpoint } from '../../../registry/endpoint';
import { entries, text, toggle } from '../../../registry/field';
import type { RestOperation, Values } from '../../../registry/types';
import { innerId } from '../../shared/fields';
import { anyUser } from '../../shared/locators';

const LICENSE = 'a license for both users';

/** The sentence for an assistant of whom nothing is said; undefined when there is none. */
function assistantProblem({ assistants = [] }: Values): string | undefined {
	const nobody = (assistants as Values[]).findIndex(
		({ email, id }) => email === undefined && id === undefined,
	);
	return nobody < 0
		? undefined
		: `Assistants > Assistant ${nobody + 1}: needs an e-mail address or a user ID`;
}

/** Who may schedule meetings for whom. */
export const assistantOperations: RestOperation[] = [
	{
		name: 'Add Assistants',
		value: 'addAssistants',
		action: 'Add assistants to a user',
		description: 'Let others schedule meetings for a user; any number, in calls of 30',
		...endpoint('POST /users/{userId}/assistants'),
		fields: [
			...anyUser,
			entries('Assistants', 'assistants', {
				required: true,
				entry: 'Assistant',
				fields: [
					text('Email', 'email', {
						placeholder: 'e.g. jane@example.com',
						description: 'E-mail address of the assistant; not used when there is an ID',
					}),
					toggle(
						'Manage Private Events',
						'canManageHostPrivateEvent',
						'Whether the assistant sees and changes private events, too',
					),
					text('User ID', 'id', 'ID of the assistant'),
				],
				description: 'Who gets the privilege, each by e-mail address or ID',
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
		action: 'Take the scheduling privilege away from an assistant of a user',
		description: 'Let an assistant no longer schedule meetings for a user',
		...endpoint('DELETE /users/{userId}/assistants/{assistantId}'),
		fields: [
			...anyUser,
			innerId('Assistant ID', 'assistantId', 'The assistant, by ID as listed by Get Assistants'),
		],
		requires: LICENSE,
	},
	{
		name: 'Get Assistants',
		value: 'getAssistants',
		action: 'List the assistants of a user',
		description: 'List who may schedule meetings for a user',
		...listEndpoint('GET /users/{userId}/assistants'),
		fields: anyUser,
		requires: LICENSE,
	},
	{
		name: 'Get Schedulers',
		value: 'getSchedulers',
		action: 'List the users for whom a user may schedule meetings',
		description: 'List whose assistant a user is',
		...listEndpoint('GET /users/{userId}/schedulers'),
		fields: anyUser,
	},
];
