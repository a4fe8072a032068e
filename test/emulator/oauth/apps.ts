import { createHash } from 'node:crypto';
import { contract } from '../core/contract/contract';
import { secret } from '../core/identifiers';
import { catalogue } from '../events/catalogue/catalogue';
import { openRoutes } from '../products/routes';

/** A Zoom Marketplace app of the emulated account. */
export interface App {
	kind: 'serverToServer' | 'userManaged' | 'accountLevel';
	name: string;
	clientId: string;
	clientSecret: string;
	/** What the app's events are signed with. */
	secretToken: string;
	accountId: string;
	scopes: string[];
	/** The grants by which the token endpoint gives it tokens. */
	grants: string[];
	active: boolean;
	redirectUris: string[];
}

/** The three apps that are always there. */
export interface SeedApps {
	serverToServer: App;
	userManaged: App;
	accountLevel: App;
}

/** The ID of the seeded account, in the form Zoom's have. */
export const accountId = 'DeskAcct_0-Emulator_Qw';

const n8nCallbacks = ['http://localhost:5678', 'http://127.0.0.1:5678', 'https://n8n.example.com'];

/** The scopes that a route or an event needs; worked out once, since every reset of the emulator asks for them. */
const namedScopes = [
	...new Set([...contract, ...openRoutes, ...catalogue].flatMap(({ granular }) => granular)),
].sort();

const userScopes = namedScopes.filter((scope) => /^[^:]+:[^:]+:[^:]+$/.test(scope));

// For a few routes Zoom's documents name classic scopes only; user-level ones would open too much.
const classicScopes = contract.flatMap((route) => (route.granular.length ? [] : route.classic));

const accountScopes = [
	...new Set([...namedScopes, ...classicScopes].filter((scope) => scope.endsWith(':admin'))),
].sort();

/** The apps of the emulated account, found by their client ID. */
export class Apps {
	readonly seeded: SeedApps;

	private added: App[] = [];

	constructor(private readonly redirectUris: string[] = []) {
		this.seeded = {
			serverToServer: this.fresh('serverToServer'),
			userManaged: this.fresh('userManaged'),
			accountLevel: this.fresh('accountLevel'),
		};
	}

	get all(): App[] {
		return [...Object.values(this.seeded), ...this.added];
	}

	find(clientId: string | undefined): App | undefined {
		return this.all.find((app) => app.clientId === clientId);
	}

	add(partial: Partial<App>): App {
		const kind = partial.kind ?? 'serverToServer';
		const app = {
			...this.fresh(kind),
			clientId: secret(16),
			clientSecret: secret(24),
			secretToken: secret(16),
			...partial,
		};
		if (this.find(app.clientId)) throw new Error(`There is already an app ${app.clientId}`);
		this.added.push(app);
		return app;
	}

	/** Puts the seeded apps back as they were, in the same objects, since callers hold on to them. */
	reset(): void {
		this.added = [];
		for (const app of Object.values(this.seeded) as App[]) Object.assign(app, this.fresh(app.kind));
	}

	private fresh(kind: App['kind']): App {
		const app = seedApp(kind);
		if (kind !== 'serverToServer') app.redirectUris.push(...this.redirectUris);
		return app;
	}
}

function seedApp(kind: App['kind']): App {
	const [name, id] = {
		serverToServer: ['Emulator Automation', 'DemoServerToServer_000'],
		userManaged: ['Emulator Companion', 'DemoUserManagedApp_000'],
		accountLevel: ['Emulator Administration', 'DemoAccountLevelApp_00'],
	}[kind];
	return {
		kind,
		name,
		clientId: id,
		clientSecret: secretOf(id, 'client secret', 32),
		secretToken: secretOf(id, 'secret token', 22),
		accountId,
		scopes: [...(kind === 'userManaged' ? userScopes : accountScopes)],
		grants:
			kind === 'serverToServer'
				? ['account_credentials', 'client_credentials']
				: ['authorization_code', 'refresh_token', 'client_credentials'],
		active: true,
		redirectUris:
			kind === 'serverToServer'
				? []
				: n8nCallbacks.map((origin) => `${origin}/rest/oauth2-credential/callback`),
	};
}

/** A secret of a seeded app: always the same, and without words that an error may have to say. */
function secretOf(id: string, what: string, length: number): string {
	return createHash('sha256').update(`${id} ${what}`).digest('base64url').slice(0, length);
}
