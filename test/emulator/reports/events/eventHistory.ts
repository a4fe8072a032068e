import type { Call, EmulatorContext } from '../../core/context';
import { attendeesInside, totalMinutes } from '../../history/attendance';
import { minutes } from '../../history/instances';
import type { PastInstance } from '../../history/records';
import { usedFeatures } from './features';

/** Whether the instance is one of those the call looks for. */
export function isFound({ context, query }: Call, instance: PastInstance): boolean {
	const { report_type = 'all', search_key = '', meeting_feature } = query;
	const { attendees, id, topic } = instance;
	const reports: Record<string, boolean> = {
		all: true,
		poll: attendees.some(({ poll_answers }) => poll_answers),
		survey: attendees.some(({ survey_answers }) => survey_answers),
		qa: attendees.some(({ questions }) => questions),
		reaction: instance.features.includes('reaction'),
	};
	if (!reports[String(report_type)]) return false;
	const wanted = String(search_key).toLowerCase();
	if (!topic.toLowerCase().includes(wanted) && !String(id).includes(wanted)) return false;
	if (meeting_feature === undefined) return true;
	const used = usedFeatures(context, instance);
	return String(meeting_feature)
		.split(',')
		.some((feature) => used[feature]);
}

/** An instance as the list of past events shows it. */
export function describeHistory(context: EmulatorContext, instance: PastInstance): object {
	const inside = attendeesInside(instance);
	const viewers = inside.filter(({ panelist }) => !panelist).length;
	return {
		meeting_uuid: instance.uuid,
		meeting_id: instance.id,
		type: instance.kind === 'webinar' ? 'Webinar' : 'Meeting',
		host_display_name: instance.user_name,
		host_email: instance.user_email,
		topic: instance.topic,
		start_time: instance.start_time,
		end_time: instance.end_time,
		create_time: instance.created_at,
		duration: minutes(instance),
		participants: inside.length,
		total_participant_minutes: totalMinutes(instance),
		department: instance.dept,
		group: context.store.groups
			.find(({ members }) => members.includes(instance.host_id))
			.map(({ name }) => name),
		source: instance.source,
		...(instance.kind === 'webinar' && {
			unique_viewers: viewers,
			max_concurrent_views: viewers,
		}),
		custom_fields: [],
		tracking_fields: instance.tracking_fields,
		feature_used: usedFeatures(context, instance),
	};
}
