import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProductRoute } from './routes';

interface EndpointRow {
	product: string;
	method: string;
	path: string;
	operationId: string;
	granularScopes: string[];
	classicScopes: string[];
	rateLimitLabel: string | null;
	maxPageSize: number | null;
	success: string | null;
}

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

/** The text of routes.generated.json, made from the list of all endpoints in the shared folder. */
export function generateProducts(shared: string): string {
	const read = (file: string): unknown =>
		JSON.parse(readFileSync(join(shared, 'zoom-spec', file), 'utf8'));
	const nameOf = ({ method, path }: EndpointRow) => `${method} ${path}`;
	// Scopes and labels that the list lacks.
	const { fixes } = read('derived-endpoints-fixes.json') as { fixes: EndpointRow[] };
	const fixed = new Map(fixes.map((row) => [nameOf(row), row]));
	const listed = (read('derived-endpoints.json') as EndpointRow[]).map((row) => ({
		...row,
		...fixed.get(nameOf(row)),
	}));
	const rows = [...listed, ...notesRows(shared)];
	const routes = chosen.flatMap(({ list, key, id, style, create = list }) => [
		...(list ? [routeOf(rows, 'GET', list, { list, key, id, style })] : []),
		...(create ? [routeOf(rows, 'POST', create, { list: list ?? create, id })] : []),
	]);
	return `[\n${routes.map((route) => JSON.stringify(route)).join(',\n')}\n]\n`;
}

function routeOf(
	rows: EndpointRow[],
	method: string,
	path: string,
	entries: ProductRoute['entries'],
): ProductRoute {
	const row = rows.find((each) => each.method === method && each.path === path);
	if (!row) throw new Error(`No document of Zoom's describes ${method} ${path}`);
	return {
		product: row.product,
		method,
		path,
		// Two products may name an operation alike.
		operationId: `${row.product} ${row.operationId}`,
		granular: row.granularScopes,
		classic: row.classicScopes,
		label: row.rateLimitLabel ? labelOf(row.rateLimitLabel) : undefined,
		paging: method === 'GET' ? 'token' : 'none',
		maxPageSize: row.maxPageSize ?? undefined,
		success: Number(row.success ?? (method === 'GET' ? 200 : 201)),
		entries,
	};
}

interface NotesDocument {
	paths: Record<
		string,
		{ get: { operationId: string; 'x-extensions'?: Record<string, string[] | undefined> } }
	>;
}

/** The one product that stands in a document of its own, and not in the list of all endpoints. */
function notesRows(shared: string): EndpointRow[] {
	const { paths } = JSON.parse(
		readFileSync(join(shared, 'zoom-spec', 'zoom-my-notes.2026-08.json'), 'utf8'),
	) as NotesDocument;
	return Object.entries(paths).map(([path, { get }]) => ({
		product: 'my-notes',
		method: 'GET',
		path,
		operationId: get.operationId,
		granularScopes: get['x-extensions']?.['x-granular-scopes'] ?? [],
		classicScopes: get['x-extensions']?.['x-macro-scopes'] ?? [],
		rateLimitLabel: null,
		maxPageSize: null,
		success: '200',
	}));
}

function labelOf(text: string): ProductRoute['label'] {
	return (text[0].toUpperCase() + text.slice(1).toLowerCase()) as ProductRoute['label'];
}
