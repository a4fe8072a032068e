import type { ResourceMapperField } from 'n8n-workflow';

import type { Field } from '../../registry/types';
import {
	day,
	dayOrEndTime,
	dayOrUtcTime,
	endTime,
	startTime,
	utcDay,
	utcTime,
} from '../../values/dates';
import { meetingId, meetingNumber, segment, userId, webinarId } from '../../values/identifiers';
import type { Address } from './address';
import type { Endpoint, Parameter } from './endpoints';
import { parametersOf, publishedAt } from './endpoints';

/** A parameter of an endpoint as a field of the node, and as the editor's form shows it. */
export interface ParameterField {
	readonly field: Field;
	readonly shown: ResourceMapperField;
}

/** What is known of an address. */
export interface Known {
	readonly published: Endpoint | undefined;
	readonly fields: ParameterField[];
}

/** The published endpoint an address is of, and a field for whatever it takes. */
export async function knownOf(address: Address): Promise<Known> {
	const published = await publishedAt(address.method, address.path);
	const documented = published ? await parametersOf(published) : [];
	return { published, fields: parameterFields(address, documented, published?.path) };
}

/**
 * A field for every placeholder of a path, and for whatever else the endpoint takes.
 * @param documented what Zoom's documents say of that
 * @param publishedPath the path as Zoom's documents have it, whose placeholders may have other names
 */
export function parameterFields(
	{ path, placeholders }: Address,
	documented: readonly Parameter[],
	publishedPath = path,
): ParameterField[] {
	const publishedNames = namesAt(path, publishedPath);
	const inPath = placeholders.map((name): Parameter => {
		const published = publishedNames.get(name) ?? name;
		const known = documented.find((entry) => entry.in === 'path' && entry.name === published);
		return { type: 'string', ...known, name, in: 'path', required: true };
	});
	const others = documented.filter((entry) => entry.in !== 'path');
	const all = [...inPath, ...requiredFirst(others)];
	const hasZone = all.some(({ name }) => name === 'timezone');
	const taken = new Set<string>();
	return all.map((parameter) => {
		const isTaken = taken.has(parameter.name);
		taken.add(parameter.name);
		return parameterField(
			sessionIdOf(parameter) ? { ...parameter, type: 'string' } : parameter,
			encoded(
				parameter.in === 'path'
					? { ...parameter, name: publishedNames.get(parameter.name) ?? parameter.name }
					: parameter,
				hasZone,
			),
			isTaken ? `${parameter.name} (${parameter.in})` : parameter.name,
		);
	});
}

/** The names of the placeholders as Zoom's documents have them, by those that an address has in their place. */
function namesAt(path: string, publishedPath: string): Map<string, string> {
	const published = publishedPath.split('/').map((part) => PLACEHOLDER.exec(part)?.[1]);
	const names = path.split('/').map((part, index) => {
		const name = PLACEHOLDER.exec(part)?.[1] ?? '';
		return [name, published[index] ?? name] as const;
	});
	return new Map(names);
}

const PLACEHOLDER = /^\{(\w+)\}$/;

const requiredFirst = (parameters: readonly Parameter[]) => [
	...parameters.filter(({ required }) => required),
	...parameters.filter(({ required }) => !required),
];

function parameterField(
	parameter: Parameter,
	encode: Field['encode'],
	name: string,
): ParameterField {
	const required = parameter.required === true;
	const options = parameter.enum?.map((value) => ({ name: choiceLabel(value), value }));
	const field: Field = {
		displayName: labelOf(name),
		name,
		type: options ? 'options' : FIELD_TYPES[parameter.type],
		in: parameter.in,
		apiName: parameter.name,
		required,
		default: '',
		...(options && { options }),
		...(encode && { encode }),
		typeOptions: {
			minValue: parameter.min,
			maxValue: parameter.max,
			minLength: parameter.minLength,
			maxLength: parameter.maxLength,
			multipleValues: parameter.type === 'array',
		},
	};
	const shown: ResourceMapperField = {
		id: name,
		displayName: field.displayName,
		type: options ? 'options' : SHOWN_TYPES[parameter.type],
		required,
		display: true,
		defaultMatch: false,
		canBeUsedToMatch: false,
		removed: !required,
		...(options && { options }),
	};
	return { field, shown };
}

const FIELD_TYPES: Readonly<Record<Parameter['type'], Field['type']>> = {
	array: 'json',
	boolean: 'boolean',
	date: 'dateTime',
	dateOrTime: 'dateTime',
	dateTime: 'dateTime',
	integer: 'number',
	object: 'json',
	string: 'string',
};

const SHOWN_TYPES: Readonly<Record<Parameter['type'], ResourceMapperField['type']>> = {
	array: 'array',
	boolean: 'boolean',
	date: 'dateTime',
	dateOrTime: 'dateTime',
	dateTime: 'dateTime',
	integer: 'number',
	object: 'object',
	string: 'string',
};

const IDENTIFIERS = new Map([
	['meetingId', meetingId],
	['userId', userId],
	['webinarId', webinarId],
]);

/** IDs that Zoom has in the query and the body, and how they are read for where it wants text or a number. */
const SESSION_IDS = new Map([
	['meeting_id', { text: meetingId, number: meetingNumber }],
	['meeting_number', { text: meetingId, number: meetingNumber }],
	['webinar_id', { text: webinarId, number: meetingNumber }],
]);

const sessionIdOf = ({ in: place, name }: Parameter) =>
	place === 'path' ? undefined : SESSION_IDS.get(name);

/** @param hasZone whether the endpoint takes a time zone, so that its times may be those of clocks there */
function encoded(parameter: Parameter, hasZone: boolean): Field['encode'] {
	const { in: place, name, type } = parameter;
	if (place === 'path') return IDENTIFIERS.get(name) ?? segment;
	const sessionId = sessionIdOf(parameter);
	if (sessionId) return place === 'body' && type === 'integer' ? sessionId.number : sessionId.text;
	switch (type) {
		case 'date':
			return hasZone ? day : utcDay;
		case 'dateOrTime':
			return END.test(name) ? dayOrEndTime : dayOrUtcTime;
		case 'dateTime':
			if (END.test(name)) return endTime;
			return hasZone && name === 'start_time' ? startTime : utcTime;
		default:
			return undefined;
	}
}

// The last day to look at, as in "to" and "created_time_to"; the end of a reservation is no such thing.
const END = /^(?:\w+_)?to$/;

const CAPITALS = /\b(?:api|did|dst|id|ids|im|ip|ivr|mac|pin|sip|sms|sso|tsp|uri|url|uuid|vip)\b/gi;

/** "call_queue_id" and "callQueueId" are "Call Queue ID". */
export const labelOf = (name: string): string =>
	name
		.replace(/([a-z\d])([A-Z])/g, '$1 $2')
		.replace(/_/g, ' ')
		.replace(/(^| )([a-z])/g, (letters) => letters.toUpperCase())
		.replace(CAPITALS, (word) => (/^ids$/i.test(word) ? 'IDs' : word.toUpperCase()));

const choiceLabel = (value: string | number) =>
	typeof value === 'string' && /^[a-z_]+$/.test(value) ? labelOf(value) : String(value);
