import type { Clock } from '../core/clock';
import { badToken } from '../core/http/answers';
import { jwtShaped, secret } from '../core/identifiers';
import type { App } from './apps';

const hour = 3_600_000;
const refreshLife = 90 * 24 * hour;
const codeLife = 5 * 60_000;

/** An access token as the emulator remembers it. */
export interface AccessToken {
	value: string;
	app: App;
	/** The user it acts as; an app's own token has none. */
	userId?: string;
	scopes: string[];
	expiresAt: number;
	state: 'alive' | 'expired' | 'revoked';
}

/** What one user gave one app: the present pair of tokens and the scopes they carry. */
interface Grant {
	app: App;
	userId: string;
	scopes: string[];
	refreshToken: string;
	refreshExpiresAt: number;
	accessTokens: AccessToken[];
}

/** An authorization code on its way from the authorize page to the token endpoint. */
export interface Code {
	app: App;
	userId: string;
	redirectUri: string;
	challenge?: string;
	challengeMethod?: string;
	expiresAt: number;
}

/** Codes, access tokens and refresh tokens, and what ends each of them. */
export class Tokens {
	private access = new Map<string, AccessToken>();
	private grants: Grant[] = [];
	private codes = new Map<string, Code>();

	constructor(private readonly clock: Clock) {}

	/** A token outside any grant: Server-to-Server, of which several live side by side, or app-owned. */
	issue(app: App, userId: string | undefined, scopes: string[]): AccessToken {
		const now = this.clock.now();
		const token: AccessToken = {
			value: jwtShaped({
				ver: 10,
				aud: 'https://oauth.zoom.us',
				iss: `zm:cid:${app.clientId}`,
				uid: userId,
				// A token of the app itself names no account.
				aid: userId === undefined ? undefined : app.accountId,
				iat: Math.floor(now / 1000),
				exp: Math.floor((now + hour) / 1000),
			}),
			app,
			userId,
			scopes: [...scopes],
			expiresAt: now + hour,
			state: 'alive',
		};
		this.access.set(token.value, token);
		return token;
	}

	/** The first pair of tokens for a user and an app; the pair from an earlier authorization dies. */
	grant(app: App, userId: string): [AccessToken, string] {
		const earlier = this.grants.find((grant) => grant.app === app && grant.userId === userId);
		if (earlier) this.end(earlier);
		const grant: Grant = {
			app,
			userId,
			scopes: [...app.scopes],
			refreshToken: '',
			refreshExpiresAt: 0,
			accessTokens: [],
		};
		this.grants.push(grant);
		return this.renew(grant);
	}

	/** The users who authorized the app and have not taken that back. */
	authorizedBy(app: App): string[] {
		return this.grants.filter((grant) => grant.app === app).map(({ userId }) => userId);
	}

	/** The next pair for a refresh token, which is dead from then on; nothing for a dead one. */
	refresh(app: App, refreshToken: string | undefined): [AccessToken, string] | undefined {
		const grant = this.grants.find((entry) => entry.refreshToken === refreshToken);
		if (grant?.app !== app || grant.refreshExpiresAt <= this.clock.now()) return undefined;
		return this.renew(grant);
	}

	/** The token of an `Authorization` header, or Zoom's refusal of it. */
	authorize(header: string | undefined): AccessToken {
		const value = /^bearer\s+(\S+)$/i.exec(header ?? '')?.[1];
		if (!value) throw badToken('Requires an access token.');
		const token = this.access.get(value);
		if (!token || token.state === 'revoked' || !token.app.active) throw badToken();
		if (token.state === 'expired' || token.expiresAt <= this.clock.now())
			throw badToken('Access token is expired.');
		return token;
	}

	expire(header: string | undefined): void {
		const token = this.access.get(header?.split(' ').pop() ?? '');
		if (token) token.state = 'expired';
	}

	/** Ends a living access token of the app, and the grant it belongs to. */
	revoke(app: App, value: string | undefined): boolean {
		const token = this.access.get(value ?? '');
		if (token?.app !== app || token.state !== 'alive') return false;
		token.state = 'revoked';
		const grant = this.grants.find((entry) => entry.accessTokens.includes(token));
		if (grant) this.end(grant);
		return true;
	}

	addCode(code: Omit<Code, 'expiresAt'>): string {
		const value = secret(24);
		this.codes.set(value, { ...code, expiresAt: this.clock.now() + codeLife });
		return value;
	}

	/** The code, once; nothing when it is unknown, used or older than five minutes. */
	takeCode(value: string | undefined): Code | undefined {
		const code = this.codes.get(value ?? '');
		this.codes.delete(value ?? '');
		return code && code.expiresAt > this.clock.now() ? code : undefined;
	}

	reset(): void {
		this.access.clear();
		this.codes.clear();
		this.grants = [];
	}

	private renew(grant: Grant): [AccessToken, string] {
		const token = this.issue(grant.app, grant.userId, grant.scopes);
		grant.accessTokens.push(token);
		grant.refreshToken = jwtShaped({ ver: 10, uid: grant.userId, nbf: this.clock.now() });
		grant.refreshExpiresAt = this.clock.now() + refreshLife;
		return [token, grant.refreshToken];
	}

	private end(grant: Grant): void {
		for (const token of grant.accessTokens) token.state = 'revoked';
		this.grants = this.grants.filter((entry) => entry !== grant);
	}
}
