import { zoomTime } from '../../core/clock';
import type { EmulatorContext } from '../../core/context';
import { ZoomError } from '../../core/http/answers';
import type { UserRecord } from '../../core/records';
import { findUser } from '../../oauth/access';

/** One user's privilege of scheduling meetings for another. */
export interface Assistance {
	/** Whose meetings they are. */
	user_id: string;
	assistant_id: string;
	can_manage_host_private_event: boolean;
}

/** An assistant as a call names one: Zoom takes the ID where both are given. */
export interface NamedAssistant {
	id?: string;
	email?: string;
	can_manage_host_private_event?: boolean;
}

/** Lets all named users schedule for another, or none of them where Zoom refuses one. */
export function assist(
	context: EmulatorContext,
	user: UserRecord,
	named: NamedAssistant[],
): object {
	requireLicence(user, user.id);
	const added = named.map((entry) => ({
		user_id: user.id,
		assistant_id: assistantOf(context, user, entry).id,
		can_manage_host_private_event: entry.can_manage_host_private_event ?? false,
	}));
	for (const entry of added) context.store.assistants.insert(entry);
	return {
		ids: added.map(({ assistant_id }) => assistant_id).join(','),
		add_at: zoomTime(context.clock.now()),
	};
}

function assistantOf(
	context: EmulatorContext,
	user: UserRecord,
	{ id, email }: NamedAssistant,
): UserRecord {
	const reference = id ?? email ?? '';
	const assistant = findUser(context.store, reference);
	if (!assistant) throw refused(`Can't find user ${reference}.`);
	if (assistant === user) throw refused("Can't assign scheduling privilege to yourself.");
	requireLicence(assistant, assistant.email);
	if (context.store.assistants.get(`${user.id} ${assistant.id}`))
		throw refused(`User ${assistant.email} has already granted scheduling privilege.`);
	return assistant;
}

function requireLicence({ type }: UserRecord, name: string): void {
	if (type !== 2)
		throw refused(`The user must either be a Licensed user or an On-prem user : ${name}.`);
}

function refused(message: string): ZoomError {
	return new ZoomError(400, 200, message);
}
