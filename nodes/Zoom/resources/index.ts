import type { Resource } from '../operation';
import { api } from './api/api';
import { connection } from './connection';
import { group } from './group/group';
import { meeting } from './meeting/meeting';
import { meetingSummary } from './meeting/meetingSummary';
import { pac } from './pac';
import { pastMeeting } from './past/pastMeeting';
import { pastWebinar } from './past/pastWebinar';
import { meetingPoll } from './poll/meetingPoll';
import { webinarPoll } from './poll/webinarPoll';
import { meetingRegistrant } from './registrant/meetingRegistrant';
import { webinarRegistrant } from './registrant/webinarRegistrant';
import { recording } from './recording/recording';
import { recordingRegistrant } from './recording/recordingRegistrant';
import { report } from './report/report';
import { meetingSurvey } from './survey/meetingSurvey';
import { webinarSurvey } from './survey/webinarSurvey';
import { trackingField } from './trackingField';
import { tsp } from './tsp';
import { user } from './user/user';
import { webinar } from './webinar/webinar';
import { webinarPanelist } from './webinar/webinarPanelist';

/** Every resource of the node, sorted as the menu shows them. */
export const resources: readonly Resource[] = [
	api,
	connection,
	group,
	meeting,
	meetingPoll,
	meetingRegistrant,
	meetingSummary,
	meetingSurvey,
	pastMeeting,
	pastWebinar,
	pac,
	recording,
	recordingRegistrant,
	report,
	tsp,
	trackingField,
	user,
	webinar,
	webinarPanelist,
	webinarPoll,
	webinarRegistrant,
	webinarSurvey,
];
