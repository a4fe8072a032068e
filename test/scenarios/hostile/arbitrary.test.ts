import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { requestOptionFields, requestOptions } from '../../../nodes/Zoom/form/requestOptions';
import { collectionName, placeOf } from '../../../nodes/Zoom/registry/fieldNames';
import type {
	Field,
	FieldGroup,
	Operation,
	Values,
	ZoomRequest,
} from '../../../nodes/Zoom/registry/types';
import { classifyError } from '../../../nodes/Zoom/transport/client/classifyError';
import { outcomeOf } from '../../../nodes/Zoom/transport/response/outcome';
import { retryAfter } from '../../../nodes/Zoom/transport/response/throttling';
import { parseStatusList } from '../../../nodes/Zoom/transport/retry/retryPolicy';
import { readCollection, readInput } from '../../../nodes/Zoom/values/input';
import { InputError } from '../../../nodes/Zoom/values/inputError';
import { buildRequest } from '../../../nodes/Zoom/values/request';
import { errorOf, refused } from '../../support/failures';
import { innerFields, operations, reader, restOperations } from '../../support/registry/registry';
import { fullInput, sampleValue } from '../../support/registry/sampleInput';
import { filledBy } from '../../support/spec/zoomSpec';

const SECRET = 'S3cr3tV4lue';

const nastyText = fc.oneof(
	fc.constantFrom(
		...['.', '..', '...', '/', '//', '/..', '../..', 'a/../b', '%2e%2e', '%', '%zz', '\\..\\'],
		...['?a=b', '#', '&', ';', '\0', '\r\nX: y', '\ud800', 'x\udc00', '\u202e', ' ', ''],
		...['__proto__', 'constructor', 'toString', '{userId}', '$&', 'null', '-0', '1e999', '0x10'],
		...['https://zoom.us/j/..', 'https://zoom.us/j/123456789/..', '+/=', '2026-07-05T10:00:00'],
		...['{"toString":""}', '[]', SECRET],
	),
	// Half characters included.
	fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }),
	fc.string({ unit: 'grapheme', maxLength: 300 }),
);
const badlyMade = fc.constantFrom<unknown>(
	{ toString: '', valueOf: '' },
	[{ toString: '' }],
	{ __rl: true, value: { toString: '' } },
	{ isLuxonDateTime: true, isValid: true },
	JSON.parse('{"__proto__": {"polluted": true}}'),
);
const anything = fc.oneof(
	nastyText,
	badlyMade,
	fc.jsonValue({ maxDepth: 3 }),
	nastyText.map((value) => ({ __rl: true, mode: 'id', value })),
	fc.date({ noInvalidDate: false }),
	fc.constantFrom(undefined, NaN, Infinity, -0, 2 ** 60),
);

/** A value for a field: a good one, something inside that is odd, or anything at all. */
function valueFor(field: Field): fc.Arbitrary<unknown> {
	const good = fc.nat(40).map((turn) => sampleValue(field, turn));
	const inner = innerFields(field);
	if (inner.length === 0) return fc.oneof({ arbitrary: good, weight: 2 }, anything);
	const entry = collectionOf(inner);
	const made =
		field.type === 'collection'
			? entry
			: fc.array(entry, { maxLength: 3 }).map((entries) => ({
					[(field.options as FieldGroup[])[0].name]: entries,
				}));
	return fc.oneof({ arbitrary: made, weight: 4 }, good, anything);
}

const collectionOf = (fields: readonly Field[]): fc.Arbitrary<Record<string, unknown>> =>
	fc.record(Object.fromEntries(fields.map((field) => [field.name, valueFor(field)])), {
		requiredKeys: [],
	});

const parametersOf = (operation: Operation) =>
	fc
		.record(
			{
				...Object.fromEntries(operation.fields.map((field) => [field.name, valueFor(field)])),
				collection: fc.oneof(
					{ arbitrary: collectionOf(operation.optional ?? []), weight: 4 },
					anything,
				),
				authentication: fc.oneof(fc.constantFrom('oAuth2', 'serverToServer'), anything),
			},
			{ requiredKeys: [] },
		)
		.map(({ collection, authentication, ...given }: Record<string, unknown>) => ({
			given: { ...given, [collectionName(operation)]: collection },
			authentication,
		}));

/** What an attempt gives; the message when it is refused as wrong input, and nothing else may be thrown. */
function attempt<T>(act: () => T): { value: T } | { refusal: string } {
	try {
		return { value: act() };
	} catch (error) {
		if (error instanceof InputError) return { refusal: error.message };
		throw error;
	}
}

/** A path that leads nowhere but where its template says. */
function expectSoundPath({ path, operation }: ZoomRequest): void {
	const segments = path.split('/');
	const template = operation.path.split('/');
	expect(segments).toHaveLength(template.length);
	template.forEach((part, index) => {
		if (!part.startsWith('{')) expect(segments[index]).toBe(part);
		else expect(segments[index]).toMatch(/^(?!\.{1,2}$)(?:[A-Za-z0-9_.!~*'()-]|%[0-9A-F]{2})+$/);
	});
	expect(new URL(`https://api.zoom.us/v2${path}`).href).toBe(`https://api.zoom.us/v2${path}`);
}

describe('Whatever is typed', () => {
	test.each(operations)('$name reads it or refuses it in a sentence', ({ operation }) => {
		fc.assert(
			fc.property(parametersOf(operation), ({ given, authentication }) => {
				const read = reader(operation, given, authentication);
				const result = attempt(() => readInput(operation, read));
				if ('value' in result) return;
				expect(result.refusal).toMatch(/^[A-Z][^:]*: \S/);
				expect(result.refusal).not.toContain(SECRET);
			}),
		);
	});

	test.each(restOperations)('$name makes a sound call of it or refuses it', ({ operation }) => {
		fc.assert(
			fc.property(parametersOf(operation), nastyText, ({ given, authentication }, zone) => {
				const read = reader(operation, given, authentication);
				const result = attempt(() => buildRequest(operation, readInput(operation, read), zone));
				if ('refusal' in result) {
					expect(result.refusal).toMatch(/^[A-Z][^:]*: \S/);
					expect(result.refusal).not.toContain(SECRET);
					return;
				}
				expectSoundPath(result.value);
				for (const { value } of filledBy(result.value)) encodeURIComponent(String(value));
				expect({}).not.toHaveProperty('polluted');
			}),
		);
	});

	// Values that skipped the reading, as an operation of our own may hand them on.
	test.each(restOperations.filter(({ operation }) => operation.path.includes('{')))(
		'$name lets nothing out of its place in the path',
		({ operation }) => {
			fc.assert(
				fc.property(anything, (value) => {
					const names = operation.fields.filter((field) => placeOf(operation, field) === 'path');
					const values = Object.fromEntries(names.map(({ name }) => [name, value])) as Values;
					const given = { ...values, topic: 'x', dept: 'x' };
					const result = attempt(() => buildRequest(operation, given, 'UTC'));
					if ('value' in result) expectSoundPath(result.value);
				}),
			);
		},
	);

	test('one odd value among good ones does no more than its own field says', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...restOperations),
				fc.nat(40),
				anything,
				fc.nat(1000),
				({ operation }, turn, odd, at) => {
					const good = fullInput(operation, turn);
					const collection = collectionName(operation);
					const names = Object.keys(good[collection] as IDataObject);
					const name = names[at % Math.max(names.length, 1)];
					const given = { ...good, [collection]: { ...(good[collection] as object), [name]: odd } };
					const read = reader(operation, given);
					const result = attempt(() => buildRequest(operation, readInput(operation, read), 'UTC'));
					if ('value' in result) expectSoundPath(result.value);
					else expect(result.refusal).toMatch(/^[A-Z][^:]*: \S/);
				},
			),
			{ numRuns: 300 },
		);
	});

	test('Options are read or refused in a sentence', () => {
		fc.assert(
			fc.property(fc.oneof(collectionOf(requestOptionFields), anything), (given) => {
				const result = attempt(() =>
					requestOptions(readCollection(requestOptionFields, given, 'Options')),
				);
				if ('refusal' in result) expect(result.refusal).toMatch(/^[A-Z][^:]*: \S/);
				else expect(result.value.retry.maxWait).toBeGreaterThan(0);
			}),
		);
	});

	test('a list of status codes is one or none', () => {
		fc.assert(
			fc.property(fc.oneof(nastyText, fc.stringMatching(/^[\d,\- ]{0,20}$/)), (list) => {
				const isListed = parseStatusList(list);
				expect([undefined, false]).toContain(isListed?.(200));
			}),
		);
	});
});

describe('Whatever comes back', () => {
	const URL_OF_CALL = 'https://api.zoom.us/v2/users/me';
	const body = fc.oneof(anything, fc.jsonValue(), fc.json());

	test('an answer means something', () => {
		const errors = fc.array(fc.oneof(anything, fc.record({ field: anything, message: anything })));
		const errorBody = fc.record(
			{ code: fc.oneof(fc.integer(), anything), message: anything, errors, reason: anything },
			{ requiredKeys: [] },
		);
		fc.assert(
			fc.property(
				fc.integer({ min: 200, max: 599 }),
				fc.oneof(body, errorBody),
				fc.dictionary(fc.string(), fc.string()),
				(statusCode, content, headers) => {
					const outcome = outcomeOf({ statusCode, body: content, headers });
					expect(['success', 'errorResponse', 'noResponse']).toContain(outcome.kind);
					if (outcome.kind === 'success') expect(statusCode).toBeLessThan(300);
				},
			),
			{ numRuns: 300 },
		);
	});

	test('an error means something', () => {
		const error = fc.letrec((tie) => ({
			error: fc.record(
				{
					name: fc.string(),
					message: fc.string(),
					code: fc.oneof(fc.string(), fc.constantFrom('ECONNREFUSED', 'ETIMEDOUT')),
					config: fc.oneof(fc.constant({ url: URL_OF_CALL }), fc.record({ url: fc.string() })),
					response: fc.record({ status: fc.nat(599), headers: fc.constant({}), data: body }),
					body: fc.record({ error: anything, reason: anything }, { requiredKeys: [] }),
					cause: fc.oneof(tie('error'), fc.constantFrom(null, undefined)),
				},
				{ requiredKeys: [] },
			),
		})).error;
		fc.assert(
			fc.property(fc.oneof(error, fc.string(), fc.constantFrom(null, undefined)), (thrown) => {
				const outcome = classifyError(thrown, URL_OF_CALL);
				expect(['success', 'errorResponse', 'noResponse', 'notSent']).toContain(outcome.kind);
			}),
			{ numRuns: 300 },
		);
	});

	test('Retry-After is a moment or nothing', () => {
		fc.assert(
			fc.property(fc.oneof(nastyText, fc.date({ noInvalidDate: true }).map(String)), (value) => {
				const moment = retryAfter({ 'retry-after': value }, 0);
				expect(moment === undefined || !Number.isNaN(moment)).toBe(true);
			}),
		);
	});

	test('no secret that Zoom names stands in an error', () => {
		const known = fc.constantFrom(
			...['', 'Meeting does not exist: ', 'No permission. ', 'Only available for Paid account. '],
			...['does not contain scopes:[', 'daily rate limit (100) ', 'User does not exist: '],
		);
		const name = fc.constantFrom(
			...[
				'access_token',
				'refresh_token',
				'token',
				'client_secret',
				'zak',
				'tk',
				'pwd',
				'password',
			],
			...[
				'passcode',
				'Passcode',
				'h323_password',
				'download_token',
				'ACCESS_TOKEN',
				'clientSecret',
			],
		);
		const secret = fc.oneof(
			fc
				.tuple(name, fc.constantFrom('=', ':', ': ', ' = '), fc.constantFrom('', '"', "'"))
				.map(([key, sign, quote]) => `${key}${sign}${quote}${SECRET}${quote}`),
			name.map((key) => JSON.stringify({ [key]: SECRET })),
			fc.constantFrom(`Bearer ${SECRET}.${SECRET}`, `https://zoom.us/s/1234567890?zak=${SECRET}`),
		);
		const padding = nastyText.filter((text) => !text.includes(SECRET));
		const space = fc.constantFrom(' ', ', ', '. ', '; ', '\n');
		fc.assert(
			fc.property(
				fc.constantFrom(200, 400, 401, 403, 404, 429, 500),
				fc.tuple(known, fc.array(fc.tuple(padding, space, secret, space), { maxLength: 4 })),
				(status, [begin, parts]) => {
					const said = begin + parts.flat().join('');
					const error = errorOf(
						refused(status, said, { code: 200, fields: [{ field: said, message: said }] }),
					);
					const told = JSON.stringify([error.message, error.description, error.context]);
					expect(told).not.toContain(SECRET);
				},
			),
			{ numRuns: 300 },
		);
	});
});
