/** Classic scopes that let an app read users. */
export const readScopes = ['user:read', 'user:write', 'user:read:admin', 'user:write:admin'];

/** Classic scopes that let an app change users. */
export const writeScopes = ['user:write', 'user:write:admin'];
