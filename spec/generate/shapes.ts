import type { Parameter, Shape } from '../facts';
import type { ApiDocument, Operation, ParameterJson, Response } from './documents';
import { factsOf } from './schemas';

// Much that is said to be a date may have a time as well; the sentence beside it says so, the type does not.
const TAKES_TIME = /yyyy-mm-dd\b.* or .*HH:mm:ss'?Z/i;

/** What a document says that an endpoint takes and answers. */
export function shapeOf(operation: Operation, document: ApiDocument): Shape {
	const { parameters = [], requestBody, responses = {} } = operation;
	const bodies = Object.entries(requestBody?.content ?? {});
	const body = bodies.map(([type, { schema }]) => [type, factsOf(schema ?? {}, document)] as const);
	return {
		...(parameters.length > 0 && {
			parameters: parameters.map((parameter) => parameterOf(parameter, document)),
		}),
		...(body.length > 0 && { body: Object.fromEntries(body) }),
		answers: Object.fromEntries(
			Object.entries(responses)
				.filter(([status]) => /^2\d\d$/.test(status))
				.map(([status, response]) => [status, answerOf(response, document)]),
		),
	};
}

function answerOf({ content = {} }: Response, document: ApiDocument) {
	const { schema } = content['application/json'] ?? {};
	return schema ? factsOf(schema, document) : null;
}

function parameterOf(parameter: ParameterJson, document: ApiDocument): Parameter {
	const { name, in: place, required, description = '', schema } = resolved(parameter, document);
	return {
		name,
		in: place,
		...(required && { required }),
		...(schema && { schema: factsOf(schema, document) }),
		...(schema?.format === 'date' && TAKES_TIME.test(description) && { takesTime: true }),
		...(place === 'path' && description.includes('UUID') && { takesUuid: true }),
	};
}

/** Some parameters of the old document stand among its components. */
function resolved(parameter: ParameterJson, document: ApiDocument): ParameterJson {
	const { $ref } = parameter;
	if (typeof $ref !== 'string') return parameter;
	const { parameters } = (
		document as { components?: { parameters: Record<string, ParameterJson> } }
	).components!;
	return parameters[$ref.split('/').pop()!];
}
