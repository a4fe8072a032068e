import { isWebinar } from '../agenda';
import { ZoomError } from '../answers';
import type { Desk } from '../desk';
import type { Gathering } from '../records';

const resume = 'these API requests at GMT 00:00:00.';

/** Counts a registration of one person for one meeting or webinar: Zoom takes three a day. */
export function countRegistration({ limits }: Desk, { id, type }: Gathering, email: string): void {
	if (limits.countDaily(`registration ${id} ${email.toLowerCase()}`, 3)) return;
	throw tooMany(
		`of (3) for Add a ${kind(type)} registrant API requests for the registrant (${email}). You can resume ${resume}`,
	);
}

/** Counts a registration in a batch, of which Zoom takes three a day as well. */
export function countInBatch({ limits }: Desk, { id, type }: Gathering, email: string): void {
	if (limits.countDaily(`batch registration ${id} ${email.toLowerCase()}`, 3)) return;
	const name = isWebinar(type) ? 'Webinar' : 'Meeting';
	throw tooMany(
		`(3) of ${name} Batch Registration API requests permitted for (${email}) this particular registrant. You may resume these requests at GMT 00:00:00.`,
	);
}

/** Counts a change of one registrant's status, of which Zoom takes ten a day. */
export function countStatusChange({ limits }: Desk, { id, type }: Gathering, email: string): void {
	if (limits.countDaily(`registrant status ${id} ${email}`, 10)) return;
	throw tooMany(
		`of (10) for ${kind(type)} Update registrant's status API requests for the registrant (${email}). You can resume ${resume}`,
	);
}

function tooMany(rest: string): ZoomError {
	return new ZoomError(429, 429, `You have exceeded the daily rate limit ${rest}`);
}

function kind(type: number): string {
	return isWebinar(type) ? 'webinar' : 'meeting';
}
