import type { Host } from '../install';
import type { N8n } from './n8n';
import type { Owner } from './session';

/** The n8n that all end-to-end tests share, as far as they can reach it from their own files. */
export interface SharedN8n extends Pick<N8n, 'url' | 'pid' | 'certificate'> {
	host: Host;
	userFolder: string;
}

/** Who owns the shared n8n. */
export const owner: Owner = { email: 'owner@example.com', password: 'Shared-host-1' };

const variable = 'SHARED_N8N';

export function publish(shared: SharedN8n): void {
	process.env[variable] = JSON.stringify(shared);
}

export function sharedN8n(): SharedN8n {
	const published = process.env[variable];
	if (!published) throw new Error('End-to-end tests run by `npm run test:e2e`');
	return JSON.parse(published) as SharedN8n;
}
