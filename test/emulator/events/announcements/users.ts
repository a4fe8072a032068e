import type { EmulatorContext } from '../../core/context';
import type { UserRecord } from '../../core/records';
import { operator } from './wording';

/** Tells that the account has a new user, by which of Zoom's four ways. */
export function tellUserCreated(
	context: EmulatorContext,
	user: UserRecord,
	creation_type: string,
	by?: UserRecord,
): void {
	context.events.happened('user.created', user.id, () => ({
		payload: {
			...operator(context, by),
			creation_type,
			object: { ...portrait(user), display_name: user.display_name },
		},
	}));
}

/** Tells what has changed about a user, if anything has; `before` is how it was. */
export function tellUserUpdated(
	context: EmulatorContext,
	before: UserRecord,
	user: UserRecord,
	by?: UserRecord,
): void {
	tellChange(context, 'user.updated', user, profile(before), profile(user), by);
}

/** Tells which settings of a user have changed, if any have; `before` is how they were. */
export function tellSettingsUpdated(
	context: EmulatorContext,
	before: UserRecord['settings'],
	user: UserRecord,
	by?: UserRecord,
): void {
	const settings = (these: object) => ({ settings: these });
	tellChange(context, 'user.settings_updated', user, settings(before), settings(user.settings), by);
}

/** Tells what has become of a user's account. */
export function tellUserMoved(
	context: EmulatorContext,
	user: UserRecord,
	what: 'activated' | 'deactivated' | 'deleted' | 'disassociated',
	by?: UserRecord,
): void {
	context.events.happened(`user.${what}`, user.id, () => ({
		payload: { ...operator(context, by), object: portrait(user) },
	}));
}

/** Tells what others see of a user. */
export function tellPresence(context: EmulatorContext, user: UserRecord): void {
	context.events.happened('user.presence_status_updated', user.id, () => ({
		payload: {
			object: {
				id: user.id,
				email: user.email,
				date_time: new Date(context.clock.now()).toISOString(),
				presence_status: user.presence?.status ?? 'Available',
			},
		},
	}));
}

function portrait({ id, first_name, last_name, email, type }: UserRecord) {
	return { id, first_name, last_name, email, type };
}

/** What of a user Zoom calls a profile; the rest has events of its own or none. */
function profile({
	settings: _s,
	presence: _p,
	views: _v,
	status: _st,
	...rest
}: UserRecord): object {
	const { profile: more, password: _, ...fields } = rest;
	return { ...fields, ...more };
}

function tellChange(
	context: EmulatorContext,
	event: string,
	user: UserRecord,
	before: object,
	after: object,
	by?: UserRecord,
): void {
	context.events.happened(event, user.id, () => {
		const now = difference(after, before);
		if (!now) return undefined;
		const { id } = user;
		return {
			payload: {
				...operator(context, by),
				object: { id, ...now },
				old_object: { id, ...difference(before, after) },
				time_stamp: context.clock.now(),
			},
		};
	});
}

/** What of the first is not so in the second, however deep; nothing where all is. */
function difference(these: object, those: object): object | undefined {
	const parts = Object.entries(these).flatMap(([name, value]: [string, unknown]) => {
		const other = (those as Record<string, unknown>)[name];
		if (JSON.stringify(value) === JSON.stringify(other)) return [];
		const inner = isRecord(value) && isRecord(other) ? difference(value, other) : value;
		return inner === undefined ? [] : [[name, inner] as const];
	});
	return parts.length ? Object.fromEntries(parts) : undefined;
}

function isRecord(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
