import type { AppKind } from './types';

/** What an endpoint accepts: any one granular or classic scope of it. */
export interface ScopeNeed {
	readonly scopes: readonly string[];
	readonly classicScopes: readonly string[];
}

const LEVEL = /:(?:admin|master)$/;

/** Whether a scope reaches beyond the user who connected the app. */
export const hasLevel = (scope: string): boolean => LEVEL.test(scope);

// `:admin` widens a scope to the account and `:master` to its sub-accounts; each includes what lies below.
const withoutLevel = (scope: string) => scope.replace(LEVEL, '');

/**
 * Whether a token with these scopes may call an endpoint. Classic and granular names, and all levels of one name,
 * count alike: Zoom itself decides the level, and a wrong guess here would block a call that it allows.
 * @see https://developers.zoom.us/docs/integrations/oauth-scopes-overview/
 */
export function isGranted(granted: readonly string[], need: ScopeNeed): boolean {
	const held = new Set(granted.map(withoutLevel));
	const accepts = (scope: string) => held.has(withoutLevel(scope));
	// The classic `meeting:master` has no verb: it covers reading and writing.
	const acceptsClassic = (scope: string) => accepts(scope) || held.has(scope.split(':')[0]);
	return need.scopes.some(accepts) || need.classicScopes.some(acceptsClassic);
}

/**
 * The names among alternatives that an app of this kind can be given. A user-managed app has only names without a
 * level; account-level and Server-to-Server apps are offered `:admin`.
 */
export function scopesFor(appKind: AppKind, alternatives: readonly string[]): string[] {
	const forUser = alternatives.filter((scope) => !hasLevel(scope));
	const forAccount = alternatives.filter((scope) => scope.endsWith(':admin'));
	const [first, second] = appKind === 'user' ? [forUser, forAccount] : [forAccount, forUser];
	return first.length > 0 ? first : second;
}

/** The names Zoom has for an endpoint: granular ones, or where there are none the classic ones. */
export const scopeNames = ({ scopes, classicScopes }: ScopeNeed): readonly string[] =>
	scopes.length > 0 ? scopes : classicScopes;

/** Whether an app was made with classic scopes, which name a product and a verb but no object. */
const isClassic = (granted: readonly string[]): boolean =>
	granted.some((scope) => withoutLevel(scope).split(':').length === 2);

/** The names to ask for what an app lacks, in the vocabulary of those it has: it can be given no others. */
export const lackingScopes = (
	appKind: AppKind,
	granted: readonly string[],
	need: ScopeNeed,
): string[] =>
	scopesFor(
		appKind,
		isClassic(granted) && need.classicScopes.length > 0 ? need.classicScopes : scopeNames(need),
	);

/** Splits a token answer's `scope`. */
export const splitScopes = (scope: unknown): string[] =>
	typeof scope === 'string' ? scope.split(/[\s,]+/).filter((name) => name !== '') : [];
