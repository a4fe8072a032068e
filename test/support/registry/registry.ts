import type { INodeParameters, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { fieldsOf } from '../../../nodes/Zoom/form/properties';
import { apiNameOf } from '../../../nodes/Zoom/registry/fieldNames';
import { withTwins } from '../../../nodes/Zoom/registry/listTwins';
import type {
	Field,
	FieldGroup,
	Operation,
	RestOperation,
	Values,
	ZoomRequest,
} from '../../../nodes/Zoom/registry/types';
import { isRest } from '../../../nodes/Zoom/registry/types';
import { resources } from '../../../nodes/Zoom/resources';
import { readInput } from '../../../nodes/Zoom/values/input';
import { buildRequest } from '../../../nodes/Zoom/values/request';
import { Zoom } from '../../../nodes/Zoom/Zoom.node';

/** What n8n is told about the node. */
export const description: INodeTypeDescription = new Zoom().description;

/** When requests are made that nobody sends: shortly after the times in the samples. */
const NOW = Date.parse('2026-07-15T09:00:00Z');

/** An operation with the name tests call it by, such as `meeting.create`. */
export interface Named<T extends Operation = Operation> {
	readonly name: string;
	readonly resource: string;
	readonly operation: T;
}

export const operations: Named[] = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		name: `${resource.value}.${operation.value}`,
		resource: resource.value,
		operation,
	})),
);

export const restOperations = operations.filter((entry): entry is Named<RestOperation> =>
	isRest(entry.operation),
);

/** The REST operation called `meeting.create` or the like. */
export function restOperation(name: string): RestOperation {
	const found = restOperations.find((entry) => entry.name === name);
	if (!found) throw new Error(`The registry has no ${name}`);
	return found.operation;
}

/** Any operation called `meeting.create` or the like. */
export function operationNamed(name: string): Operation {
	const found = operations.find((entry) => entry.name === name);
	if (!found) throw new Error(`The registry has no ${name}`);
	return found.operation;
}

export const choicesOf = (field: Field) => (field.options ?? []) as INodePropertyOptions[];

/** The fields right inside a field. */
export function innerFields(field: Field): Field[] {
	if (field.type === 'collection') return [...withTwins(field.options as Field[])];
	if (field.type !== 'fixedCollection') return [];
	return (field.options as FieldGroup[]).flatMap(({ values }) => withTwins(values));
}

/** A field and the names that lead to it: `settings.audio`. */
export interface Placed {
	readonly path: string;
	readonly field: Field;
}

/** Fields and all that is inside them. */
export const allWithin = (fields: readonly Field[], within = ''): Placed[] =>
	fields.flatMap((field) => {
		const path = within + field.name;
		return [{ path, field }, ...allWithin(innerFields(field), `${path}.`)];
	});

/** Whether a place in the body, such as `body.settings.audio`, can be filled by JSON of the user's own. */
export function isOfferedAsJson({ optional = [] }: RestOperation, path: string): boolean {
	const places = (fields: readonly Field[], within: string): string[] =>
		fields.flatMap((field) =>
			field.flatten && field.type === 'json'
				? [within]
				: places(innerFields(field), field.flatten ? within : `${within}${apiNameOf(field)}.`),
		);
	return places(optional, 'body.').some((place) => path.startsWith(place));
}

/** Every field of the node with the operation it belongs to, at any depth. */
export const everyField: Placed[] = operations.flatMap(({ name, operation }) =>
	allWithin(fieldsOf(operation), `${name}: `),
);

export interface Circumstances {
	readonly authentication?: unknown;
	/** Of the workflow. */
	readonly timezone?: string;
}

// n8n marks a resource locator when it fills in the default.
const defaultOf = (field: Field) =>
	field.type === 'resourceLocator' ? { __rl: true, ...(field.default as object) } : field.default;

/** Parameters of one item as n8n hands them over, defaults of the top level included. */
export function reader(
	operation: Operation,
	given: Readonly<Record<string, unknown>>,
	authentication: unknown = 'oAuth2',
) {
	const shown = shownFields(operation, { authentication, ...given } as INodeParameters);
	const parameters: Record<string, unknown> = { ...defaultsOf(shown), authentication, ...given };
	return (name: string): unknown => parameters[name] ?? null;
}

const defaultsOf = (fields: readonly Field[]) =>
	Object.fromEntries(fields.map((field) => [field.name, defaultOf(field)]));

/** The fields of an operation that n8n shows for these parameters; what is not among them has its default. */
export function shownFields(operation: Operation, given: INodeParameters): Field[] {
	const fields = withTwins(operation.fields);
	const always = fields.filter(({ displayOptions }) => !displayOptions);
	const parameters = { ...defaultsOf(always), ...given } as INodeParameters;
	return fields.filter((field) =>
		NodeHelpers.displayParameter(parameters, { ...field, options: undefined }, null, null),
	);
}

/** The checked values an operation makes of parameters. */
export function valuesOf(
	name: string,
	given: Readonly<Record<string, unknown>>,
	{ authentication }: Circumstances = {},
): Values {
	const operation = operationNamed(name);
	return readInput(operation, reader(operation, given, authentication));
}

/** The call an operation makes of parameters. */
export function requestOf(
	name: string,
	given: Readonly<Record<string, unknown>>,
	circumstances: Circumstances = {},
): ZoomRequest {
	return requestFrom(name, valuesOf(name, given, circumstances), circumstances);
}

/** The call an operation makes of checked values. */
export const requestFrom = (
	name: string,
	values: Values,
	{ timezone = 'UTC' }: Circumstances = {},
): ZoomRequest => buildRequest(restOperation(name), values, timezone, NOW);

/** The message `act` ends with; fails when it does not end with an error. */
export function messageOf(act: () => unknown): string {
	try {
		act();
	} catch (error) {
		return (error as Error).message;
	}
	throw new Error('There was no error');
}
