import type { Handler } from '../desk';
import { meetingListHandlers } from './meetingLists';
import { meetingHandlers } from './meetings';
import { meetingSummaryHandlers } from './meetingSummaries';
import { pastMeetingHandlers } from './pastMeetings';
import { pastWebinarHandlers } from './pastWebinars';
import { recordingDetailHandlers } from './recordingDetails';
import { recordingRegistrantHandlers } from './recordingRegistrants';
import { recordingHandlers } from './recordings';
import { trackingFieldHandlers } from './trackingFields';
import { userAccessHandlers } from './userAccess';
import { userHandlers } from './users';

/** What each route does, by Zoom's operation ID; routes not named here do not exist. */
export const handlers: Record<string, Handler> = {
	...meetingHandlers,
	...meetingListHandlers,
	...pastMeetingHandlers,
	...pastWebinarHandlers,
	...meetingSummaryHandlers,
	...recordingHandlers,
	...recordingDetailHandlers,
	...recordingRegistrantHandlers,
	...trackingFieldHandlers,
	...userHandlers,
	...userAccessHandlers,
};
