import type { Call } from '../core/context';
import { ZoomError } from '../core/http/answers';
import type { UserRecord } from '../core/records';

/** Lets pass only hosts with the webinar add-on; Zoom words it differently from route to route. */
export function requireWebinarPlan({ route }: Call, host: UserRecord): void {
	if (host.status === 'active' && host.type === 2 && host.settings.feature.webinar === true) return;
	const endings: Record<string, string> = {
		webinarCreate: `for user ${host.id} in order to perform this action.`,
		webinar: `for user ${host.id} to perform this action.`,
		webinarUpdate: `for this user in order to perform this action: ${host.id}.`,
	};
	const ending = endings[route.operationId] ?? 'for this user in order to perform this action.';
	throw new ZoomError(
		400,
		200,
		`Webinar plan is missing. You must subscribe to the webinar plan and enable webinars ${ending}`,
	);
}
