import { groupHandlers } from '../groups/routes';
import { pastMeetingHandlers } from '../history/meetingRoutes';
import { pastWebinarHandlers } from '../history/webinarRoutes';
import { inMeetingHandlers } from '../inMeeting/routes';
import { livestreamHandlers } from '../livestreams/routes';
import { inviteLinkHandlers } from '../meetingOrWebinar/inviteLinkRoutes';
import { meetingListHandlers } from '../meetings/listRoutes';
import { meetingHandlers } from '../meetings/routes';
import { pollHandlers } from '../polls/routes';
import { recordingDetailHandlers } from '../recordings/detailRoutes';
import { recordingRegistrantHandlers } from '../recordings/registrants/routes';
import { recordingHandlers } from '../recordings/routes';
import { registrantHandlers } from '../registrants/routes';
import { activityReportHandlers } from '../reports/activity/routes';
import { eventReportHandlers } from '../reports/events/routes';
import { instanceReportHandlers } from '../reports/instances/routes';
import { usageReportHandlers } from '../reports/usage/routes';
import { stubsOf } from '../stubs/stubs';
import { meetingSummaryHandlers } from '../summaries/routes';
import { surveyHandlers } from '../surveys/routes';
import { telephonyHandlers } from '../telephony/routes';
import { templateHandlers } from '../templates/routes';
import { trackingFieldHandlers } from '../trackingFields/routes';
import { userAccountHandlers } from '../users/account/routes';
import { userAssistantHandlers } from '../users/assistants/routes';
import { userHandlers } from '../users/routes';
import { userAccessHandlers } from '../users/settings/routes';
import { panelistHandlers } from '../webinars/panelistRoutes';
import { webinarHandlers } from '../webinars/routes';
import type { Handler } from './context';
import { contract } from './contract/contract';

/** What each route does that somebody wrote, by Zoom's operation ID. */
export const writtenHandlers: Record<string, Handler> = {
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

/** What each route of the contract does: those that nobody wrote answer as Zoom's documents say. */
export const handlers: Record<string, Handler> = {
	...stubsOf(contract.filter(({ operationId }) => !(operationId in writtenHandlers))),
	...writtenHandlers,
};
