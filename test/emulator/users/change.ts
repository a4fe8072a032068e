import type { Call, EmulatorContext } from '../core/context';
import { invalidParameter, validationFailed, ZoomError } from '../core/http/answers';
import type { UserRecord } from '../core/records';
import { checkZone } from '../meetingOrWebinar/agenda';

/** The login a new user has, by the action that made it. */
export const loginTypes: Record<string, number[]> = {
	create: [100],
	autoCreate: [100],
	custCreate: [99],
	ssoCreate: [101],
};

interface NewUser {
	email: string;
	type: number;
	first_name: string;
	last_name: string;
	display_name?: string;
	password?: string;
}

/** What is asked for a new user, or Zoom's refusal of it. */
export function checkNewUser(context: EmulatorContext, action: string, info: unknown): NewUser {
	if (!info) throw validationFailed({ field: 'user_info', message: 'Invalid field.' });
	const asked = { first_name: '', last_name: '', ...(info as Partial<NewUser>) } as NewUser;
	if (!/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(asked.email))
		throw validationFailed({ field: 'user_info.email', message: 'Invalid field.' });
	// Type 99 exists for single sign-on only, and only an autoCreate sets a password.
	if (asked.type === 99 && action !== 'ssoCreate') throw invalidParameter('user_info.type');
	if (action === 'autoCreate' && !isPassword(asked.password))
		throw new ZoomError(400, 300, 'Invalid parameter: password');
	const taken = context.store.users.find(
		({ email }) => email.toLowerCase() === asked.email.toLowerCase(),
	);
	if (taken.length) throw new ZoomError(409, 1005, `Email "${asked.email}" has already been used.`);
	return asked;
}

/** Applies an update to a user's profile. */
export function changeUser({ body, context, accountWide }: Call, user: UserRecord): void {
	refuseToMembers(body, accountWide || user.role_id !== '2');
	checkZone(body.timezone);
	if (body.type === 99) throw invalidParameter('type');
	const plans = ['type', 'plan_united_type', 'zoom_one_type'].filter((name) => name in body);
	if (plans.length > 1)
		throw new ZoomError(
			400,
			300,
			'You can\'t change the "type" or "plan_united_type" or "zoom_one_type" at the same time.',
		);
	if (typeof body.linkedin_url === 'string' && !body.linkedin_url.includes('linkedin.com'))
		throw new ZoomError(
			400,
			300,
			'The `linkedin_url` field is illegal. The URL must contain `linkedin.com`.',
		);
	const { vanity_name, ...changes } = body;
	for (const [name, value] of Object.entries(changes))
		Object.assign(name in user ? user : user.profile, { [name]: value });
	if (vanity_name !== undefined)
		user.profile.vanity_url = `${context.url}/my/${String(vanity_name)}`;
	const renamed = 'first_name' in body || 'last_name' in body || body.display_name === '';
	if (renamed && !body.display_name)
		user.display_name = [user.first_name, user.last_name].filter(Boolean).join(' ');
}

function refuseToMembers(body: Record<string, unknown>, admin: boolean): void {
	if (admin) return;
	const names = Object.entries({
		first_name: "a user's name",
		last_name: "a user's name",
		host_key: 'the host key',
		pmi: 'a Personal Meeting ID (PMI)',
		vanity_name: 'a vanity name',
	});
	const refused = names.find(([name]) => name in body);
	if (refused)
		throw new ZoomError(400, 200, `Only an account administrator can change ${refused[1]}.`);
}

/** Zoom's basic rule: 8 to 32 characters with a letter, a capital and a number among them. */
function isPassword(password: string | undefined): boolean {
	const rules = [/^.{8,32}$/, /[a-z]/, /[A-Z]/, /\d/];
	return password !== undefined && rules.every((rule) => rule.test(password));
}
