import type { EmulatorContext } from '../core/context';
import { present, validationFailed, ZoomError } from '../core/http/answers';
import type { Gathering, UserRecord } from '../core/records';
import { isWebinar } from '../meetingOrWebinar/agenda';
import { questionErrors } from '../polls/questions';
import type { SurveyRecord } from './records';

const bounds = { name: 420, choices: 50 };

const customDefaults = {
	title: '',
	anonymous: false,
	numbered_questions: false,
	show_question_type: false,
	feedback:
		'Thank you so much for taking the time to complete the survey. Your feedback really makes a difference.',
};

/** Lets pass only what may have a survey: not instant meetings, and only if the host's settings have it. */
export function requireSurveys({ type }: Gathering, host: UserRecord): void {
	if (type === 1) throw new ZoomError(400, 3000, 'Cannot access meeting information.');
	const { meeting_survey, webinar_survey } = host.settings.in_meeting;
	if ((isWebinar(type) ? webinar_survey : meeting_survey) === true) return;
	const kind = isWebinar(type) ? 'Webinar' : 'Meeting';
	throw new ZoomError(
		400,
		3000,
		`${kind} survey disabled. To enable this feature, enable the "${kind} Survey" setting in the Zoom web portal's "Settings" interface.`,
	);
}

/** Sets what is given of a survey; the rest stays, or is as Zoom makes it. */
export function changeSurvey(
	context: EmulatorContext,
	{ id, type }: Gathering,
	given: Partial<SurveyRecord>,
): void {
	const { third_party_survey, custom_survey } = given;
	if (third_party_survey !== undefined && !/^https?:\/\/\S+$/.test(third_party_survey))
		throw new ZoomError(400, 300, `Invalid third party survey: ${third_party_survey}.`);
	const field = 'custom_survey.questions';
	const errors = questionErrors(custom_survey?.questions ?? [], bounds, field);
	if (errors.length) throw validationFailed(...errors);
	const before = context.store.surveys.get(id);
	context.store.surveys.put({
		show_in_the_browser: true,
		...(isWebinar(type) && { show_in_the_follow_up_email: false }),
		...before,
		...given,
		...(custom_survey && { custom_survey: completed(custom_survey, before) }),
		gathering_id: id,
	});
}

/** The survey as Zoom answers it; without one, nothing. */
export function describeSurvey({ store }: EmulatorContext, { id }: Gathering): object {
	return present({ ...store.surveys.get(id), gathering_id: undefined });
}

function completed(
	given: NonNullable<SurveyRecord['custom_survey']>,
	before: SurveyRecord | undefined,
): SurveyRecord['custom_survey'] {
	const whole = { ...customDefaults, ...before?.custom_survey, ...given };
	return {
		...whole,
		questions: whole.questions?.map((question) => ({
			answer_required: false,
			show_as_dropdown: false,
			...question,
		})),
	};
}
