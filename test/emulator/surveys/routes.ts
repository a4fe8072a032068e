import type { Call, Handler } from '../core/context';
import type { Gathering } from '../core/records';
import { theGathering } from '../meetingOrWebinar/hosted';
import type { SurveyRecord } from './records';
import { changeSurvey, describeSurvey, requireSurveys } from './surveys';

/** The routes about surveys, the same for meetings and webinars. */
export const surveyHandlers: Record<string, Handler> = {
	meetingSurveyGet: get,
	meetingSurveyUpdate: update,
	meetingSurveyDelete: remove,
	webinarSurveyGet: get,
	webinarSurveyUpdate: update,
	webinarSurveyDelete: remove,
};

function get(call: Call): object {
	return describeSurvey(call.context, withSurvey(call));
}

function update(call: Call): void {
	changeSurvey(call.context, withSurvey(call), call.body as Partial<SurveyRecord>);
}

function remove(call: Call): void {
	call.context.store.surveys.delete(withSurvey(call).id);
}

/** The meeting or webinar of the path, if it may have a survey. */
function withSurvey(call: Call): Gathering {
	const { gathering, host } = theGathering(call);
	requireSurveys(gathering, host);
	return gathering;
}
