import type { Call, EmulatorContext } from '../core/context';
import { present, validationFailed, ZoomError } from '../core/http/answers';
import type { Gathering, WebinarRecord } from '../core/records';
import { personalUrl } from '../meetingOrWebinar/links';

const panelistLimit = 100;

/** What is said of a panelist, in Zoom's own field names. */
export interface Panelist {
	name?: string;
	email?: string;
	virtual_background_id?: string;
	name_tag_id?: string;
	name_tag_name?: string;
	name_tag_pronouns?: string;
	name_tag_description?: string;
}

/** Somebody who speaks at a webinar. */
export interface PanelistRecord extends Panelist {
	id: string;
	webinar_id: number;
	email: string;
}

/** Invites panelists; who is one already is changed. */
export function addPanelists(
	context: EmulatorContext,
	webinar: WebinarRecord,
	given: Panelist[],
): void {
	const nameless = given.flatMap((panelist, index) =>
		(['name', 'email'] as const)
			.filter((name) => !panelist[name])
			.map((name) => ({ field: `panelists[${index}].${name}`, message: 'Invalid field.' })),
	);
	if (nameless.length) throw validationFailed(...nameless);
	const fresh = given.filter(({ email }) => !isPanelist(context, webinar, email));
	if (panelistsOf(context, webinar).length + fresh.length > panelistLimit)
		throw new ZoomError(
			400,
			3000,
			'You have reached the limit for the number of panelists you can add. Contact Zoom Support for more information.',
		);
	for (const panelist of given) {
		const known = findPanelist(context, webinar, panelist.email);
		if (known) Object.assign(known, panelist);
		else
			context.store.panelists.insert({
				id: context.ids.userId(),
				webinar_id: webinar.id,
				email: '',
				...panelist,
			});
	}
}

/** The panelists of a webinar, in the order they were invited. */
export function panelistsOf({ store }: EmulatorContext, { id }: Gathering): PanelistRecord[] {
	return store.panelists.find(({ webinar_id }) => webinar_id === id);
}

/** Whether somebody with that address speaks at the webinar. */
export function isPanelist(
	context: EmulatorContext,
	webinar: Gathering,
	email: string | undefined,
): boolean {
	return findPanelist(context, webinar, email) !== undefined;
}

/** The panelist of the path, by ID or e-mail address. */
export function thePanelist({ context, params }: Call, webinar: WebinarRecord): PanelistRecord {
	const { panelistId } = params;
	const panelist = findPanelist(context, webinar, panelistId);
	if (!panelist) throw new ZoomError(400, 300, `Panelist does not exist: ${panelistId}.`);
	return panelist;
}

/** A panelist as Zoom answers one. */
export function describePanelist(
	context: EmulatorContext,
	webinar: WebinarRecord,
	panelist: PanelistRecord,
): object {
	const join_url = personalUrl(context, webinar, panelist.id);
	return present({ ...panelist, webinar_id: undefined, join_url });
}

function findPanelist(
	context: EmulatorContext,
	webinar: Gathering,
	reference: string | undefined,
): PanelistRecord | undefined {
	return panelistsOf(context, webinar).find(
		({ id, email }) => id === reference || email.toLowerCase() === reference?.toLowerCase(),
	);
}
