import type { Resource } from '../registry/types';
import { api } from './api/api';
import { connection } from './connection/connection';
import { meeting } from './meetings/meeting/meeting';
import { meetingSummary } from './meetings/meeting/meetingSummary';
import { pastMeeting } from './meetings/past/pastMeeting';
import { pastWebinar } from './meetings/past/pastWebinar';
import { meetingPoll } from './meetings/poll/meetingPoll';
import { webinarPoll } from './meetings/poll/webinarPoll';
import { recording } from './meetings/recording/recording';
import { recordingRegistrant } from './meetings/recording/recordingRegistrant';
import { meetingRegistrant } from './meetings/registrant/meetingRegistrant';
import { webinarRegistrant } from './meetings/registrant/webinarRegistrant';
import { meetingSurvey } from './meetings/survey/meetingSurvey';
import { webinarSurvey } from './meetings/survey/webinarSurvey';
import { pac } from './meetings/telephony/pac';
import { tsp } from './meetings/telephony/tsp';
import { trackingField } from './meetings/trackingField/trackingField';
import { webinar } from './meetings/webinar/webinar';
import { webinarPanelist } from './meetings/webinar/webinarPanelist';
import { report } from './reports/report';
import { group } from './users/group/group';
import { user } from './users/user/user';

/** Every resource of the node, the most used first, as the menu shows them. */
export const resources: readonly Resource[] = [
	meeting,
	webinar,
	recording,
	meetingRegistrant,
	webinarRegistrant,
	recordingRegistrant,
	webinarPanelist,
	report,
	pastMeeting,
	pastWebinar,
	meetingSummary,
	user,
	group,
	meetingPoll,
	webinarPoll,
	meetingSurvey,
	webinarSurvey,
	trackingField,
	pac,
	tsp,
	connection,
	api,
];
