import type { Handler } from '../desk';
import { activityReportHandlers } from './activityReports';
import { eventReportHandlers } from './eventReports';
import { groupHandlers } from './groups';
import { inMeetingHandlers } from './inMeeting';
import { instanceReportHandlers } from './instanceReports';
import { inviteLinkHandlers } from './inviteLinks';
import { livestreamHandlers } from './livestreams';
import { meetingListHandlers } from './meetingLists';
import { meetingHandlers } from './meetings';
import { meetingSummaryHandlers } from './meetingSummaries';
import { panelistHandlers } from './panelists';
import { pastMeetingHandlers } from './pastMeetings';
import { pastWebinarHandlers } from './pastWebinars';
import { pollHandlers } from './polls';
import { recordingDetailHandlers } from './recordingDetails';
import { recordingRegistrantHandlers } from './recordingRegistrants';
import { recordingHandlers } from './recordings';
import { registrantHandlers } from './registrants';
import { surveyHandlers } from './surveys';
import { telephonyHandlers } from './telephony';
import { templateHandlers } from './templates';
import { trackingFieldHandlers } from './trackingFields';
import { usageReportHandlers } from './usageReports';
import { userAccessHandlers } from './userAccess';
import { userAccountHandlers } from './userAccounts';
import { userAssistantHandlers } from './userAssistants';
import { userHandlers } from './users';
import { webinarHandlers } from './webinars';

/** What each route does, by Zoom's operation ID; routes not named here do not exist. */
export const handlers: Record<string, Handler> = {
	...meetingHandlers,
	...meetingListHandlers,
	...pastMeetingHandlers,
	...pastWebinarHandlers,
	...instanceReportHandlers,
	...usageReportHandlers,
	...eventReportHandlers,
	...activityReportHandlers,
	...meetingSummaryHandlers,
	...recordingHandlers,
	...recordingDetailHandlers,
	...recordingRegistrantHandlers,
	...trackingFieldHandlers,
	...userHandlers,
	...userAccessHandlers,
	...userAccountHandlers,
	...userAssistantHandlers,
	...groupHandlers,
	...telephonyHandlers,
	...inMeetingHandlers,
	...inviteLinkHandlers,
	...livestreamHandlers,
	...panelistHandlers,
	...pollHandlers,
	...registrantHandlers,
	...surveyHandlers,
	...templateHandlers,
	...webinarHandlers,
};
