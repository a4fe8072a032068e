import type { RunningInstance } from '../history/records';
import type { Presence } from '../users/account/presence';
import type { UserSettings } from '../users/settings/settings';

/** A user as the emulator keeps it, in Zoom's own field names. */
export interface UserRecord {
	id: string;
	email: string;
	first_name: string;
	last_name: string;
	display_name: string;
	/** 1 basic, 2 licensed, 4 without a meetings licence, 99 none. */
	type: number;
	/** '0' owner, '1' admin, '2' member. */
	role_id: string;
	status: 'active' | 'inactive' | 'pending';
	pmi: number;
	use_pmi: boolean;
	timezone: string;
	language: string;
	dept: string;
	verified: number;
	host_key: string;
	created_at: string;
	login_types: number[];
	personal_password: string;
	/** What only some users have: job_title, company, phone_numbers, custom_attributes and so on. */
	profile: Record<string, unknown>;
	settings: UserSettings;
	clocked_in?: boolean;
	/** The password last set, which cannot be set again. */
	password?: string;
	presence?: Presence;
	/** What was changed in the views that `option` shows, by that option. */
	views?: UserSettings;
}

/** How a meeting recurs, as Zoom's `recurrence` object says it. */
export interface Recurrence {
	type: 1 | 2 | 3;
	repeat_interval?: number;
	weekly_days?: string;
	monthly_day?: number;
	monthly_week?: number;
	monthly_week_day?: number;
	end_times?: number;
	end_date_time?: string;
}

/** One date of a recurring meeting; `changes` holds what was set for it alone. */
export interface Occurrence {
	occurrence_id: string;
	start_time: string;
	duration: number;
	status: 'available' | 'deleted';
	changes?: { agenda?: string; settings?: Record<string, unknown> };
}

/** What meetings and webinars have in common, in Zoom's own field names. */
export interface Gathering {
	id: number;
	uuid: string;
	host_id: string;
	topic: string;
	type: number;
	status: 'waiting' | 'started';
	start_time?: string;
	duration: number;
	timezone: string;
	agenda: string;
	created_at: string;
	password: string;
	template_id?: string;
	recurrence?: Recurrence;
	occurrences?: Occurrence[];
	settings: Record<string, unknown>;
	tracking_fields: { field: string; value?: string }[];
	/** Set while it runs, unless it was put in as running. */
	running?: RunningInstance;
}

/** A meeting as the emulator keeps it. */
export interface MeetingRecord extends Gathering {
	assistant_id?: string;
	pre_schedule: boolean;
	pmi?: number;
	sensitivity_label_id?: string;
	/** Set while the meeting lies in the trash, with the reminders asked for when it was deleted. */
	deleted?: {
		at: string;
		schedule_for_reminder?: boolean;
		cancel_meeting_reminder?: boolean;
	};
}

/** A webinar as the emulator keeps it. */
export interface WebinarRecord extends Gathering {
	/** What only a webinar that plays a recording has. */
	simulive?: {
		is_simulive?: boolean;
		record_file_id?: string;
		transition_to_live?: boolean;
		simulive_delay_start?: object;
	};
}
