import type { Call } from '../core/context';
import type { Route } from '../core/contract/contract';
import { contract } from '../core/contract/contract';
import { badToken, missingScopes, noSuchUser, ZoomError } from '../core/http/answers';
import type { UserRecord } from '../core/records';
import type { Store } from '../core/store';
import { openRoutes } from '../products/routes';
import type { AccessToken } from './tokens';

const youFirst = ['meetingCreate', 'meeting', 'meetingUpdate', 'meetingLiveStreamStatusUpdate'];
const classicScopes = new Set([...contract, ...openRoutes].flatMap((route) => route.classic));

/** The scopes of the token that open the route, or Zoom's refusal naming those that would. */
export function openingScopes(route: Route, token: AccessToken): string[] {
	const opening = [...route.granular, ...route.classic];
	// Of some products no document of Zoom's names the scopes.
	if (!opening.length) return token.scopes;
	const held = token.scopes.filter((scope) => opening.includes(scope));
	if (!held.length) throw missingScopes(scopesNamed(route, token), route.scopeError);
	return held;
}

/** Whether a scope reaches all users of the account and not only the token's own. */
export function isAccountWide(scope: string): boolean {
	return /:(admin|master)(:|$)/.test(scope);
}

/** The user a token acts as, who must still be active. */
export function tokenUser(store: Store, token: AccessToken): UserRecord | undefined {
	if (!token.userId) return undefined;
	const user = store.users.get(token.userId);
	if (user?.status !== 'active') throw badToken();
	return user;
}

/** The user that `me`, an ID or an e-mail address in the path stands for. */
export function userOf(call: Call, reference = call.params.userId): UserRecord {
	const user = reference === 'me' ? call.user : findUser(call.context.store, reference);
	// A user-level token gets the same refusal for a stranger as for a colleague.
	if (!call.accountWide && (!user || user !== call.user)) throw accountScopeMissing(call);
	if (!user) throw noSuchUser(reference);
	return user;
}

/** The refusal of a user-level token that reaches for somebody else. */
export function accountScopeMissing(call: Call): ZoomError {
	const { route, token } = call;
	return missingScopes(scopesNamed(route, token).filter(isAccountWide));
}

/** The user with that ID or e-mail address; a pending user has no ID yet. */
export function findUser(store: Store, reference: string): UserRecord | undefined {
	const byId = store.users.get(reference);
	if (byId && byId.status !== 'pending') return byId;
	const email = reference.toLowerCase();
	return store.users.find((user) => user.email.toLowerCase() === email)[0];
}

/** Lets pass only users who may host: active, with a meetings licence (basic ones have it). */
export function requireHost({ route }: Call, user: UserRecord): void {
	if (user.status === 'active' && [1, 2].includes(user.type)) return;
	// Zoom words it differently from route to route.
	const message = youFirst.includes(route.operationId)
		? 'Your user account is not allowed meeting hosting and scheduling capabilities.'
		: 'Meeting hosting and scheduling capabilities are not allowed for your user account.';
	throw new ZoomError(400, 3161, message);
}

/** The scopes a refusal names: classic ones to an app that has only such, else granular ones. */
function scopesNamed(route: Route, token: AccessToken): readonly string[] {
	const classic =
		token.scopes.length > 0 && token.scopes.every((scope) => classicScopes.has(scope));
	return classic || !route.granular.length ? route.classic : route.granular;
}
