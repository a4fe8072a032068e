import { apiOf } from '../emulator/caller';
import { useSeededEnvironment } from '../support/contract/describeRuns';
import { restOperation } from '../support/registry/registry';
import { idleEntries, LEFT_OUT, mostInput, ONE_OF } from '../support/registry/seededInput';
import { problemsOf } from '../support/spec/requestAssertions';

const seeded = useSeededEnvironment();

test.each([
	['PATCH', '/users/me', { language: 1 }],
	['PATCH', '/users/me', { unknown: 'x' }],
	['GET', '/users?page_size=many', undefined],
	['GET', '/users?unknown=x', undefined],
	['GET', '/meetings/no%20ID', undefined],
])('%s %s with %j shows as a call that Zoom does not allow', async (method, path, body) => {
	const { emulator } = seeded.environment;
	await apiOf(emulator)(method, path, body);
	expect(emulator.requests.flatMap(problemsOf)).not.toEqual([]);
});

describe('What these runs leave out', () => {
	const together = [
		...Object.entries(ONE_OF),
		...Object.entries(LEFT_OUT).flatMap(([name, fields]) =>
			Object.keys(fields).map((field) => [name, [field]] as const),
		),
	];

	test.each(together)('%s: Zoom refuses %j beside the rest', async (name, fields) => {
		const named = { name, resource: name.split('.')[0], operation: restOperation(name) };
		const { error } = await seeded.run(name, mostInput(named, seeded.links, 0, fields));
		expect(error?.message).toBeDefined();
	});

	test('and what they fit in, has its field', () => {
		expect(idleEntries()).toEqual([]);
	});
});
