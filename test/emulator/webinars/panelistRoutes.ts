import { zoomTime } from '../core/clock';
import type { Handler } from '../core/context';
import { validationFailed } from '../core/http/answers';
import { theWebinar } from '../meetingOrWebinar/hosted';
import type { Panelist } from './panelists';
import { addPanelists, describePanelist, panelistsOf, thePanelist } from './panelists';

/** The routes about the panelists of webinars. */
export const panelistHandlers: Record<string, Handler> = {
	webinarPanelists(call) {
		const { desk } = call;
		const { webinar } = theWebinar(call);
		const panelists = panelistsOf(desk, webinar).map((panelist) =>
			describePanelist(desk, webinar, panelist),
		);
		return { panelists, total_records: panelists.length };
	},

	webinarPanelistCreate(call) {
		const { desk, body } = call;
		const { webinar } = theWebinar(call);
		const { panelists = [] } = body as { panelists?: Panelist[] };
		if (!panelists.length)
			throw validationFailed({ field: 'panelists', message: 'Invalid field.' });
		addPanelists(desk, webinar, panelists);
		return { id: String(webinar.id), updated_at: zoomTime(desk.clock.now()) };
	},

	webinarPanelistDelete(call) {
		const { webinar } = theWebinar(call);
		call.desk.store.panelists.delete(thePanelist(call, webinar).id);
	},

	webinarPanelistsDelete(call) {
		const { desk } = call;
		const { webinar } = theWebinar(call);
		for (const { id } of panelistsOf(desk, webinar)) desk.store.panelists.delete(id);
	},
};
