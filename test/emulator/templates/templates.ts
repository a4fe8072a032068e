import type { Call, EmulatorContext } from '../core/context';
import { invalidParameter, ZoomError } from '../core/http/answers';
import type { MeetingRecord, UserRecord } from '../core/records';

/** A template from which meetings or webinars can be made. */
export interface TemplateRecord {
	id: string;
	name: string;
	kind: 'meeting' | 'webinar';
	/** Whose it is; a template without an owner is the administrators', for everyone. */
	owner_id?: string;
	/** The meeting it was made from. */
	meeting_id?: number;
}

const templateLimit = 40;

/** The list of a user's own templates and the administrators'. */
export function describeTemplates(
	{ store }: EmulatorContext,
	user: UserRecord,
	kind: TemplateRecord['kind'],
): object {
	const templates = store.templates
		.find((template) => template.kind === kind && [undefined, user.id].includes(template.owner_id))
		.map(({ id, name, owner_id }) => ({ id, name, type: owner_id === undefined ? 2 : 1 }));
	return { templates, total_records: templates.length };
}

/** Refuses a template that is not there, or is somebody else's; a new meeting takes the administrators' alone. */
export function checkTemplate(
	{ body, context, route }: Call,
	kind: TemplateRecord['kind'],
	user: UserRecord,
): void {
	const { template_id: id } = body;
	if (id === undefined || id === '') return;
	const owners = route.operationId === 'meetingCreate' ? [undefined] : [undefined, user.id];
	const template = context.store.templates.get(String(id));
	if (template?.kind !== kind || !owners.includes(template.owner_id))
		throw invalidParameter('template_id');
}

/** Makes a template of a meeting; one of the same name gives way only if it is from the same meeting. */
export function saveTemplate(
	{ ids, store }: EmulatorContext,
	owner: UserRecord,
	meeting: MeetingRecord,
	asked: { name?: string; overwrite?: boolean },
): TemplateRecord {
	const { name = meeting.topic, overwrite = false } = asked;
	const own = store.templates.find(
		({ kind, owner_id }) => kind === 'meeting' && owner_id === owner.id,
	);
	const same = own.find((template) => template.name === name);
	if (same) {
		if (!overwrite || same.meeting_id !== meeting.id)
			throw new ZoomError(400, 3000, `Meeting template name already exists: ${name}.`);
		return same;
	}
	if (own.length >= templateLimit)
		throw new ZoomError(400, 300, `You can only create up to ${templateLimit} meeting templates.`);
	return store.templates.insert({
		id: ids.userId(),
		name,
		kind: 'meeting',
		owner_id: owner.id,
		meeting_id: meeting.id,
	});
}
