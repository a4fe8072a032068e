/** A number one dials to join by telephone. */
export interface DialInNumber {
	code?: string;
	country_label?: string;
	number?: string;
	type?: string;
}

/** The account's telephony service provider. */
export interface TspProvider {
	tsp_enabled: boolean;
	enable: boolean;
	tsp_provider: string;
	tsp_bridge: string;
	dial_in_numbers: DialInNumber[];
	dial_in_number_unrestricted: boolean;
	modify_credential_forbidden: boolean;
	master_account_setting_extended: boolean;
}

/** One of the two conferences a user may have with that provider. */
export interface TspAccount {
	user_id: string;
	id: '1' | '2';
	conference_code: string;
	leader_pin: string;
	tsp_bridge?: string;
	dial_in_numbers: DialInNumber[];
}

/** A user's personal audio conference. */
export interface PacAccount {
	user_id: string;
	conference_id: number;
	participant_password: string;
	listen_only_password: string;
	dedicated_dial_in_number: { country: string; number: string }[];
	global_dial_in_numbers: { country: string; number: string }[];
}
