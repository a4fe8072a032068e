import type { Connection, RestOperation } from '../../../nodes/Zoom/registry/types';
import { readCall } from '../../../nodes/Zoom/resources/api/call';
import { parametersOf, publishedAt } from '../../../nodes/Zoom/resources/api/endpoints';
import { toNodeError } from '../../../nodes/Zoom/transport/errors/nodeError';
import { errorResponseOf } from '../../../nodes/Zoom/transport/response/outcome';
import type { DocumentedRefusal } from './documentedRefusals';
import { node } from '../failures';
import { restOperations } from '../registry/registry';

const ACCOUNT = 'EabCDgh7Q9ijKLmnopqrST';
/** What stands for the names of IDs in Zoom's errors. */
export const IDS = { account: ACCOUNT, email: 'jane@example.com', user: 'KDcuGIm1QgePTO8WbOqwIQ' };

const connection = { apiUrl: 'https://api.zoom.us' } as Connection;

/** The operations that call an endpoint: the node's own, and what API Call makes of it. */
export async function operationsOf(method: string, path: string): Promise<RestOperation[]> {
	const own = restOperations
		.map(({ operation }) => operation)
		.filter((operation) => operation.method === method && operation.path === path);
	return [...own, await anyEndpoint(method, path)];
}

async function anyEndpoint(method: string, path: string): Promise<RestOperation> {
	const placeholders = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
	const published = await publishedAt(method, path);
	// API Call sends no files, but the form of a download or upload may lead here.
	if (published?.upload) return { ...restOperations[0].operation, method: 'POST', path };
	const documented = published ? await parametersOf(published) : [];
	const given = (place: string) =>
		Object.fromEntries(
			documented.filter((entry) => entry.in === place).map(({ name }) => [name, 'x']),
		);
	const choice = (name: string) =>
		documented.find((entry) => entry.in === 'path' && entry.name === name)?.enum?.[0];
	const { operation } = await readCall(
		{
			endpoint: `${method} ${path}`,
			parameters: Object.fromEntries(
				placeholders.map((name) => [name, choice(name) ?? '81234567890']),
			),
			query: given('query'),
			...(method !== 'GET' && { body: given('body') }),
		},
		connection,
	);
	return operation;
}

/** What is told of a refusal, and what of that is not Zoom's own. */
export function tellingOf(operation: RestOperation, { status, code, message }: DocumentedRefusal) {
	const { method, path } = operation;
	const error = toNodeError(node, {
		request: { operation, method, path, query: {} },
		outcome: errorResponseOf({ statusCode: status, headers: {}, body: { code, message } }),
		appKind: 'serverToServer',
		timezone: 'UTC',
		attempts: 1,
		elapsed: 0,
		mayHaveHappened: false,
		timeout: 60,
	});
	const told = `${error.message}\n${error.description ?? ''}`;
	return { told, own: told.split(message).join(' ') };
}

/** What is wrong with what is told of a refusal; empty when nothing is. */
export function problemsOf(operation: RestOperation, refusal: DocumentedRefusal): string[] {
	const { told, own } = tellingOf(operation, refusal);
	const said = refusal.message;
	// Zoom's sentence with the IDs left out, so that they are not taken for words.
	const words = said.replace(/\S*[@\d]\S*/g, ' ');
	const claimsUser =
		/user not found at zoom|this user does not|not a user|invitation for this user/i.test(own);
	const speaksOfUser =
		/^(?:\W|the |this |validation failed\.? )*user\b(?! (?:group|extension))|user (?:does |do )?(?:not|doesn't) (?:exist|found)|invalid user ?id|invit/i;
	const thing = /^([\w ]+?) not found at Zoom|This ([\w ]+?) does not belong/m
		.exec(own)
		?.slice(1)
		.join('')
		.toLowerCase();
	const nouns: Record<string, string> = {
		'tsp account': 'tsp',
		'sip address': 'sip uri',
		'device group': 'zdm',
	};
	const isNamed = (noun: string) =>
		words
			.toLowerCase()
			.replace(/(auto|voice) ?/g, '$1')
			.includes(noun.replace(/(auto|voice) ?/g, '$1'));
	const rules: [string, boolean][] = [
		['the sentence is not quoted', told.includes(said.slice(0, 450))],
		['the ID of the account is shown as that of a user', !claimsUser || !own.includes(ACCOUNT)],
		['a user is said to be missing', !claimsUser || speaksOfUser.test(words)],
		[
			'another thing is named',
			thing === undefined || isNamed(nouns[thing] ?? thing.replace('call log', 'call')),
		],
		[
			'a plan is advised',
			// The field Plan of the credential is no plan to buy.
			!/\bplans?\b|licen[cs]e|add-on|\bpaid\b/i.test(
				own.replace(/\bCheck Plan in the credential\b/, ''),
			) || /plan|licen[cs]e|add-?on|paid/i.test(said),
		],
		[
			'a new connection is advised',
			!/connection\.|activated|connect it/i.test(own) || /token/i.test(said),
		],
	];
	return rules.filter(([, holds]) => !holds).map(([problem]) => problem);
}
