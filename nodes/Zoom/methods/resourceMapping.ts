import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	ResourceMapperFields,
} from 'n8n-workflow';

import { readAddress } from '../resources/api/address';
import type { Endpoint } from '../resources/api/endpoints';
import { publishedEndpoints } from '../resources/api/endpoints';
import { knownOf } from '../resources/api/parameterFields';
import { credentialTypeFor, readConnection } from '../transport/auth/connection';
import { apiOrigins } from '../transport/auth/environments';
import { findEndpoints } from './endpointSearch';

const AT_ONCE = 100;

/** The published endpoints to choose from, by any words of what they do, their paths and products. */
export async function searchEndpoints(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken = '0',
): Promise<INodeListSearchResult> {
	const found = findEndpoints(await publishedEndpoints(), filter);
	const begin = Number(paginationToken);
	const end = begin + AT_ONCE;
	return {
		results: found.slice(begin, end).map(choice),
		paginationToken: end < found.length ? String(end) : undefined,
	};
}

const choice = ({ title, method, path, deprecated }: Endpoint) => ({
	name: `${title}${deprecated ? ' (deprecated)' : ''} – ${method} ${path}`,
	value: `${method} ${path}`,
});

/** The form for what the chosen endpoint takes. */
export async function getParameters(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const chosen = this.getNodeParameter('endpoint', '', { extractValue: true });
	if (chosen === '') return { fields: [], emptyFieldsNotice: 'Choose an endpoint first.' };
	const credentialType = credentialTypeFor(this.getNodeParameter('authentication', ''));
	const { apiUrl } = await readConnection(this, credentialType);
	const address = readAddress(String(chosen), apiOrigins(apiUrl));
	const { fields } = await knownOf(address);
	return {
		fields: fields.map(({ shown }) => shown),
		emptyFieldsNotice:
			'The parameters of this endpoint are not known. Enter them under Query and Body.',
	};
}
