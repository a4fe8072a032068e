/** A user's settings, in Zoom's sections: section → setting → value. */
export type UserSettings = Record<string, Record<string, unknown>>;

/** The settings a new user has; registration and the like depend on the licence. */
export function newSettings(licensed: boolean): UserSettings {
	return {
		schedule_meeting: {
			host_video: false,
			participants_video: false,
			audio_type: 'both',
			join_before_host: false,
			personal_meeting: true,
			force_pmi_jbh_password: false,
			use_pmi_for_instant_meetings: false,
			use_pmi_for_scheduled_meetings: false,
			require_password_for_scheduling_new_meetings: true,
			require_password_for_scheduled_meetings: true,
			require_password_for_instant_meetings: true,
			require_password_for_pmi_meetings: 'all',
			pstn_password_protected: true,
			embed_password_in_join_link: true,
		},
		in_meeting: {
			chat: true,
			co_host: licensed,
			polling: licensed,
			meeting_polling: { enable: licensed, advanced_polls: licensed },
			webinar_polling: { enable: licensed, advanced_polls: licensed },
			meeting_survey: licensed,
			webinar_survey: licensed,
			webinar_live_streaming: {
				enable: licensed,
				live_streaming_service: ['custom_live_streaming_service'],
			},
			ai_companion_questions: { enable: licensed, auto_enable: false },
			meeting_summary_with_ai_companion: { enable: licensed, auto_enable: false },
			annotation: true,
			breakout_room: true,
			breakout_room_schedule: licensed,
			waiting_room: false,
			closed_caption: true,
			auto_saving_chat: false,
			allow_live_streaming: false,
			entry_exit_chime: 'none',
		},
		email_notification: {
			jbh_reminder: true,
			cancel_meeting_reminder: true,
			alternative_host_reminder: true,
			schedule_for_reminder: true,
			cloud_recording_available_reminder: true,
		},
		recording: {
			local_recording: true,
			cloud_recording: licensed,
			auto_recording: 'none',
			auto_delete_cmr: false,
			recording_audio_transcript: false,
		},
		telephony: {
			third_party_audio: false,
			audio_conference_info: '',
			show_international_numbers_link: true,
		},
		feature: {
			meeting_capacity: 100,
			large_meeting: false,
			webinar: false,
			zoom_events: false,
			zoom_phone: false,
			concurrent_meeting: 'Basic',
		},
		tsp: { call_out: true, show_international_numbers_link: true },
	};
}

/** What `option` shows instead of the settings, by its value. */
export const settingsViews: Record<string, Record<string, unknown>> = {
	meeting_authentication: {
		meeting_authentication: false,
		authentication_options: [
			{
				id: 'signIn_DeskAuth_000000',
				name: 'Sign in to Zoom',
				type: 'enforce_login',
				default_option: true,
				visible: true,
			},
		],
	},
	recording_authentication: {
		recording_authentication: false,
		authentication_options: [
			{
				id: 'recIn_DeskAuth_0000000',
				name: 'Signed-in users in my account',
				type: 'internally',
				default_option: true,
				visible: true,
			},
		],
	},
	meeting_security: {
		meeting_security: {
			auto_security: true,
			meeting_password: true,
			pmi_password: true,
			phone_password: true,
			waiting_room: false,
			embed_password_in_join_link: true,
			encryption_type: 'enhanced_encryption',
			end_to_end_encrypted_meetings: true,
		},
	},
};

/** Only the settings of the given names, in their sections. */
export function pickSettings(settings: UserSettings, names: string[]): UserSettings {
	const picked = Object.entries(settings).map(
		([section, values]) =>
			[
				section,
				Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name))),
			] as const,
	);
	return Object.fromEntries(picked.filter(([, values]) => Object.keys(values).length));
}
