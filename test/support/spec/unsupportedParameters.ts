const PAGING = 'the node pages by itself';
const PAGES = { 'query.page_size': PAGING, 'query.next_page_token': PAGING };
const NUMBERED_PAGES = { ...PAGES, 'query.page_number': PAGING };
const DEPRECATED = 'deprecated by Zoom';
const ANSWERED = 'Zoom fills it in its answer';
const BY_OPERATION = 'two operations of their own';
const DEPRECATED_OF_WEBINARS = {
	'body.settings.close_registration': DEPRECATED,
	'body.settings.enforce_login': DEPRECATED,
	'body.settings.enforce_login_domains': DEPRECATED,
	'body.settings.language_interpretation.interpreters[].languages': DEPRECATED,
};
const EMPTY = 'says what leaving the field out says';
const NOTHING_SAID = {
	'body.no_of_employees=': EMPTY,
	'body.purchasing_time_frame=': EMPTY,
	'body.role_in_purchase_process=': EMPTY,
};

/** What Zoom's documents name and the node does not offer, and why. */
export const UNSUPPORTED_PARAMETERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'group.getAll': PAGES,
	'group.getMembers': NUMBERED_PAGES,
	'meeting.create': {
		'body.settings.language_interpretation.interpreters[].languages': DEPRECATED,
	},
	'meeting.getAll': {
		'query.page_size': PAGING,
		'query.next_page_token': PAGING,
		'query.page_number': PAGING,
	},
	'meeting.update': {
		'body.settings.authentication_exception[].join_url': ANSWERED,
		'body.settings.authentication_name': ANSWERED,
		'body.settings.enforce_login': DEPRECATED,
		'body.settings.enforce_login_domains': DEPRECATED,
		'body.settings.global_dial_in_numbers[].city': ANSWERED,
		'body.settings.global_dial_in_numbers[].country': ANSWERED,
		'body.settings.global_dial_in_numbers[].country_name': ANSWERED,
		'body.settings.global_dial_in_numbers[].number': ANSWERED,
		'body.settings.global_dial_in_numbers[].type': ANSWERED,
		'body.settings.language_interpretation.interpreters[].languages': DEPRECATED,
	},
	'meetingRegistrant.getAll': NUMBERED_PAGES,
	'meetingSummary.getAll': PAGES,
	'pastMeeting.getParticipants': PAGES,
	'pastWebinar.getAbsentees': PAGES,
	'pastWebinar.getParticipants': PAGES,
	'recording.download': {
		'query.include_fields': 'the access token of the connection suffices',
		'query.ttl': 'the access token of the connection suffices',
	},
	'recording.getAll': PAGES,
	'recording.getAnalyticsDetails': PAGES,
	'recordingRegistrant.getAll': NUMBERED_PAGES,
	'report.getActivities': PAGES,
	'report.getHistory': PAGES,
	'report.getMeetingParticipants': PAGES,
	'report.getOperationLogs': PAGES,
	'report.getTelephone': NUMBERED_PAGES,
	'report.getUpcomingEvents': PAGES,
	'report.getUserMeetings': PAGES,
	'report.getUsers': NUMBERED_PAGES,
	'report.getWebinarParticipants': PAGES,
	'user.getAll': {
		'query.page_size': PAGING,
		'query.next_page_token': PAGING,
		'query.page_number': PAGING,
	},
	'user.update': {
		'body.phone_country': DEPRECATED,
		'body.phone_number': DEPRECATED,
	},
	'webinar.create': DEPRECATED_OF_WEBINARS,
	'webinar.getAll': { 'query.page_size': PAGING, 'query.page_number': PAGING },
	'webinar.update': DEPRECATED_OF_WEBINARS,
	'webinarRegistrant.getAll': NUMBERED_PAGES,
};

/** Choices of Zoom's that the node does not offer, and why. */
export const UNSUPPORTED_CHOICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'meeting.end': { 'body.action=recover': BY_OPERATION },
	'meeting.recover': { 'body.action=end': BY_OPERATION },
	'meetingRegistrant.create': NOTHING_SAID,
	'recordingRegistrant.create': NOTHING_SAID,
	'webinarRegistrant.create': NOTHING_SAID,
};
