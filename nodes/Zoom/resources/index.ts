import type { Resource } from '../operation';
import { connection } from './connection';
import { meeting } from './meeting/meeting';
import { user } from './user/user';

/** Every resource of the node, sorted as the menu shows them. */
export const resources: readonly Resource[] = [connection, meeting, user];
