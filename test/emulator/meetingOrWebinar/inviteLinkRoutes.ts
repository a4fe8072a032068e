import type { Call, Handler } from '../core/context';
import { validationFailed } from '../core/http/answers';
import { theGathering } from './hosted';
import { personalUrl } from './links';

/** The routes that make join links for people by name, the same for meetings and webinars. */
export const inviteLinkHandlers: Record<string, Handler> = {
	meetingInviteLinksCreate: create,
	webinarInviteLinksCreate: create,
};

function create(call: Call): object {
	const { gathering } = theGathering(call);
	const { attendees } = call.body as { attendees?: { name: string }[] };
	if (!attendees) throw validationFailed({ field: 'attendees', message: 'Invalid field.' });
	return {
		attendees: attendees.map(({ name }, index) => ({
			name,
			join_url: personalUrl(call.context, gathering, `${index} ${name}`),
		})),
	};
}
