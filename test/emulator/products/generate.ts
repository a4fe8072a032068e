import { endpointName, readEndpoint, readOperations } from '../../../spec/read';
import type { ProductRoute } from './routes';

/** Which routes stand for a product: a list, what its entries are called, and what adds to it. */
interface Chosen {
	list?: string;
	key?: string;
	id: string;
	/** Where entries are added, if not at the list. */
	create?: string;
	/** How the list is paged, where it is not Zoom's usual way. */
	style?: ProductRoute['entries']['style'];
}

const chosen: Chosen[] = [
	{ list: '/phone/call_queues', key: 'call_queues', id: 'id' },
	{ list: '/phone/users', key: 'users', id: 'id', create: '' },
	{ list: '/chat/users/{userId}/channels', key: 'channels', id: 'id' },
	{ list: '/chat/users/{userId}/messages', key: 'messages', id: 'id' },
	{ id: 'message_id', create: '/im/chat/messages' },
	{ list: '/rooms', key: 'rooms', id: 'id' },
	{ list: '/contact_center/queues', key: 'queues', id: 'queue_id' },
	{
		list: '/virtual_agent/report/engagements',
		key: 'engagements',
		id: 'engagement_id',
		create: '',
	},
	{ list: '/km/kbs/{kbId}/articles', key: 'articles', id: 'article_id' },
	{ list: '/zoom_events/events', key: 'events', id: 'event_id' },
	{ list: '/whiteboards', key: 'whiteboards', id: 'whiteboard_id' },
	{ list: '/whiteboards/projects', key: 'projects', id: 'project_id' },
	{ list: '/docs/files/{fileId}/children', key: 'children', id: 'file_id', create: '/docs/files' },
	{ list: '/scheduler/schedules', key: 'items', id: 'schedule_id' },
	{ list: '/calendars/{calId}/events', key: 'items', id: 'id', style: 'google' },
	{ list: '/emails/mailboxes/{email}/messages', key: 'messages', id: 'id', style: 'google' },
	{ list: '/tasks/items', key: 'items', id: 'task_id' },
	{ list: '/clips', key: 'clips', id: 'clip_id', create: '/clips/transfers' },
	{ list: '/roles', key: 'roles', id: 'id' },
	{ list: '/marketplace/apps', key: 'apps', id: 'app_id' },
	{ list: '/crc/managed_rooms', key: 'managed_rooms', id: 'id' },
	{ list: '/zra/conversations', key: 'conversations', id: 'conversation_id' },
	{ list: '/videosdk/sessions', key: 'sessions', id: 'session_id' },
	{ list: '/video_management/channels', key: 'channels', id: 'channel_id' },
	{ list: '/number_management/peering_numbers', key: 'peering_numbers', id: 'id' },
	{ list: '/workforce-management/organizational-groups', key: 'groups', id: 'id' },
	{ list: '/qm/interactions', key: 'interactions', id: 'interaction_id' },
	{ list: '/commerce/orders', key: 'orders', id: 'order_id', create: '/commerce/order' },
	{ list: '/dialer/call-lists', key: 'call_lists', id: 'id' },
	{ list: '/aiservices/summarizer/jobs', key: 'jobs', id: 'job_id' },
	{ list: '/cobrowsesdk/live_sessions', key: 'sessions', id: 'session_id', create: '' },
	{ list: '/clinical_notes/notes', key: 'notes', id: 'note_id', create: '' },
	{ list: '/my_notes/notes', key: 'notes', id: 'note_id', create: '' },
	{
		list: '/aic/users/{userId}/conversation_archive',
		key: 'conversations',
		id: 'conversation_id',
		create: '',
	},
	{
		list: '/metrics/meetings/{meetingId}/participants/qos_summary',
		key: 'participants',
		id: 'participant_id',
		create: '',
	},
	{ list: '/scim2/Users', key: 'Resources', id: 'id', style: 'scim' },
];

/** The text of routes.generated.json, made from Zoom's facts. */
export function generateProducts(): string {
	const routes = chosen.flatMap(({ list, key, id, style, create = list }) => [
		...(list ? [routeOf('GET', list, { list, key, id, style })] : []),
		...(create ? [routeOf('POST', create, { list: list ?? create, id })] : []),
	]);
	// Of what the node has operations for, the contract knows more.
	const inContract = new Set(Object.values(readOperations()));
	const own = routes.filter((route) => !inContract.has(endpointName(route)));
	return `[\n${own.map((route) => JSON.stringify(route)).join(',\n')}\n]\n`;
}

function routeOf(method: string, path: string, entries: ProductRoute['entries']): ProductRoute {
	const { product, operationId, ...row } = readEndpoint(`${method} ${path}`);
	return {
		product,
		method,
		path,
		// Two products may name an operation alike.
		operationId: `${product} ${operationId}`,
		granular: row.granularScopes,
		classic: row.classicScopes,
		label: row.rateLimitLabel ? labelOf(row.rateLimitLabel) : undefined,
		paging: method === 'GET' ? 'token' : 'none',
		maxPageSize: row.maxPageSize,
		success: Number(row.success ?? (method === 'GET' ? 200 : 201)),
		entries,
	};
}

function labelOf(text: string): ProductRoute['label'] {
	return (text[0].toUpperCase() + text.slice(1).toLowerCase()) as ProductRoute['label'];
}
