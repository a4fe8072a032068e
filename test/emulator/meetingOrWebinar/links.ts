import { createHash } from 'node:crypto';
import type { EmulatorContext } from '../core/context';
import type { Gathering } from '../core/records';
import { isWebinar } from './agenda';

/** The link by which anyone joins; the emulator shows a page there. */
export function joinUrl(context: EmulatorContext, gathering: Gathering & { pmi?: number }): string {
	const secret = encryptedPasscode(gathering);
	return `${context.url}/j/${gathering.pmi ?? gathering.id}${secret && `?pwd=${secret}`}`;
}

/** A join link of somebody's own, the same whenever it is asked for. */
export function personalUrl(
	context: EmulatorContext,
	gathering: Gathering,
	person: string,
): string {
	const query = new URLSearchParams({ tk: digest(`${gathering.id} ${person}`) });
	const secret = encryptedPasscode(gathering);
	if (secret) query.set('pwd', secret);
	return `${context.url}/w/${gathering.id}?${query.toString()}`;
}

/** The page where people register, where they have to. */
export function registrationUrl(
	context: EmulatorContext,
	gathering: Gathering,
): string | undefined {
	if (!registers(gathering)) return undefined;
	const token = digest(`register ${gathering.id}`);
	return isWebinar(gathering.type)
		? `${context.url}/webinar/register/WN_${token}`
		: `${context.url}/meeting/register/${token}`;
}

/** Whether people have to register. */
export function registers({ settings }: Gathering): boolean {
	return settings.approval_type === 0 || settings.approval_type === 1;
}

/** The passcode in the form that stands in join links; empty where there is none. */
export function encryptedPasscode({ id, password }: Gathering): string {
	return password && `${digest(`${id} ${password}`)}.1`;
}

/** The passcode for telephones and room systems, which have digits only. */
export function digitPasscode({ password }: Gathering): string {
	if (/^\d*$/.test(password)) return password;
	return String(createHash('sha256').update(password).digest().readUInt32BE(0)).slice(0, 6);
}

function digest(text: string): string {
	return createHash('sha256').update(text).digest('base64url').slice(0, 30);
}
