import { listEndpoint } from '../../../registry/endpoint';
import type { Resource } from '../../../registry/types';
import { anyUser } from '../../shared/locators';

/** Conferences people join by telephone only, at numbers of their host's own. */
export const pac: Resource = {
	name: 'Personal Audio Conference',
	plural: 'Personal Audio Conferences',
	value: 'pac',
	docs: 'https://developers.zoom.us/docs/api/meetings/#tag/pac',
	operations: [
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many personal audio conferences of a user',
			description:
				'List the personal audio conferences of a user with their phone numbers and passcodes',
			...listEndpoint('GET /users/{userId}/pac'),
			fields: anyUser,
			requires: 'a Pro plan or higher with audio conferencing',
		},
	],
};
