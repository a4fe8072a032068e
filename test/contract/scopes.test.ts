import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingPermissions, permissionOptions } from '../../nodes/Zoom/methods/permissions';
import {
	hasLevel,
	isGranted,
	lackingScopes,
	scopesFor,
	splitScopes,
} from '../../nodes/Zoom/registry/scopes';
import type { AppKind } from '../../nodes/Zoom/registry/types';
import { isRest } from '../../nodes/Zoom/registry/types';
import { resources } from '../../nodes/Zoom/resources';
import { restOperation, restOperations } from '../support/registry/registry';

const create = restOperation('meeting.create');
const listUsers = restOperation('user.getAll');
const getUser = restOperation('user.get');

describe('Creating a meeting', () => {
	test.each([
		['the granular scope of a user', 'meeting:write:meeting'],
		['the granular scope of an account', 'meeting:write:meeting:admin'],
		['the granular scope of a master account', 'meeting:write:meeting:master'],
		['the classic scope of a user', 'meeting:write'],
		['the classic scope of an account', 'meeting:write:admin'],
		['the classic scope of a master account', 'meeting:master'],
		[
			'one among many',
			'user:read meeting:read:meeting meeting:write:meeting:admin zoomapp:inmeeting',
		],
	])('is granted by %s', (_, granted) => {
		expect(isGranted(granted.split(' '), create)).toBe(true);
	});

	test.each([
		['nothing', []],
		['reading', ['meeting:read:meeting', 'meeting:read', 'meeting:read:admin']],
		['changing', ['meeting:update:meeting:admin']],
		['creating something else', ['meeting:write:registrant', 'webinar:write', 'user:write:admin']],
		['another master scope', ['user:master', 'webinar:master']],
		[
			'a part of its name',
			['meeting:write:meet', 'write:meeting', 'meeting:write:meeting:admin:x'],
		],
		['its name in other letters', ['MEETING:WRITE:MEETING']],
	])('is not granted by %s', (_, granted) => {
		expect(isGranted(granted, create)).toBe(false);
	});

	test('a classic scope grants nothing where Zoom names none', () => {
		const need = { scopes: ['meeting:write:meeting'], classicScopes: [] };
		expect(isGranted(['meeting:write'], need)).toBe(false);
	});
});

test('a classic scope without a verb is granted by its name', () => {
	expect(isGranted(['user_profile'], getUser)).toBe(true);
	expect(isGranted(['user_info:read'], getUser)).toBe(true);
	expect(isGranted(['user_profile'], listUsers)).toBe(false);
});

describe('The scopes an app can be given', () => {
	const both = [
		'meeting:read:meeting',
		'meeting:read:meeting:admin',
		'meeting:read:meeting:master',
	];
	test.each([
		['user', both, ['meeting:read:meeting']],
		['account', both, ['meeting:read:meeting:admin']],
		['serverToServer', both, ['meeting:read:meeting:admin']],
		// Where there is no name of the right level, the other is all there is to say.
		['user', ['a:b:c:admin'], ['a:b:c:admin']],
		['serverToServer', ['a:b:c'], ['a:b:c']],
		['account', ['a:b:c', 'd:e:f'], ['a:b:c', 'd:e:f']],
		['user', [], []],
	] as const)('of kind %s among %j are %j', (appKind, alternatives, expected) => {
		expect(scopesFor(appKind, alternatives)).toEqual(expected);
	});
});

describe('Where Zoom has only one kind of name for an endpoint', () => {
	const classicOnly = { scopes: [], classicScopes: ['user:write', 'user:write:admin'] };
	const granularOnly = { scopes: ['recording:read:views:admin'], classicScopes: [] };

	test.each([
		['granular', ['meeting:read:meeting:admin']],
		['classic', ['meeting:read:admin']],
	])('it is the one an app with %s scopes is told', (_, granted) => {
		expect(lackingScopes('serverToServer', granted, classicOnly)).toEqual(['user:write:admin']);
		expect(lackingScopes('account', granted, granularOnly)).toEqual(granularOnly.scopes);
	});
});

test.each([
	['a:b c:d', ['a:b', 'c:d']],
	['a:b,c:d', ['a:b', 'c:d']],
	['  a:b \n c:d  ', ['a:b', 'c:d']],
	['', []],
	[undefined, []],
	[null, []],
	[['a:b'], []],
])("a token's scope %j holds %j", (scope, expected) => {
	expect(splitScopes(scope)).toEqual(expected);
});

describe('Required permissions', () => {
	test('are offered for each kind of thing, in plain words and then one by one', () => {
		const users = permissionOptions.filter(({ value }) => String(value).startsWith('user:'));
		expect(users.slice(0, 6)).toEqual([
			{ name: 'Read Users', value: 'user:read' },
			{ name: 'Create Users', value: 'user:write' },
			{ name: 'Update Users', value: 'user:update' },
			{ name: 'Delete Users', value: 'user:delete' },
			{ name: 'Add User Assistants', value: 'user:addAssistants' },
			{ name: 'Check User Email', value: 'user:checkEmail' },
		]);
		expect(users).toContainEqual({ name: 'Get User ZAK', value: 'user:getZak' });
		const values = permissionOptions.map(({ value }) => value);
		expect(new Set(values).size).toBe(values.length);
	});

	test.each([
		['meeting:read', ['meeting:read:meeting:admin', 'meeting:read:list_meetings:admin']],
		['meeting:write', ['meeting:write:meeting:admin']],
		['meeting:update', ['meeting:update:meeting:admin']],
		['meeting:getInvitation', ['meeting:read:invitation:admin']],
		['user:read', ['user:read:user:admin', 'user:read:list_users:admin']],
	])('%s asks for no more than it says', (ticked, scopes) => {
		expect(missingPermissions([], [ticked])).toEqual(scopes);
	});

	test('cover every operation that calls Zoom', () => {
		const everything = permissionOptions.map(({ value }) => String(value));
		const missing = missingPermissions([], everything);
		const uncovered = restOperations.filter(
			({ operation }) =>
				!scopesFor('serverToServer', operation.scopes).every((scope) => missing.includes(scope)),
		);
		expect(uncovered.map(({ name }) => name)).toEqual([]);
		expect(new Set(missing).size).toBe(missing.length);
	});

	test('that are ticked and not granted are named as a Server-to-Server app is given them', () => {
		expect(missingPermissions([], ['pac:read'])).toEqual(['pac:read:list_pac_accounts:admin']);
		expect(
			missingPermissions(
				['meeting:read:meeting:admin'],
				['trackingField:delete', 'trackingField:write'],
			),
		).toEqual([
			'tracking_field:write:tracking_field:admin',
			'tracking_field:delete:tracking_field:admin',
		]);
	});

	test('are named in the classic vocabulary to an app that has no other', () => {
		expect(missingPermissions(['user:read:admin'], ['meeting:write', 'user:write'])).toEqual([
			'meeting:write:admin',
			'user:write:admin',
		]);
	});

	test('to read users are none to get tokens with which to act as them', () => {
		const tokens = ['user:read:token:admin', 'user:read:zak:admin'];
		expect(missingPermissions([], ['user:getToken', 'user:getZak'])).toEqual(tokens);
		expect(missingPermissions([], ['user:read'])).toEqual(
			expect.not.arrayContaining([expect.stringMatching(/:(?:token|zak):/)]),
		);
	});

	test('that several ask for are named once', () => {
		expect(missingPermissions([], ['meeting:end', 'meeting:recover'])).toEqual([
			'meeting:update:status:admin',
		]);
	});

	test.each([
		['nothing is ticked', [], []],
		['the granular scopes are there', ['pac:read:list_pac_accounts:admin'], ['pac:read']],
		[
			'the scopes of a master account are there',
			['pac:read:list_pac_accounts:master'],
			['pac:read'],
		],
		[
			'the classic scopes are there',
			['meeting:write:admin', 'meeting:read:admin'],
			['meeting:read', 'meeting:write', 'meeting:update', 'meeting:delete'],
		],
		['what is ticked is not known', [], ['phone:read', 'x', '']],
	])('lack nothing when %s', (_, granted, ticked) => {
		expect(missingPermissions(granted, ticked)).toEqual([]);
	});

	test('come from the resources in the menu only', () => {
		const offered = permissionOptions.map(({ value }) => String(value).split(':')[0]);
		const calling = resources.filter(({ operations }) => operations.some(isRest));
		expect([...new Set(offered)]).toEqual(calling.map(({ value }) => value));
	});
});

describe('The scopes a guide begins with', () => {
	const first = [
		...['create', 'delete', 'end', 'get', 'getAll', 'getInvitation', 'getUpcoming'].map(
			(name) => `meeting.${name}`,
		),
		...['meeting.recover', 'meeting.update', 'user.get', 'user.getAll', 'user.getSettings'],
	];
	const scopesOf = (guide: string) => {
		const text = readFileSync(join(__dirname, '../../docs', guide), 'utf8');
		return splitScopes(/```\n([^`]+)```/.exec(text)?.[1]);
	};

	test.each<[string, AppKind, string[]]>([
		['server-to-server.md', 'serverToServer', []],
		['general-app-account-level.md', 'account', []],
		// What the guide names as out of reach.
		['general-app-user-managed.md', 'user', ['user.getAll']],
	])('in %s suffice to begin with meetings and users', (guide, appKind, lacking) => {
		const scopes = scopesOf(guide);
		const missing = first.filter((name) => !isGranted(scopes, restOperation(name)));
		expect(missing).toEqual(lacking);
		const needed = restOperations.flatMap(({ operation }) => scopesFor(appKind, operation.scopes));
		expect(scopes.filter((scope) => !needed.includes(scope))).toEqual([]);
		expect(scopes.filter((scope) => hasLevel(scope) === (appKind === 'user'))).toEqual([]);
	});
});
