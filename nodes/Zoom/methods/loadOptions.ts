import { DateTime } from 'luxon';
import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { isRest } from '../registry/types';
import { resources } from '../resources';
import { operationTitle } from './operationTitle';

/** All time zones, with their offset today. */
export async function getTimezones(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const names = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')];
	return names.map((value) => ({
		name: `${value.replace(/_/g, ' ')} (${DateTime.now().setZone(value).toFormat('ZZ')})`,
		value,
	}));
}

/** Every operation that calls Zoom, for the question which scopes it needs. */
export async function getOperations(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return resources.flatMap((resource) =>
		resource.operations.filter(isRest).map((operation) => ({
			name: operationTitle(resource, operation),
			value: `${resource.value}:${operation.value}`,
			description: operation.description,
		})),
	);
}
