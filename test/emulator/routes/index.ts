import type { Handler } from '../desk';
import { meetingListHandlers } from './meetingLists';
import { meetingHandlers } from './meetings';
import { userAccessHandlers } from './userAccess';
import { userHandlers } from './users';

/** What each route does, by Zoom's operation ID; routes not named here do not exist. */
export const handlers: Record<string, Handler> = {
	...meetingHandlers,
	...meetingListHandlers,
	...userHandlers,
	...userAccessHandlers,
};
