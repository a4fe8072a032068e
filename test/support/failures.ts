import type { INode, NodeApiError } from 'n8n-workflow';
import { toNodeError } from '../../nodes/Zoom/transport/errors/nodeError';
import type { FailedCall } from '../../nodes/Zoom/transport/response/failedCall';
import type { ErrorResponse } from '../../nodes/Zoom/transport/response/outcome';
import { requestOf } from './registry/registry';

export const node: INode = {
	id: '1',
	name: 'Zoom',
	type: 'n8n-nodes-zoom.zoom',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
export const create = requestOf('meeting.create', {});
export const get = requestOf('meeting.get', { meetingId: '81234567890' });
export const update = requestOf('meeting.update', { meetingId: '1', updateFields: { topic: 'x' } });

/** An answer of Zoom's that is an error. */
export const refused = (
	status: number,
	message = '',
	more: Partial<ErrorResponse> = {},
): ErrorResponse => ({
	kind: 'errorResponse',
	status,
	message,
	fields: [],
	headers: {},
	...more,
});

/** The error a user sees after a call of "Get" that ended like this. */
export function errorOf(
	outcome: FailedCall['outcome'],
	more: Partial<FailedCall> = {},
): NodeApiError {
	return toNodeError(node, {
		request: get,
		outcome,
		appKind: 'serverToServer',
		timezone: 'Europe/Berlin',
		attempts: 1,
		elapsed: 0,
		mayHaveHappened: false,
		timeout: 60,
		...more,
	});
}
export const messageOf = (outcome: FailedCall['outcome'], more?: Partial<FailedCall>) =>
	errorOf(outcome, more).message;
export const hintOf = (outcome: FailedCall['outcome'], more?: Partial<FailedCall>) =>
	String(errorOf(outcome, more).description);
export const detailsOf = (outcome: FailedCall['outcome'], more?: Partial<FailedCall>) =>
	errorOf(outcome, more).context.data;
