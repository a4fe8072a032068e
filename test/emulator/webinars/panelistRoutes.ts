import { zoomTime } from '../core/clock';
import type { Handler } from '../core/context';
import { validationFailed } from '../core/http/answers';
import { theWebinar } from '../meetingOrWebinar/hosted';
import type { Panelist } from './panelists';
import { addPanelists, describePanelist, panelistsOf, thePanelist } from './panelists';

/** The routes about the panelists of webinars. */
export const panelistHandlers: Record<string, Handler> = {
	webinarPanelists(call) {
		const { context } = call;
		const { webinar } = theWebinar(call);
		const panelists = panelistsOf(context, webinar).map((panelist) =>
			describePanelist(context, webinar, panelist),
		);
		return { panelists, total_records: panelists.length };
	},

	webinarPanelistCreate(call) {
		const { context, body } = call;
		const { webinar } = theWebinar(call);
		const { panelists = [] } = body as { panelists?: Panelist[] };
		if (!panelists.length)
			throw validationFailed({ field: 'panelists', message: 'Invalid field.' });
		addPanelists(context, webinar, panelists);
		return { id: String(webinar.id), updated_at: zoomTime(context.clock.now()) };
	},

	webinarPanelistDelete(call) {
		const { webinar } = theWebinar(call);
		call.context.store.panelists.delete(thePanelist(call, webinar).id);
	},

	webinarPanelistsDelete(call) {
		const { context } = call;
		const { webinar } = theWebinar(call);
		for (const { id } of panelistsOf(context, webinar)) context.store.panelists.delete(id);
	},
};
