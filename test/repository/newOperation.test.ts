import { resources } from '../../nodes/Zoom/resources';
import { endpointName, readEndpoint, readEndpoints } from '../../spec/read';
import { endpointFor } from '../support/generators/newOperation/endpoints';
import { literalOf, nameOf } from '../support/generators/newOperation/literal';
import { messageOf } from '../support/registry/registry';

/** The literal that is written for an endpoint, not formatted, but with quotes as Prettier makes them. */
function literalFor(name: string, resourceValue: string): string {
	const endpoint = readEndpoint(name);
	const resource = resources.find(({ value }) => value === resourceValue)!;
	const called = nameOf(endpoint, resourceValue);
	const draft = { ...called, endpoint, resource, exported: called.value };
	return literalOf({ ...draft, folder: 'resources/users/user' }).replaceAll('"', "'");
}

/** Endpoints of several shapes, and what the literal of each has. */
const SHAPES: [endpoint: string, resource: string, has: string[]][] = [
	[
		'POST /h323/devices',
		'user',
		[
			"name: 'Create Device', value: 'createDevice', action: 'Create an H.323 device'",
			"docsTag: 'h323-devices', ...endpoint('POST /h323/devices')",
			"choice('Encryption', 'encryption', { required: true, options: [{'name':'Auto','value':'auto'},",
			"text('Name', 'name', { required: true, maxLength: 64, description: 'The name' })",
			"text('IP', 'ip', { required: true, description: 'The IP' })",
		],
	],
	[
		'DELETE /users/{userId}/schedulers/{schedulerId}',
		'user',
		[
			"name: 'Delete Scheduler'",
			"fields: [...anyUser, innerId('Scheduler ID', 'schedulerId', 'The ID of the scheduler')] };",
			"import { anyUser } from '../../shared/locators';",
		],
	],
	[
		'GET /archive_files',
		'recording',
		[
			"name: 'Get Archive Files'",
			"...listEndpoint('GET /archive_files', { id: 'id' })",
			"optional: [dateTime('From', 'from', { encode: utcTime,",
			"text('Group IDs', 'groupIds', 'The group IDs')",
		],
	],
	['GET /groups', 'group', ["name: 'Get Many', value: 'getAll'", 'fields: []']],
	[
		'PATCH /contacts/groups/{groupId}',
		'user',
		["innerId('Group ID', 'groupId', 'The ID of the group')", "check: mustSet('groupId')"],
	],
	[
		'POST /contacts/groups',
		'user',
		["entries('Group Members', 'groupMembers', { entry: 'Group Member', fields: [text('ID', 'id'"],
	],
];

describe('The literal of a new operation', () => {
	it.each(SHAPES)('of %s in the resource %s has all that Zoom takes', (name, of, has) => {
		const text = literalFor(name, of);
		for (const part of has) expect(text).toContain(part);
		expect(text).not.toMatch(/next_?page_?token|page_?size/i);
	});

	it("describes fields in words of their names, not in Zoom's sentences", () => {
		const texts = SHAPES.map(([name, of]) => literalFor(name, of));
		const said = texts.flatMap((text) => [...text.matchAll(/description: '([^']*)'/g)]);
		expect(said.length).toBeGreaterThan(10);
		expect(said.filter(([, words]) => words.split(' ').length > 8)).toEqual([]);
	});
});

describe('An endpoint', () => {
	it('that does not exist is refused with those nearest to it', () => {
		expect(messageOf(() => endpointFor('GET /users/{userId}/colaboration_devices'))).toMatch(
			/^spec\/endpoints has no "GET \/users\/\{userId\}\/colaboration_devices"\. The nearest are:\n {2}GET \/users\/\{userId\}\/collaboration_devices\n/,
		);
	});

	it('that has an operation is refused with its name', () => {
		expect(messageOf(() => endpointFor('GET /users'))).toBe(
			'GET /users has an operation already: user.getAll.',
		);
	});

	it('of which too little is known is refused', () => {
		const bare = readEndpoints().find(({ shape }) => !shape)!;
		expect(messageOf(() => endpointFor(endpointName(bare)))).toMatch(/current documents/);
		expect(messageOf(() => endpointFor('POST /fax/files'))).toMatch(/by hand/);
	});
});
