import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';
import {
	getCredentialAllowedDomains,
	getCredentialOwnRequestAllowedDomains,
	injectDomainRestrictionFields,
	isDomainAllowed,
	NodeHelpers,
	Workflow,
} from 'n8n-workflow';
import { ZoomGeneralAppOAuth2Api } from '../../../credentials/ZoomGeneralAppOAuth2Api.credentials';
import { ZoomServerToServerOAuth2Api } from '../../../credentials/ZoomServerToServerOAuth2Api.credentials';
import { permissionOptions } from '../../../nodes/Zoom/methods/permissions';
import { nodeTypes } from '../../support/engine/engine';
import { node } from '../../support/failures';

const generalApp = new ZoomGeneralAppOAuth2Api();
const serverToServer = new ZoomServerToServerOAuth2Api();

const fieldsOf = ({ properties }: ICredentialType, hidden: boolean) =>
	properties.filter(({ type }) => type !== 'notice' && (type === 'hidden') === hidden);
const defaultsOf = (properties: readonly INodeProperties[]) =>
	Object.fromEntries(properties.map((property) => [property.name, property.default]));
const field = ({ properties }: ICredentialType, name: string) =>
	properties.find((property) => property.name === name);

/** What n8n makes of "={{ … }}" over the other fields of a credential. */
function evaluated(
	expression: unknown,
	variable: '$self' | '$credentials',
	fields: object,
): unknown {
	return String(expression)
		.replace(/^=/, '')
		.replace(/\{\{(.*?)\}\}/g, (_, code: string) => {
			const run = new Function(variable, `return ${code}`) as (fields: object) => unknown;
			return String(run(fields));
		});
}

const custom = {
	environment: 'custom',
	customAuthorizationUrl: 'http://127.0.0.1/authorize',
	customTokenUrl: 'http://127.0.0.1/token',
	customApiUrl: 'http://127.0.0.1',
};
const connection = {
	environment: 'zoom',
	customAuthorizationUrl: '',
	customTokenUrl: '',
	customApiUrl: '',
	plan: 'pro',
	rateLimitShare: 100,
	webhookSecretToken: '',
	allowedHttpRequestDomains: 'domains',
	addedDomains: '',
};

describe('The General App credential', () => {
	test('is an OAuth2 credential under a name of its own', () => {
		expect(generalApp.name).toBe('zoomGeneralAppOAuth2Api');
		expect(generalApp.displayName).toBe('Zoom General App OAuth2 API');
		expect(generalApp.extends).toEqual(['oAuth2Api']);
	});

	test('asks for these fields, with these defaults', () => {
		expect(defaultsOf(fieldsOf(generalApp, false))).toEqual({
			appType: 'user',
			clientId: '',
			clientSecret: '',
			...connection,
		});
	});

	test('signs in with a code and PKCE, the client in a header, and no scope', () => {
		expect(defaultsOf(fieldsOf(generalApp, true))).toMatchObject({
			grantType: 'pkce',
			scope: '',
			authQueryParameters: '',
			authentication: 'header',
		});
	});

	test("leaves nothing of n8n's own OAuth2 form to be filled in", () => {
		const hidden = fieldsOf(generalApp, true).map(({ name }) => name);
		expect(hidden.sort()).toEqual([
			...['accessTokenUrl', 'allowedDomains', 'authQueryParameters', 'authUrl', 'authentication'],
			...['grantType', 'scope'],
		]);
	});

	test.each([
		[{ environment: 'zoom' }, 'https://zoom.us/oauth/authorize', 'https://zoom.us/oauth/token'],
		[
			{ environment: 'zoomGov' },
			'https://zoomgov.com/oauth/authorize',
			'https://zoomgov.com/oauth/token',
		],
		[custom, 'http://127.0.0.1/authorize', 'http://127.0.0.1/token'],
		[
			{ ...custom, environment: 'zoom' },
			'https://zoom.us/oauth/authorize',
			'https://zoom.us/oauth/token',
		],
	])('has the URLs of %j', (fields, authorize, token) => {
		const { authUrl, accessTokenUrl } = defaultsOf(fieldsOf(generalApp, true));
		expect(evaluated(authUrl, '$self', fields)).toBe(authorize);
		expect(evaluated(accessTokenUrl, '$self', fields)).toBe(token);
	});
});

describe.each([generalApp, serverToServer])('In HTTP Request, $displayName', (type) => {
	/** What n8n makes of a credential of which only some fields were filled in. */
	const filled = (fields: object): ICredentialDataDecryptedObject => {
		const { allowedDomains, ...defaults } = defaultsOf(type.properties);
		const values = { ...defaults, ...fields };
		const domains = evaluated(allowedDomains, '$self', values) as string;
		return { ...values, allowedDomains: domains } as ICredentialDataDecryptedObject;
	};
	const isAllowed = (credentialData: ICredentialDataDecryptedObject, url: string) => {
		const allowedDomains = getCredentialAllowedDomains({ node, credentialData });
		return isDomainAllowed({ url, allowedDomains: allowedDomains ?? '' });
	};

	test('keeps its own fields, to which n8n adds none', () => {
		expect(injectDomainRestrictionFields(type)).toBe(type.properties);
	});

	test.each([
		['https://api.zoom.us/v2/users/me', true],
		['https://zoom.us/oauth/token', true],
		['https://api-eu.zoom.us/v2', true],
		['https://api.zoomgov.com/v2', true],
		['https://us02web.zoom.com/rec/download/a', true],
		['https://zoom.com/', true],
		['https://us02web.zoom-x.de/rec/download/a', false],
		['https://zoom.com.cn/', false],
		['https://zoom.us@evil.example/', false],
		['https://evil.example/zoom.us', false],
		['https://zoom.us.evil.example', false],
		['https://notzoom.us', false],
		['http://127.0.0.1:4000/', false],
	])('may call %s: %j', (url, expected) => {
		expect(isAllowed(filled({ environment: 'zoom' }), url)).toBe(expected);
		expect(isAllowed(filled({ ...custom, environment: 'zoom' }), url)).toBe(expected);
	});

	test('may call the hosts of a custom environment, too, and what was added', () => {
		const fields = { ...custom, customTokenUrl: 'https://auth.example:8443/token#a' };
		const credential = filled({ ...fields, addedDomains: ' *.more.example , ' });
		for (const url of [
			'http://127.0.0.1:4000/v2',
			'https://auth.example/token',
			'https://a.more.example',
		])
			expect(isAllowed(credential, url)).toBe(true);
		expect(isAllowed(credential, 'https://example.com')).toBe(false);
		const own = getCredentialOwnRequestAllowedDomains(credential);
		expect(isDomainAllowed({ url: fields.customTokenUrl, allowedDomains: own ?? '' })).toBe(true);
	});
});

describe.each([generalApp, serverToServer])('However addresses are typed, $displayName', (type) => {
	test.each([
		['HTTPS://Auth.Example/token', 'https://auth.example'],
		[' https://auth.example:8443?a=b#c ', 'https://auth.example:8443'],
		['https://id:secret@auth.example/token', 'https://auth.example'],
		['http://[::1]:3000/token', 'http://[::1]:3000'],
		['auth.example', 'https://auth.example'],
	])('knows the host of "%s"', (typed, url) => {
		for (const fields of [
			{ ...custom, customTokenUrl: typed },
			{ ...custom, customApiUrl: typed },
			{ ...custom, environment: 'zoom', addedDomains: `a.example ; b.example\n${typed}` },
		]) {
			const { allowedDomains } = defaultsOf(type.properties);
			const domains = resolved({ allowedDomains, ...fields });
			expect(isDomainAllowed({ url, allowedDomains: domains })).toBe(true);
			expect(isDomainAllowed({ url: 'https://id', allowedDomains: domains })).toBe(false);
		}
	});
});

/** The hosts as n8n's own expressions make them of the fields. */
function resolved(fields: object): string {
	const parameters = { nodes: [node], connections: {}, active: false, nodeTypes };
	const { expression } = new Workflow(parameters);
	const value = expression.getComplexParameterValue(
		node,
		fields as never,
		'internal',
		{},
		undefined,
		undefined,
		fields as never,
	) as { allowedDomains: string };
	return value.allowedDomains;
}

describe('The Server-to-Server credential', () => {
	test('is none of OAuth2, under a name of its own', () => {
		expect(serverToServer.name).toBe('zoomServerToServerOAuth2Api');
		expect(serverToServer.displayName).toBe('Zoom Server-to-Server OAuth2 API');
		expect(serverToServer).not.toHaveProperty('extends');
	});

	test('asks for these fields, with these defaults', () => {
		const { customAuthorizationUrl: signIn, ...asked } = connection;
		expect(signIn).toBe('');
		expect(defaultsOf(fieldsOf(serverToServer, false))).toEqual({
			accountId: '',
			clientId: '',
			clientSecret: '',
			checkScopesFor: [],
			...asked,
		});
	});

	test('keeps its token in a field that n8n knows to expire', () => {
		expect(field(serverToServer, 'sessionToken')).toMatchObject({
			type: 'hidden',
			default: '',
			typeOptions: { expirable: true, password: true },
		});
	});

	test('offers every permission to be checked', () => {
		expect(field(serverToServer, 'checkScopesFor')).toMatchObject({
			type: 'multiOptions',
			options: permissionOptions,
		});
	});

	test.each([
		[{ environment: 'zoom' }, 'https://zoom.us/oauth/token'],
		[{ environment: 'zoomGov' }, 'https://zoomgov.com/oauth/token'],
		[custom, 'http://127.0.0.1/token'],
		[{ ...custom, customTokenUrl: ' http://127.0.0.1/token/ ' }, 'http://127.0.0.1/token'],
		[{ ...custom, environment: 'zoom' }, 'https://zoom.us/oauth/token'],
	])('is tested where %j says', (fields, url) => {
		const { request } = serverToServer.test;
		expect(evaluated(request.url, '$credentials', fields)).toBe(url);
	});

	test('is tested by asking for a token, parameters in the form and client in a header', () => {
		const fields = { accountId: 'a&b=c', clientId: 'id', clientSecret: 'secret' };
		const { request } = serverToServer.test;
		expect(request).toMatchObject({
			method: 'POST',
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			ignoreHttpStatusErrors: true,
		});
		expect(evaluated(request.body, '$credentials', fields)).toBe(
			'grant_type=account_credentials&account_id=a%26b%3Dc',
		);
		expect(evaluated(request.auth?.username, '$credentials', fields)).toBe('id');
		expect(evaluated(request.auth?.password, '$credentials', fields)).toBe('secret');
		const pasted = { clientId: ' id', clientSecret: 'secret\n', accountId: ' a ' };
		expect(evaluated(request.auth?.username, '$credentials', pasted)).toBe('id');
		expect(evaluated(request.auth?.password, '$credentials', pasted)).toBe('secret');
		expect(evaluated(request.body, '$credentials', pasted)).toMatch(/account_id=a$/);
	});

	test.each([
		['Invalid client_id or client_secret', /^Invalid credentials/],
		['The app has been disabled by the developer', /not activated/],
		['Bad Request', /does not know this Account ID/],
		['Invalid account_id', /does not know this Account ID/],
		['unsupported grant type', /not a Server-to-Server OAuth app/],
	])('tells an admin what "%s" means', (reason, message) => {
		const rule = serverToServer.test.rules?.find(
			({ properties }) => 'value' in properties && properties.value === reason,
		);
		expect(rule).toMatchObject({
			type: 'responseSuccessBody',
			properties: { key: 'reason', message: expect.stringMatching(message) },
		});
	});

	test('tells an admin when there is no token for another reason', () => {
		expect(serverToServer.test.rules?.at(-1)).toMatchObject({
			properties: { key: 'access_token', value: undefined, message: expect.any(String) },
		});
	});
});

describe.each<[string, ICredentialType]>([
	['General App', generalApp],
	['Server-to-Server', serverToServer],
])('In the %s form', (_, credential) => {
	test('secrets are not shown', () => {
		expect(field(credential, 'clientSecret')?.typeOptions).toEqual({ password: true });
		expect(field(credential, 'webhookSecretToken')?.typeOptions).toEqual({ password: true });
	});

	test('what must be filled in says so', () => {
		const required = credential.properties.filter((property) => property.required);
		const expected = credential === generalApp ? [] : ['accountId'];
		expect(required.map(({ name }) => name)).toEqual([...expected, 'clientId', 'clientSecret']);
	});

	test.each(['zoom', 'zoomGov', 'custom'])(
		'URLs are asked for in environment %s or not',
		(environment) => {
			const asked = credential.properties.filter(
				(property) =>
					/^custom/.test(property.name) &&
					NodeHelpers.displayParameter({ environment }, property, null, null),
			);
			const signIn = credential === generalApp ? ['customAuthorizationUrl'] : [];
			const names = [...signIn, 'customTokenUrl', 'customApiUrl'];
			expect(asked.map(({ name }) => name)).toEqual(environment === 'custom' ? names : []);
		},
	);

	test('the default of a choice is among its choices', () => {
		const choices = credential.properties.filter(({ type }) => type === 'options');
		for (const { options = [], default: chosen } of choices) {
			expect(options.map((option) => 'value' in option && option.value)).toContain(chosen);
		}
		expect(choices.length).toBeGreaterThan(0);
	});

	test('a guide is linked and an icon is there', () => {
		expect(credential.documentationUrl).toMatch(/^https:\/\/.*\/docs\/.*\.md$/);
		expect(credential.icon).toEqual({
			light: expect.stringMatching(/zoom\.svg$/),
			dark: expect.stringMatching(/zoom\.dark\.svg$/),
		});
	});
});
