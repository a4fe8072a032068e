import type { Call, Handler } from '../../core/context';
import { invalidParameter, ZoomError } from '../../core/http/answers';
import type { Part } from '../../core/http/multipart';
import type { UserRecord } from '../../core/records';
import { tellPresence, tellUserUpdated } from '../../events/announcements/users';
import { userOf } from '../../oauth/access';
import { accountOwner, isAdmin } from '../people';
import { setPassword } from './password';
import { permissionsOf } from './permissions';
import { removePicture, setPicture } from './picture';
import { describePresence, setPresence } from './presence';

/** The routes about what belongs to a user's account: address, password, picture, presence, rights. */
export const userAccountHandlers: Record<string, Handler> = {
	userEmail({ context, query }) {
		const email = String(query.email).toLowerCase();
		// Zoom knows only those who signed up by e-mail.
		const [user] = context.store.users.find(
			(each) => each.email.toLowerCase() === email && each.login_types.includes(100),
		);
		return { existed_email: user !== undefined };
	},

	userEmailUpdate(call) {
		const { context, body } = call;
		const user = userOf(call);
		const email = String(body.email);
		if (!call.accountWide && !isAdmin(user))
			throw new ZoomError(400, 200, 'Only an account administrator can change email.');
		if (isAdmin(user) && user !== call.user)
			throw new ZoomError(400, 1000, 'Admin can not change other admins email.');
		if (!isManaged(call, email) || email.length >= 128) throw invalidParameter('email');
		if (context.store.users.find((each) => each.email.toLowerCase() === email.toLowerCase()).length)
			throw new ZoomError(409, 1005, `Email "${email}" has already been used.`);
		if (!context.limits.countDaily(`email ${user.id}`, 3))
			throw new ZoomError(
				400,
				300,
				'This email cannot be changed because it has already been changed the maximum number of times over the past 24 hours.',
			);
		const before = { ...user };
		user.email = email;
		tellUserUpdated(context, before, user, call.user);
	},

	userPassword(call) {
		setPassword(call.context, userOf(call), String(call.body.password));
	},

	userPicture(call) {
		setPicture(call.context, userOf(call), call.body.pic_file as Part);
		return {};
	},

	userPictureDelete(call) {
		removePicture(call.context, userOf(call));
	},

	userPermission(call) {
		return { permissions: permissionsOf(userOf(call).role_id) };
	},

	getUserPresenceStatus(call) {
		const user = userOf(call);
		return describePresence(call.context, user, user === call.user);
	},

	updatePresenceStatus(call) {
		const asked = call.body as { status: string; duration?: number };
		const user = userOf(call);
		setPresence(call.context, user, asked);
		tellPresence(call.context, user);
	},

	userSummary({ context }) {
		const counted = (matches: (user: UserRecord) => boolean) =>
			context.store.users.find(matches).length;
		const ofType = (type: number) =>
			counted((user) => user.status !== 'pending' && user.type === type);
		const counts = {
			licensed_users_count: ofType(2),
			basic_users_count: ofType(1),
			on_prem_users_count: ofType(3),
			room_users_count: 0,
			join_only_users_count: ofType(4),
		};
		return {
			...counts,
			pending_users_count: counted(({ status }) => status === 'pending'),
			total_users_count: Object.values(counts).reduce((sum, count) => sum + count, 0),
		};
	},
};

/** Whether the address lies in the account's managed domain, which is its owner's. */
function isManaged({ context }: Call, email: string): boolean {
	const domain = (address: string) => address.split('@')[1].toLowerCase();
	return domain(email) === domain(accountOwner(context).email);
}
