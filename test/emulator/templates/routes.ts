import type { Handler } from '../core/context';
import { ZoomError } from '../core/http/answers';
import { findMeeting } from '../meetingOrWebinar/agenda';
import { requireHost, userOf } from '../oauth/access';
import { requireWebinarPlan } from '../webinars/plan';
import { describeTemplates, saveTemplate } from './templates';

/** The routes about meeting and webinar templates. */
export const templateHandlers: Record<string, Handler> = {
	listMeetingTemplates(call) {
		const user = userOf(call);
		requireHost(call, user);
		return describeTemplates(call.context, user, 'meeting');
	},

	meetingTemplateCreate(call) {
		const { body, context } = call;
		const user = userOf(call);
		requireHost(call, user);
		const reference = String(body.meeting_id);
		if (context.store.webinars.get(reference))
			throw new ZoomError(400, 3000, 'Cannot access webinar information.');
		const meeting = findMeeting(context, reference);
		if (meeting?.host_id !== user.id)
			throw new ZoomError(400, 3001, `Meeting does not exist: ${reference}`);
		const { id, name } = saveTemplate(context, user, meeting, body);
		return { id, name };
	},

	listWebinarTemplates(call) {
		const user = userOf(call);
		requireWebinarPlan(call, user);
		return describeTemplates(call.context, user, 'webinar');
	},
};
