import type { Question } from '../polls/records';

/** The survey people see after a meeting or webinar. */
export interface SurveyRecord {
	gathering_id: number;
	custom_survey?: {
		title?: string;
		anonymous?: boolean;
		numbered_questions?: boolean;
		show_question_type?: boolean;
		feedback?: string;
		questions?: Question[];
	};
	third_party_survey?: string;
	show_in_the_browser?: boolean;
	show_in_the_follow_up_email?: boolean;
}
