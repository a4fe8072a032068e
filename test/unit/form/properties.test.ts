import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { ZoomGeneralAppOAuth2Api } from '../../../credentials/ZoomGeneralAppOAuth2Api.credentials';
import { ZoomServerToServerOAuth2Api } from '../../../credentials/ZoomServerToServerOAuth2Api.credentials';
import { collectionName } from '../../../nodes/Zoom/registry/fieldNames';
import type { Operation } from '../../../nodes/Zoom/registry/types';
import { isRest } from '../../../nodes/Zoom/registry/types';
import { credentialTypeFor } from '../../../nodes/Zoom/transport/auth/connection';
import { Zoom } from '../../../nodes/Zoom/Zoom.node';
import { ZoomTrigger } from '../../../nodes/Zoom/ZoomTrigger.node';
import type { Named } from '../../support/registry/registry';
import { description, operations, shownFields } from '../../support/registry/registry';

const version = { typeVersion: 1 };
// What the field can hold: today's two values, and those of workflows made for n8n's own Zoom node.
const authentications = ['oAuth2', 'serverToServer', 'accessToken', '', undefined];

const parametersOf = ({ resource, operation }: Named, more: INodeParameters = {}) => ({
	resource,
	operation: operation.value,
	...more,
});

const isShown = (parameters: INodeParameters, property: { displayOptions?: object }) =>
	NodeHelpers.displayParameter(parameters, property as INodeProperties, version, description);

/** A node's parameters with every default, as n8n hands them to the node. */
const filled = (parameters: INodeParameters) =>
	NodeHelpers.getNodeParameters(
		description.properties,
		parameters,
		true,
		false,
		version,
		description,
	) as INodeParameters;

/** What n8n stores of a node: whatever is not a default. */
const stored = (parameters: INodeParameters) =>
	NodeHelpers.getNodeParameters(
		description.properties,
		parameters,
		false,
		false,
		version,
		description,
	) as INodeParameters;

const MOST_PROPERTIES = 400;
const MOST_KB = 900;
const MOST_KB_GZIPPED = 100;

describe('Size', () => {
	const json = JSON.stringify(description);

	test(`the node has at most ${MOST_PROPERTIES} properties`, () => {
		expect(description.properties.length).toBeLessThanOrEqual(MOST_PROPERTIES);
	});

	test(`the description is at most ${MOST_KB} KB, ${MOST_KB_GZIPPED} KB compressed`, () => {
		expect(json.length).toBeLessThanOrEqual(MOST_KB * 1024);
		expect(gzipSync(json).length).toBeLessThanOrEqual(MOST_KB_GZIPPED * 1024);
	});

	// Time depends on the machine, so it is told and decides nothing.
	test('its size and speed are told', () => {
		const milliseconds = (act: () => void, times: number) => {
			for (let turn = 1; turn < times; turn++) act();
			const begin = performance.now();
			for (let turn = 0; turn < times; turn++) act();
			return ((performance.now() - begin) / times).toFixed(2);
		};
		const load = milliseconds(() => {
			jest.isolateModules(() => void jest.requireActual('../../../nodes/Zoom/form/properties'));
		}, 1);
		const build = milliseconds(() => void new Zoom(), 20);
		const read = milliseconds(() => void filled({ resource: 'meeting', operation: 'create' }), 500);
		process.stdout.write(
			`Description: ${description.properties.length} properties of ${MOST_PROPERTIES}, ` +
				`${(json.length / 1024).toFixed(0)} KB of ${MOST_KB} ` +
				`(${(gzipSync(json).length / 1024).toFixed(1)} KB of ${MOST_KB_GZIPPED} gzipped); ` +
				`load ${load} ms, build ${build} ms, getNodeParameters ${read} ms of 1\n`,
		);
		expect(Number(read)).toBeGreaterThan(0);
	});
});

test('A node that is built again is the same, whatever became of the one before', () => {
	const before = JSON.stringify(description);
	const changed = new Zoom().description.properties;
	for (const property of changed) property.displayName = 'Changed';
	changed.length = 0;
	expect(JSON.stringify(new Zoom().description)).toBe(before);
});

describe('What n8n shows', () => {
	/** The names of an operation's form, from top to bottom, as its literal declares them. */
	function form(operation: Operation, parameters: INodeParameters): string[] {
		const own = shownFields(operation, parameters);
		const isList = isRest(operation) && operation.list !== undefined;
		return [
			'authentication',
			'resource',
			'operation',
			...own.map(({ name }) => name),
			...(isList ? ['returnAll', 'limit'] : []),
			...(isRest(operation) && operation.simplify ? ['simplify'] : []),
			...(operation.optional ? [collectionName(operation)] : []),
			...('withoutOptions' in operation ? [] : ['options']),
		];
	}

	test.each(operations)('$name has exactly its fields, whatever the authentication', (entry) => {
		for (const authentication of authentications) {
			const parameters = filled({
				...parametersOf(entry),
				...(authentication !== undefined && { authentication }),
			});
			const shown = description.properties.filter((property) => isShown(parameters, property));
			const drawn = shown.filter(({ type }) => type !== 'hidden');
			expect(drawn.map(({ name }) => name)).toEqual(form(entry.operation, parameters));
		}
	});

	test('Limit goes away with Return All', () => {
		const limits = description.properties.filter(({ name }) => name === 'limit');
		const all = { resource: 'meeting', operation: 'getAll', returnAll: true };
		expect(limits.filter((property) => isShown(all, property))).toEqual([]);
		expect(
			limits.filter((property) => isShown({ ...all, returnAll: false }, property)),
		).toHaveLength(1);
	});

	test.each([
		['GET /users', ['returnAll', 'limit']],
		['POST /users/{userId}/meetings', ['body']],
		['PUT /meetings/{meetingId}/status', ['body']],
		['PATCH /meetings/{meetingId}', ['body']],
		['DELETE /meetings/{meetingId}', ['body']],
		// A path alone is read with GET.
		['/users', ['body', 'returnAll', 'limit']],
	])('a call of %s offers %p', (value, offered) => {
		const parameters = filled({
			resource: 'api',
			operation: 'request',
			endpoint: { __rl: true, mode: 'path', value },
		});
		const names = ['body', 'returnAll', 'limit'];
		const shown = description.properties.filter((property) => isShown(parameters, property));
		expect(shown.map(({ name }) => name).filter((name) => names.includes(name))).toEqual(offered);
	});

	// n8n tries an expression in a sandbox with a time limit, which a busy machine breaks.
	test.each([
		new Zoom().description,
		new ZoomTrigger().description,
		new ZoomGeneralAppOAuth2Api(),
		new ZoomServerToServerOAuth2Api(),
	])('no condition of $name is a regular expression', ({ properties }) => {
		const conditions = JSON.stringify(properties).match(/"_cnd":\{"\w+"/g) ?? [];
		expect(conditions.filter((condition) => condition.includes('regex'))).toEqual([]);
		expect(JSON.stringify(properties)).toContain('displayOptions');
	});

	test.each(authentications)('one credential is asked for with authentication %p', (value) => {
		// n8n fills in what is not there before it looks at the credentials.
		const parameters: INodeParameters = { authentication: value ?? 'oAuth2' };
		const asked = (description.credentials ?? []).filter((credential) =>
			isShown(parameters, credential),
		);
		const expected =
			value === 'serverToServer' ? 'zoomServerToServerOAuth2Api' : 'zoomGeneralAppOAuth2Api';
		expect(asked.map(({ name }) => name)).toEqual([expected]);
		expect(credentialTypeFor(value)).toBe(expected);
	});
});

describe('When a new meeting or webinar takes place', () => {
	const NAMES = ['startTime', 'duration', 'timeZone'];

	/** What the menu of Additional Fields offers, or shows, where these are set. */
	function offered(resource: string, set: INodeParameters): string[] {
		const parameters = filled({ resource, operation: 'create' });
		const [collection] = description.properties.filter(
			(property) => property.name === 'additionalFields' && isShown(parameters, property),
		);
		const members = (collection.options ?? []) as INodeProperties[];
		return members.filter((member) => isShown(set, member)).map(({ name }) => name);
	}

	test.each(['meeting', 'webinar'])(
		'a %s has it in sight, and not once more in the menu',
		(name) => {
			expect(Object.keys(filled({ resource: name, operation: 'create' }))).toEqual(
				expect.arrayContaining(NAMES),
			);
			expect(offered(name, {}).filter((each) => NAMES.includes(each))).toEqual([]);
			expect(offered(name, {})).toContain('agenda');
		},
	);

	test.each([
		['meeting', ['waitingRoom', 'joinBeforeHost', 'hostVideo', 'participantVideo']],
		['webinar', ['practiceSession', 'hostVideo', 'panelistsVideo', 'questionAndAnswer']],
	])('the menu of settings of a %s begins with those used most', (resource, first) => {
		const parameters = filled({ resource, operation: 'create' });
		const [collection] = description.properties.filter(
			(property) => property.name === 'additionalFields' && isShown(parameters, property),
		);
		const members = (collection.options ?? []) as INodeProperties[];
		const settings = members.find(({ name }) => name === 'settings')?.options ?? [];
		expect(settings.slice(0, 4).map(({ name }) => name)).toEqual(first);
		// From the eleventh on, the alphabet.
		const labels = settings.slice(10).map((each) => 'displayName' in each && each.displayName);
		expect(labels).toEqual([...labels].sort((a, b) => String(a).localeCompare(String(b))));
	});

	test.each(['meeting', 'webinar'])('a %s that was stored with it in the menu shows it', (name) => {
		const set = { startTime: '2026-07-05T10:00:00', duration: 45, timeZone: 'Europe/Berlin' };
		expect(offered(name, set)).toEqual(expect.arrayContaining(NAMES));
		const parameters = { resource: name, operation: 'create', additionalFields: set };
		expect(filled(stored(filled(parameters)))).toMatchObject({ additionalFields: set });
	});
});

describe('What n8n keeps', () => {
	test('a new node creates a meeting for the connected user', () => {
		expect(filled({})).toEqual({
			authentication: 'oAuth2',
			resource: 'meeting',
			operation: 'create',
			userId: { __rl: true, mode: 'id', value: 'me' },
			topic: '',
			startTime: '',
			duration: '',
			timeZone: '',
			additionalFields: {},
			options: {},
		});
	});

	test('a new list has 50 entries', () => {
		expect(filled({ operation: 'getAll' })).toMatchObject({ returnAll: false, limit: 50 });
	});

	test('with Server-to-Server no user is chosen beforehand', () => {
		expect(filled({ authentication: 'serverToServer' })).toMatchObject({
			userId: { mode: 'list', value: '' },
		});
	});

	test.each(operations)('$name survives being stored and read again', (entry) => {
		for (const authentication of ['oAuth2', 'serverToServer']) {
			const parameters = filled(parametersOf(entry, { authentication }));
			expect(parameters).toMatchObject(parametersOf(entry, { authentication }));
			expect(filled(stored(parameters))).toEqual(parameters);
		}
	});

	test('what a user chose comes back as it was', () => {
		const chosen: INodeParameters = {
			authentication: 'serverToServer',
			resource: 'meeting',
			operation: 'create',
			userId: { __rl: true, mode: 'id', value: 'jane@example.com' },
			topic: 'Review',
			startTime: '2026-07-05T10:00:00',
			duration: 45,
			timeZone: 'Europe/Berlin',
			additionalFields: {
				duration: 0,
				agenda: '',
				preSchedule: false,
				trackingFields: { trackingField: [{ field: 'Team', value: 'Blue' }] },
				settings: { waitingRoom: false, audio: 'voip' },
			},
			options: { retryMode: 'none' },
		};
		expect(filled(stored(filled(chosen)))).toEqual(chosen);
	});
});

describe('The description as a file', () => {
	test('nothing of our own is left in it', () => {
		const own: string[] = [];
		const visit = (value: unknown, at: string): void => {
			if (typeof value !== 'object' || value === null) return;
			const entry = value as Record<string, unknown>;
			if ('displayName' in entry) {
				const left = ['in', 'apiName', 'flatten', 'encode'].filter(
					(name) => entry[name] !== undefined,
				);
				own.push(...left.map((name) => `${at}.${name}`));
			}
			for (const [name, inner] of Object.entries(entry)) visit(inner, `${at}.${name}`);
		};
		visit(description.properties, 'properties');
		expect(own).toEqual([]);
		expect(JSON.stringify(description)).not.toMatch(/"(?:in|encode)":/);
	});

	/** Findings of n8n's lint, by file name. */
	async function lint(files: Readonly<Record<string, unknown>>): Promise<Record<string, string[]>> {
		// Rules that take a Zoom word for one of n8n's: a parameter Zoom calls "action", and the name of Zoom itself; and
		// those that want the alphabet where there is a natural order (naturalOrder.test.ts).
		const mistaken = [
			'operation-option-without-action',
			'operation-option-action-miscased',
			'options-type-unsorted-items',
			'multi-options-type-unsorted-items',
			'collection-type-unsorted-items',
			// A number that is not sent where it was left alone has no number for a default.
			'default-wrong-for-number',
		];
		const off = mistaken.map((name) => [`n8n-nodes-base/node-param-${name}`, 'off']);
		const folder = await mkdtemp(join(tmpdir(), 'zoom-description-'));
		try {
			await mkdir(join(folder, 'nodes'));
			for (const [name, value] of Object.entries(files)) {
				await writeFile(join(folder, 'nodes', name), printed(value));
			}
			const eslint = require.resolve('eslint').replace(/lib[\\/]api\.js$/, 'bin/eslint.js');
			const { stdout } = await promisify(execFile)(
				process.execPath,
				[
					eslint,
					...['--config', join(__dirname, '../../../eslint.config.mjs'), '--format', 'json'],
					...['--exit-on-fatal-error', '--rule', JSON.stringify(Object.fromEntries(off)), 'nodes'],
				],
				{ cwd: folder, maxBuffer: 2 ** 26 },
			).catch((error: { code?: unknown; stdout: string }) => {
				if (error.code === 1) return error;
				throw error;
			});
			const results = JSON.parse(stdout) as {
				filePath: string;
				messages: { ruleId: string; line: number; message: string }[];
			}[];
			return Object.fromEntries(
				results.map(({ filePath, messages }) => [
					filePath.slice(join(folder, 'nodes/').length),
					messages.map(({ ruleId, line, message }) => `${line} ${ruleId}: ${message}`),
				]),
			);
		} finally {
			await rm(folder, { recursive: true });
		}
	}

	// Rules look at names as written by hand: without quotes.
	const printed = (properties: unknown) =>
		`export const properties = ${JSON.stringify(properties, null, '\t').replace(/^(\t+)"(\w+)":/gm, '$1$2:')};\n`;

	test('passes the lint rules n8n has for nodes', async () => {
		const broken: INodeProperties = {
			displayName: 'Waiting Room',
			name: 'waitingRoom',
			type: 'boolean',
			default: false,
			description: 'Lets people wait',
		};
		const findings = await lint({
			'Zoom.ts': description.properties,
			'Broken.ts': [broken],
		});
		expect(findings['Broken.ts'].join()).toContain(
			'node-param-description-boolean-without-whether',
		);
		expect(findings['Zoom.ts']).toEqual([]);
	}, 120_000);
});
