import type { Handler } from '../../core/context';
import { invalidParameter, validationFailed } from '../../core/http/answers';
import { jwtShaped } from '../../core/identifiers';
import { tellSettingsUpdated } from '../../events/announcements/users';
import { userOf } from '../../oauth/access';
import { changeSettings, viewOf } from './change';
import { pickSettings } from './settings';

const year = 31_536_000;

/** The routes that show and change a user's settings and hand out a user's keys. */
export const userAccessHandlers: Record<string, Handler> = {
	userSettings(call) {
		const { option, custom_query_fields } = call.query;
		const user = userOf(call);
		if (option !== undefined) return viewOf(user, String(option));
		if (custom_query_fields === undefined) return user.settings;
		return pickSettings(user.settings, String(custom_query_fields).split(','));
	},

	userSettingsUpdate(call) {
		const { option } = call.query;
		const user = userOf(call);
		const before = user.settings;
		changeSettings(user, call.body, option === undefined ? undefined : String(option));
		tellSettingsUpdated(call.context, before, user, call.user);
	},

	userToken(call) {
		const { context, query } = call;
		const user = userOf(call);
		const { type = 'token', meeting_id } = query;
		// Zoom has withdrawn this kind, and says so in a successful answer.
		if (type === 'token')
			return { token: 'Token is no longer supported. Please use ZAK token instead.' };
		if (type === 'onbehalf' && meeting_id === undefined)
			throw validationFailed({ field: 'meeting_id', message: 'Invalid field.' });
		const apiUser = user.login_types.includes(99);
		const ttl = (query.ttl as number | undefined) ?? (apiUser ? 90 * 86_400 : 7_200);
		if (ttl < 0 || ttl > year) throw invalidParameter('ttl');
		return { token: key(user.id, String(type), context.clock.now(), ttl) };
	},

	userZak(call) {
		const user = userOf(call, 'me');
		return { token: key(user.id, 'zak', call.context.clock.now(), 300) };
	},
};

function key(userId: string, type: string, now: number, seconds: number): string {
	const iat = Math.floor(now / 1000);
	return jwtShaped({ aud: 'clientsm', uid: userId, zak: type, iat, exp: iat + seconds });
}
