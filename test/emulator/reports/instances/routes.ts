import type { Call, Handler } from '../../core/context';
import { askedPage } from '../../core/listing';
import {
	attendeesInside,
	hasCompany,
	shownEmail,
	stayRows,
	totalMinutes,
} from '../../history/attendance';
import { minutes } from '../../history/instances';
import type { PastInstance, Question } from '../../history/records';
import { heading } from '../../history/results';
import {
	askedQuestions,
	combinedReply,
	pollAnswers,
	pollDetail,
	signature,
	surveyAnswers,
} from '../../history/statements';
import { reportedInstance } from '../subject';

/** The reports about one instance of a meeting or webinar. */
export const instanceReportHandlers: Record<string, Handler> = {
	reportMeetingDetails: details,
	reportWebinarDetails: details,
	reportMeetingParticipants: participants,
	reportWebinarParticipants: participants,
	reportMeetingPolls: polls,
	reportWebinarPolls: polls,
	reportMeetingQA: questions,
	reportWebinarQA: questions,
	reportMeetingSurvey: survey,
	reportWebinarSurvey: survey,
};

function details(call: Call): object {
	const instance = reportedInstance(call);
	return {
		...heading(instance),
		type: instance.type,
		topic: instance.topic,
		user_name: instance.user_name,
		user_email: instance.user_email,
		dept: instance.dept,
		end_time: instance.end_time,
		duration: minutes(instance),
		total_minutes: totalMinutes(instance),
		participants_count: attendeesInside(instance).length,
		tracking_fields: instance.tracking_fields,
		custom_keys: [],
	};
}

function participants(call: Call): object {
	const instance = reportedInstance(call);
	const registrants = call.query.include_fields === 'registrant_id';
	const rows = hasCompany(instance) ? stayRows(call.context, instance) : [];
	const all = rows.map(({ attendee, row }) => ({
		...row,
		...(attendee.zoom_id && { participant_user_id: attendee.zoom_id }),
		...(registrants && { registrant_id: attendee.registrant_id ?? '' }),
	}));
	const { entries, fields } = askedPage(call, all);
	const { page_number: _unused, ...shown } = fields;
	return { ...shown, participants: entries };
}

function polls(call: Call): object {
	const instance = reportedInstance(call);
	const rows = pollAnswers(instance).map((statements) => ({
		...fullSignature(call, statements),
		question_details: statements.entries.map(pollDetail),
	}));
	return { ...heading(instance), questions: rows };
}

function survey(call: Call): object {
	const instance = reportedInstance(call);
	const survey_answers = surveyAnswers(instance).map((statements) => ({
		...fullSignature(call, statements),
		answer_details: statements.entries.map(({ id, question, answer, date_time }) => ({
			question_id: id,
			question,
			answer,
			date_time,
		})),
	}));
	return {
		[`${instance.kind}_id`]: instance.id,
		[`${instance.kind}_uuid`]: instance.uuid,
		start_time: instance.start_time,
		...(instance.survey && { survey_id: instance.survey.id, survey_name: instance.survey.name }),
		survey_answers,
	};
}

function questions(call: Call): object {
	const instance = reportedInstance(call);
	const rows = askedQuestions(instance).map((statements) => ({
		user_id: (!statements.anonymous && statements.attendee.zoom_id) || '',
		...signature(call.context, statements),
		question_details: statements.entries.map((entry) => questionDetail(call, instance, entry)),
	}));
	return { ...heading(instance), questions: rows };
}

function questionDetail({ context }: Call, { attendees }: PastInstance, entry: Question): object {
	const { question, question_id, create_time, question_status, replies } = entry;
	const answer_details = replies.map(({ by, content, create_time, type }) => {
		const author = attendees.find(({ name }) => name === by);
		return {
			user_id: author?.zoom_id ?? '',
			name: by,
			email: author ? shownEmail(context, author) : '',
			content,
			create_time,
			type,
		};
	});
	return {
		answer: combinedReply(entry),
		question,
		question_id,
		create_time,
		question_status,
		answer_details,
	};
}

/** Name and address with the parts of the name, all of them hidden where somebody is anonymous. */
function fullSignature({ context }: Call, statements: Parameters<typeof signature>[1]): object {
	const { name, email } = signature(context, statements);
	const [first_name, ...rest] = statements.anonymous ? [name, name] : name.split(' ');
	return { name, email, first_name, last_name: rest.join(' ') };
}
