/** One stretch from joining to leaving; who comes back begins another with another `user_id`. */
export interface Stay {
	user_id: string;
	join_time: string;
	/** Missing while the stay lasts. */
	leave_time?: string;
	status: 'in_meeting' | 'in_waiting_room';
}

/** How somebody took part by telephone, in the names of Zoom's telephone report. */
export interface PhoneCall {
	type: 'toll-free' | 'call-out' | 'Toll' | 'call-in';
	/** Whether the call came through SIP Connected Audio. */
	sip?: true;
	phone_number: string;
	call_in_number: string;
	country_name: string;
	/** US dollars a minute. */
	rate: number;
}

/** One answer to a poll's or a survey's question. */
export interface GivenAnswer {
	/** The poll it belongs to, or the question of the survey. */
	id: string;
	question: string;
	answer: string;
	date_time: string;
	anonymous?: true;
}

/** A reply to a question asked in Q&A. */
export interface QuestionReply {
	/** The name of the attendee who gave it. */
	by: string;
	content: string;
	create_time: string;
	type: 'host_answered_publicly' | 'host_answered_privately' | 'participant_commented';
}

/** A question asked in Q&A. */
export interface Question {
	question_id: string;
	question: string;
	create_time: string;
	question_status: 'open' | 'answered' | 'dismissed';
	/** Whether it was answered aloud. */
	live?: true;
	anonymous?: true;
	replies: QuestionReply[];
}

/** Somebody who took part, with all their stays and all they said. */
export interface Attendee {
	name: string;
	/** Empty for a guest who gave none. */
	email: string;
	/** The ID of the Zoom user who was signed in; guests have none. */
	zoom_id?: string;
	registrant_id?: string;
	/** By which an app that brought them through Zoom's SDK knows them. */
	customer_key?: string;
	/** Whether they spoke in a webinar instead of watching it. */
	panelist?: boolean;
	stays: Stay[];
	phone?: PhoneCall;
	poll_answers?: GivenAnswer[];
	questions?: Question[];
	survey_answers?: GivenAnswer[];
}

/** Somebody who had registered for a webinar, whether they came or not. */
export interface PastRegistrant {
	id: string;
	email: string;
	first_name: string;
	last_name?: string;
	status: 'approved' | 'pending' | 'denied';
	create_time: string;
	join_url: string;
}

/** One time a meeting or webinar took place, from beginning to end; its key is its UUID. */
export interface PastInstance {
	uuid: string;
	/** The ID of the meeting or webinar, which all its instances share. */
	id: number;
	kind: 'meeting' | 'webinar';
	type: number;
	topic: string;
	host_id: string;
	/** The host as they were then. */
	user_name: string;
	user_email: string;
	dept: string;
	/** The date of a series that this was. */
	occurrence_id?: string;
	scheduled_time?: string;
	created_at: string;
	start_time: string;
	end_time: string;
	/** `Zoom`, or the name of the app that made the meeting. */
	source: string;
	tracking_fields: { field: string; value?: string }[];
	attendees: Attendee[];
	survey?: { id: string; name: string };
	/** Missing where nobody had to register. */
	registrants?: PastRegistrant[];
	/** What was used beside what follows from the rest, in the names of Zoom's `feature_used`. */
	features: string[];
}

/** A meeting that runs: since when, and who has come so far. */
export interface RunningInstance {
	start_time: string;
	attendees: Attendee[];
	/** What is being recorded to the cloud, or was; the end is empty until there is one. */
	recording?: { start: string; end: string; state: 'running' | 'paused' | 'stopped' };
}
