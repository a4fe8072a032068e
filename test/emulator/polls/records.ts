/** A question of a poll or survey, in Zoom's own field names. */
export interface Question {
	name?: string;
	type?: string;
	answers?: string[];
	right_answers?: string[];
	prompts?: { prompt_question?: string; prompt_right_answers?: string[] }[];
	answer_required?: boolean;
	show_as_dropdown?: boolean;
	case_sensitive?: boolean;
	answer_min_character?: number;
	answer_max_character?: number;
	rating_min_value?: number;
	rating_max_value?: number;
	rating_min_label?: string;
	rating_max_label?: string;
}

/** What a caller says of a poll. */
export interface PollContent {
	title?: string;
	/** 1 poll, 2 advanced poll, 3 quiz. */
	poll_type?: number;
	anonymous?: boolean;
	questions?: Question[];
}

/** A poll of a meeting or webinar. */
export interface PollRecord extends Required<PollContent> {
	id: string;
	gathering_id: number;
	status: 'notstart' | 'started' | 'ended' | 'sharing' | 'deactivated';
}
