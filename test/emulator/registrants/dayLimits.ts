import type { EmulatorContext } from '../core/context';
import { ZoomError } from '../core/http/answers';
import type { Gathering } from '../core/records';
import { isWebinar } from '../meetingOrWebinar/agenda';

/** Counts a registration of one person for one meeting or webinar: Zoom takes three a day. */
export function countRegistration(
	{ limits }: EmulatorContext,
	{ id, type }: Gathering,
	email: string,
): void {
	if (limits.countDaily(`registration ${id} ${email.toLowerCase()}`, 3)) return;
	const call = isWebinar(type) ? 'Add a webinar registrant' : 'Add meeting registrant';
	throw tooMany(3, `**${call}**`, email);
}

/** Counts a registration in a batch, of which Zoom takes three a day as well. */
export function countInBatch(
	{ limits }: EmulatorContext,
	{ id, type }: Gathering,
	email: string,
): void {
	if (limits.countDaily(`batch registration ${id} ${email.toLowerCase()}`, 3)) return;
	throw tooMany(3, `${kind(type)} **Perform batch registration**`, email);
}

/** Counts a change of one registrant's status, of which Zoom takes ten a day. */
export function countStatusChange(
	{ limits }: EmulatorContext,
	{ id, type }: Gathering,
	email: string,
): void {
	if (limits.countDaily(`registrant status ${id} ${email}`, 10)) return;
	throw tooMany(10, `${kind(type)} **Update registrant's status**`, email);
}

function tooMany(most: number, call: string, email: string): ZoomError {
	return new ZoomError(
		429,
		429,
		`You have exceeded the daily rate limit of "${most}" for ${call} API requests for the registrant "${email}". You can resume these API requests at GMT 00:00:00.`,
	);
}

function kind(type: number): string {
	return isWebinar(type) ? 'webinar' : 'meeting';
}
