/** What a person gives to register, in Zoom's own field names. */
export interface Registration {
	email: string;
	first_name: string;
	last_name?: string;
	custom_questions?: { title?: string; value?: string }[];
	language?: string;
	[field: string]: unknown;
}

/** Somebody who registered for a meeting or webinar. */
export interface RegistrantRecord {
	id: string;
	gathering_id: number;
	status: 'approved' | 'pending' | 'denied';
	create_time: string;
	pin_code: number;
	/** The dates of a series they chose; without it they may come to all. */
	occurrence_ids?: string[];
	/** Where they found the registration page of a webinar. */
	source_id?: string;
	given: Registration;
}

/** A question of one's own on a registration form. */
export interface CustomQuestion {
	title?: string;
	type?: string;
	required?: boolean;
	answers?: string[];
}

/** What registrants of one meeting or webinar are asked beside name and e-mail. */
export interface RegistrationForm {
	gathering_id: number;
	questions: { field_name?: string; required?: boolean }[];
	custom_questions: CustomQuestion[];
}

/** A place where a webinar's registration page was announced. */
export interface TrackingSource {
	id: string;
	webinar_id: number;
	source_name: string;
	visitor_count: number;
}
