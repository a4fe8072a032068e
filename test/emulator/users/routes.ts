import type { Call, Handler } from '../core/context';
import { noSuchUser, validationFailed, ZoomError } from '../core/http/answers';
import type { UserRecord } from '../core/records';
import { tellUserCreated, tellUserMoved, tellUserUpdated } from '../events/announcements/users';
import { passOnMeetings } from '../meetingOrWebinar/agenda';
import { accountScopeMissing, findUser, userOf } from '../oauth/access';
import { passOnRecordings } from '../recordings/library';
import { passOnWebinars } from '../webinars/schedule';
import { describeUser, listUser } from './answer';
import { checkNewUser, changeUser, loginTypes } from './change';
import { forget } from './leaving';
import { addUser, isAdmin } from './people';

/** The routes that list, make, show, change and remove users. */
export const userHandlers: Record<string, Handler> = {
	users({ context, query, route }) {
		const { status = 'active', role_id, license, include_fields } = query;
		const all = context.store.users.find(
			(user) =>
				user.status === status &&
				(role_id === undefined || user.role_id === role_id) &&
				(license === undefined || user.profile.license === license),
		);
		const listing = JSON.stringify([route.path, status, role_id, license, include_fields]);
		const page = context.pages.page(all, listing, query, route.maxPageSize ?? 2000);
		return { ...page.fields, users: page.entries.map((user) => listUser(user, include_fields)) };
	},

	userCreate({ context, body, user: by }) {
		const action = String(body.action);
		const info = checkNewUser(context, action, body.user_info);
		if (action === 'create') context.limits.countInvitation();
		const { email, type, first_name, last_name, display_name } = info;
		const user = addUser(context, {
			email,
			type,
			first_name,
			last_name,
			...(display_name && { display_name }),
			// Only an invited user has to accept before the account counts him as its own.
			status: action === 'create' ? 'pending' : 'active',
			verified: action === 'create' ? 0 : 1,
			login_types: loginTypes[action],
		});
		tellUserCreated(context, user, action, by);
		return { id: user.id, first_name, last_name, email, type };
	},

	user(call) {
		const { context, params, query } = call;
		if (query.search_by_unique_id !== true) return describeUser(context, userOf(call));
		if (!call.accountWide) throw accountScopeMissing(call);
		const [user] = context.store.users.find(
			({ profile }) => profile.employee_unique_id === params.userId,
		);
		if (!user) throw noSuchUser(params.userId);
		return describeUser(context, user);
	},

	userUpdate(call) {
		const user = userOf(call);
		const before = { ...user, profile: { ...user.profile } };
		changeUser(call, user);
		tellUserUpdated(call.context, before, user, call.user);
	},

	userDelete(call) {
		const { context, query } = call;
		const user = userOf(call);
		if (isAdmin(user)) throw new ZoomError(400, 1117, 'You can not disassociate an Admin user.');
		if (user.status === 'pending' && query.action === 'delete')
			throw new ZoomError(400, 200, 'Cannot delete a user out of your account.');
		const heir = transferTarget(call, user);
		passOnMeetings(context, user, query.transfer_meeting === true ? heir : undefined);
		passOnWebinars(context, user, query.transfer_webinar === true ? heir : undefined);
		passOnRecordings(context, user, query.transfer_recording === true ? heir : undefined);
		forget(context, user);
		context.store.users.delete(user.id);
		tellUserMoved(
			context,
			user,
			query.action === 'delete' ? 'deleted' : 'disassociated',
			call.user,
		);
	},

	userStatus(call) {
		const { action, transfer_events, transfer_email } = call.body;
		const user = userOf(call);
		if (transfer_events === true && !transfer_email)
			throw validationFailed({ field: 'transfer_email', message: 'Invalid field.' });
		if (action === 'clock_in' || action === 'clock_out') {
			user.clocked_in = action === 'clock_in';
			return;
		}
		if (isAdmin(user))
			throw new ZoomError(
				400,
				200,
				"Zoom Room and Admin users' status cannot be activated or deactivated.",
			);
		if (user.status === 'pending') throw noInvitation();
		const before = user.status;
		user.status = action === 'activate' ? 'active' : 'inactive';
		// Deactivating takes the licence away, and activating does not bring it back.
		if (action === 'deactivate') user.type = 1;
		if (user.status === before) return;
		const what = user.status === 'active' ? 'activated' : 'deactivated';
		tellUserMoved(call.context, user, what, call.user);
	},
};

/** The user who is to get what the deleted one leaves, where anything is to be passed on. */
function transferTarget({ context, query }: Call, from: UserRecord): UserRecord | undefined {
	const { transfer_email } = query;
	if (transfer_email === undefined) {
		const asked = Object.keys(query).filter(
			(name) => name.startsWith('transfer_') && query[name] === true && name !== 'transfer_events',
		);
		if (asked.length)
			throw validationFailed({ field: 'transfer_email', message: 'Invalid field.' });
		return undefined;
	}
	const target = findUser(context.store, String(transfer_email));
	if (target === from)
		throw new ZoomError(
			400,
			300,
			"The transfer-to email address cannot be the same as the unlinked or deleted user's email address.",
		);
	if (target?.status !== 'active') throw noSuchUser(String(transfer_email));
	return target;
}

function noInvitation(): ZoomError {
	return new ZoomError(
		400,
		1120,
		'A valid invitation to join the Zoom account was not found for this user.',
	);
}
