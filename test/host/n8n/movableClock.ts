import { join } from 'node:path';
import type { N8n } from './n8n';

/** In `NODE_OPTIONS` of an n8n, has its Zoom nodes go by a clock that can be moved ahead. */
export const movableClock = `--require ${JSON.stringify(join(__dirname, 'jumpingClock.js'))}`;

/** Moves that clock ahead by eleven minutes. */
export const jump = ({ pid }: N8n): void => void process.kill(pid, 'SIGUSR2');
