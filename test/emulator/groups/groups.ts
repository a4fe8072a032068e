import { zoomTime } from '../core/clock';
import type { Call, EmulatorContext } from '../core/context';
import { ZoomError } from '../core/http/answers';
import type { GroupRecord } from './records';

const mostGroups = 5_000;
const mostADay = 100;

/** Adds a group, without members unless told. */
export function addGroup(
	context: EmulatorContext,
	given: Partial<GroupRecord> & { name: string },
): GroupRecord {
	return context.store.groups.insert({
		members: [],
		created_at: zoomTime(context.clock.now()),
		...given,
		id: given.id ?? context.ids.userId(),
	});
}

/** The group of the path, or Zoom's refusal. */
export function theGroup({ context, params }: Call): GroupRecord {
	const group = context.store.groups.get(params.groupId);
	if (!group) throw new ZoomError(404, 4130, `A group with this ${params.groupId} does not exist.`);
	return group;
}

/** Refuses what a free account cannot have; two routes do it with a successful status. */
export function requirePaid({ context, route }: Call): void {
	if (context.settings.plan !== 'free') return;
	const status = ['groups', 'group'].includes(route.operationId) ? 200 : 400;
	throw new ZoomError(status, 200, 'Only available for Paid account.');
}

/** A group's name as asked for: unique, and of fewer than 128 characters. */
export function checkName({ context, body }: Call, own?: GroupRecord): string {
	const name = body.name;
	if (typeof name !== 'string' || !name || name.length >= 128)
		throw new ZoomError(400, 300, 'Invalid parameter: name.');
	const [taken] = context.store.groups.find((group) => group !== own && group.name === name);
	if (taken) throw new ZoomError(409, 4132, `The group name "${name}" is already in use.`);
	return name;
}

/** Counts a new group against the account's limits. */
export function countGroup({ context }: Call): void {
	if (context.store.groups.size >= mostGroups)
		throw new ZoomError(
			400,
			300,
			'It has reached the maximum number of groups. You can clean up some groups then add.',
		);
	if (context.limits.countDaily('group', mostADay)) return;
	throw new ZoomError(
		429,
		429,
		`You have exceeded the daily rate limit (${mostADay}) of Create a Group API request for this account. This limit resets at GMT 00:00:00.`,
	);
}
