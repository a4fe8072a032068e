import type { EmulatorContext } from '../../core/context';
import { ZoomError } from '../../core/http/answers';
import type { UserRecord } from '../../core/records';
import { isAdmin } from '../people';

/** Zoom's rules for a password, each with the code of its refusal. */
const rules: [code: number, message: string, holds: (password: string) => boolean][] = [
	[1124, 'Have at least 8 characters', (password) => password.length >= 8],
	[300, 'Invalid parameter: password.', (password) => password.length < 32],
	[1125, 'Have at least 1 letter (a, b, c…)', (password) => /[a-z]/i.test(password)],
	[1126, 'Have at least 1 number (1, 2, 3…)', (password) => /\d/.test(password)],
	[
		1128,
		'Include both Upper case and Lower case characters',
		(password) => /[a-z]/.test(password) && /[A-Z]/.test(password),
	],
];

/** Sets the password with which a user signs in, or refuses it by the first rule it breaks. */
export function setPassword(context: EmulatorContext, user: UserRecord, password: string): void {
	if (isAdmin(user)) throw new ZoomError(400, 1117, "Can not update Admin's password");
	if (!user.login_types.includes(100))
		throw new ZoomError(400, 1123, 'Can only update password of Zoom work email account');
	const broken = rules.find(([, , holds]) => !holds(password));
	if (broken) throw new ZoomError(400, broken[0], broken[1]);
	if (password === context.store.users.get(user.id)?.password)
		throw new ZoomError(400, 300, 'Your new password can not match the old password.');
	user.password = password;
}
