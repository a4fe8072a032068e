import { zoomTime } from '../../core/clock';
import type { Call, EmulatorContext } from '../../core/context';
import type { OperationLog } from '../records';

/** Adds an entry to the operation log. */
export function addOperation({ store }: EmulatorContext, entry: Omit<OperationLog, 'id'>): void {
	store.operationLogs.insert({ id: store.operationLogs.size + 1, ...entry });
}

/** Enters what a call has changed, if it is something an admin would look for later. */
export function logOperation(call: Call): void {
	const { context, route, user } = call;
	const logged = Object.hasOwn(operations, route.operationId) && operations[route.operationId];
	if (!logged) return;
	const [category_type, action, subject] = logged;
	addOperation(context, {
		time: zoomTime(context.clock.now()),
		operator: user?.email ?? '',
		category_type,
		action,
		operation_detail: `${action} ${category_type} - ${subject(call)}`,
	});
}

/** Category, action and subject of an entry, by the operation that makes it. */
const operations: Record<string, [string, string, (call: Call) => string]> = {
	userCreate: ['user', 'add', ({ body }) => (body.user_info as { email: string }).email],
	userUpdate: ['user', 'update', ({ params }) => params.userId],
	userStatus: ['user', 'update', ({ params }) => params.userId],
	userDelete: ['user', 'delete', ({ params }) => params.userId],
	recordingDelete: ['recording', 'delete', ({ params }) => params.meetingId],
	recordingDeleteOne: ['recording', 'delete', ({ params }) => params.meetingId],
	webinarCreate: ['webinar', 'add', ({ body }) => String(body.topic)],
	webinarDelete: ['webinar', 'delete', ({ params }) => params.webinarId],
	trackingfieldCreate: ['account', 'add', ({ body }) => String(body.field)],
	trackingfieldUpdate: ['account', 'update', ({ params }) => params.fieldId],
	trackingfieldDelete: ['account', 'delete', ({ params }) => params.fieldId],
};
