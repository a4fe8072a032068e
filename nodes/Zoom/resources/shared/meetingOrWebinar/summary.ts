/** What most people want of a meeting or webinar: when and where, not how it is set up. */
export const SESSION_SUMMARY = [
	'id',
	'uuid',
	'host_id',
	'host_email',
	'topic',
	'agenda',
	'type',
	'status',
	'start_time',
	'duration',
	'timezone',
	'join_url',
	'occurrences',
];
