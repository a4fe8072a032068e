import { zoomTime } from '../core/clock';
import type { Call, Handler } from '../core/context';
import { ZoomError } from '../core/http/answers';
import { askedPage } from '../core/listing';
import type { UserRecord } from '../core/records';
import { tellGroup, tellGroupRenamed, tellMembers } from '../events/announcements/groups';
import { findUser } from '../oauth/access';
import { addGroup, checkName, countGroup, requirePaid, theGroup } from './groups';
import type { GroupRecord } from './records';

/** The routes about groups of users. */
export const groupHandlers: Record<string, Handler> = {
	groups(call) {
		requirePaid(call);
		const page = askedPage(call, call.context.store.groups.find());
		return {
			total_records: page.fields.total_records,
			next_page_token: page.fields.next_page_token,
			groups: page.entries.map(describeGroup),
		};
	},

	groupCreate(call) {
		requirePaid(call);
		const name = checkName(call);
		countGroup(call);
		const group = addGroup(call.context, { name });
		tellGroup(call.context, group, 'created', call.user);
		return describeGroup(group);
	},

	group(call) {
		requirePaid(call);
		return describeGroup(theGroup(call));
	},

	groupUpdate(call) {
		requirePaid(call);
		const group = theGroup(call);
		const before = group.name;
		group.name = checkName(call, group);
		tellGroupRenamed(call.context, group, before, call.user);
	},

	groupDelete(call) {
		requirePaid(call);
		const group = theGroup(call);
		call.context.store.groups.delete(group.id);
		tellGroup(call.context, group, 'deleted', call.user);
	},

	groupMembers(call) {
		requirePaid(call);
		const all = theGroup(call)
			.members.map((id) => call.context.store.users.get(id))
			.filter((user): user is UserRecord => user !== undefined);
		const page = askedPage(call, all);
		return {
			...page.fields,
			members: page.entries.map(({ id, email, first_name, last_name, type }) => ({
				id,
				email,
				first_name,
				last_name,
				type,
			})),
		};
	},

	groupMembersCreate(call) {
		requirePaid(call);
		const { members = [] } = call.body as { members?: { id?: string; email?: string }[] };
		const group = theGroup(call);
		const users = members
			.map(({ id, email = '' }) => findUser(call.context.store, id ?? email))
			.filter((user): user is UserRecord => user !== undefined);
		const ids = users.map(({ id }) => id);
		const fresh = users.filter(({ id }) => !group.members.includes(id));
		group.members = [...new Set([...group.members, ...ids])];
		tellMembers(call.context, group, fresh, 'member_added', call.user);
		return { ids: ids.join(','), added_at: zoomTime(call.context.clock.now()) };
	},

	groupMembersDelete(call) {
		requirePaid(call);
		const group = theGroup(call);
		const member = memberOf(call, group);
		group.members = group.members.filter((id) => id !== member.id);
		tellMembers(call.context, group, [member], 'members_deleted', call.user);
	},
};

function describeGroup({ id, name, members }: GroupRecord): object {
	return { id, name, total_members: members.length };
}

function memberOf({ context, params }: Call, { members }: GroupRecord): UserRecord {
	const user = findUser(context.store, params.memberId);
	if (!user || !members.includes(user.id))
		throw new ZoomError(404, 4131, 'Group member does not exist.');
	return user;
}
