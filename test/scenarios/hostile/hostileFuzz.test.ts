import fc from 'fast-check';
import type { Connection, Values } from '../../../nodes/Zoom/registry/types';
import { readCall } from '../../../nodes/Zoom/resources/api/call';
import { readInput } from '../../../nodes/Zoom/values/input';
import { InputError } from '../../../nodes/Zoom/values/inputError';
import { buildRequest } from '../../../nodes/Zoom/values/request';
import { operationNamed, reader } from '../../support/registry/registry';

const SEED = 20260701;
process.stdout.write(`Hostile input is made from the seed ${SEED}\n`);
const RUNS = { seed: SEED, numRuns: 150 };

const LONGEST_MESSAGE = 1000;
const LONGEST_HINT = 2000;

const names = fc.oneof(
	fc.constantFrom(
		...['__proto__', '__proto__.polluted', 'constructor', 'constructor.prototype.polluted'],
		...['prototype', 'a[__proto__]', 'toString', 'hasOwnProperty', 'valueOf', 'toJSON', '__rl'],
		...['start_time', 'startTime', 'settings', 'timezone', 'user_info', 'page_size', 'from', ''],
	),
	fc.string({ maxLength: 20 }),
	fc.constant('n'.repeat(100_000)),
);
const texts = fc.oneof(
	names,
	fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }),
	fc.constantFrom('+'.repeat(200_000), `https://zoom.us/${'/'.repeat(100_000)}`, '%', '{', '\0'),
);
/** Objects as JSON makes them: every name is a member of its own. */
const { value: hostile } = fc.letrec<{ value: unknown; object: unknown }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 4 },
		texts,
		fc.constantFrom(null, true, 0, -1, 1e308, undefined),
		fc.array(tie('value'), { maxLength: 4 }),
		tie('object'),
	),
	object: fc
		.array(fc.tuple(names, tie('value')), { maxLength: 5 })
		.map((members) => JSON.parse(asJson(members)) as unknown),
}));
const asJson = (members: [string, unknown][]) =>
	`{${members.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value) ?? 'null'}`).join()}}`;
const asGiven = fc.oneof(
	hostile,
	hostile.map((value) => JSON.stringify(value) ?? ''),
);

const namesOfPrototype = () => Object.getOwnPropertyNames(Object.prototype).join();

/** What hostile input may do: be read, or be refused in a sentence. */
async function expectHarmless(act: () => unknown): Promise<void> {
	const before = namesOfPrototype();
	try {
		await act();
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		expect(error.message.length).toBeLessThanOrEqual(LONGEST_MESSAGE);
	}
	expect(namesOfPrototype()).toBe(before);
}

const connection = { apiUrl: 'https://api.zoom.us' } as Connection;

test('Any endpoint with any query, body and parameters', async () => {
	const endpoints = fc.oneof(
		fc.constantFrom('GET /users/me', 'POST /rooms', 'PATCH /meetings/{meetingId}', 'GET /{a}/{b}'),
		fc.tuple(names, texts).map(([name, text]) => `GET /users/{${name}}?${name}=${text}`),
		texts,
	);
	await fc.assert(
		fc.asyncProperty(endpoints, asGiven, asGiven, asGiven, async (endpoint, query, body, value) => {
			await expectHarmless(async () => {
				const operation = operationNamed('api.request');
				const parameters = { mappingMode: 'defineBelow', value, schema: [null] };
				const given = { endpoint, query, body, parameters };
				const values: Values = readInput(operation, reader(operation, given));
				const call = await readCall(values, connection);
				const request = buildRequest(call.operation, call.values, 'UTC');
				expect(request.path.startsWith('/')).toBe(true);
				expect(() => JSON.stringify(request.body)).not.toThrow();
			});
		}),
		RUNS,
	);
});

test.each([
	['meeting.create', 'additionalFields', {}],
	['user.update', 'updateFields', {}],
	['recording.getAll', 'filters', {}],
	['webinarPoll.create', 'additionalFields', { webinarId: '1', title: 'T' }],
])('Any members of a collection, and any lists: %s', async (name, collection, more) => {
	const operation = operationNamed(name);
	const lists = fc.record({
		trackingFields: asGiven,
		trackingFieldsJson: asGiven,
		custom_attributes: asGiven,
		settings: asGiven,
		meeting_id: texts,
	});
	await fc.assert(
		fc.asyncProperty(asGiven, lists, asGiven, texts, async (members, listed, questions, id) => {
			const hints: string[] = [];
			for (const given of [members, listed]) {
				await expectHarmless(() => {
					const parameters = {
						userId: id,
						meetingId: id,
						...more,
						questions,
						questionsJson: questions,
						[collection]: given,
					};
					const read = reader(operation, parameters);
					const values = readInput(operation, read, (hint) => hints.push(hint), read);
					if ('path' in operation) buildRequest(operation, values, 'UTC');
				});
			}
			expect(hints.every((hint) => hint.length <= LONGEST_HINT)).toBe(true);
		}),
		RUNS,
	);
});
