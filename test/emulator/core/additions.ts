import { tellCreated } from '../events/announcements/gatherings';
import { tellCompleted } from '../events/announcements/recordings';
import { tellSummarized } from '../events/announcements/summaries';
import { tellUserCreated } from '../events/announcements/users';
import { addMeeting } from '../meetingOrWebinar/agenda';
import type { GivenRecording } from '../recordings/library';
import { addRecording } from '../recordings/library';
import type { RecordingRecord } from '../recordings/records';
import type { SummaryRecord } from '../summaries/records';
import { addSummary } from '../summaries/seed';
import { addUser } from '../users/people';
import { addWebinar } from '../webinars/schedule';
import type { EmulatorContext } from './context';
import type { Gathering, MeetingRecord, UserRecord, WebinarRecord } from './records';

/** Puts a user into the account as an admin does on Zoom's pages, and tells of it. */
export function putUser(
	context: EmulatorContext,
	given: Partial<UserRecord> & { email: string },
): UserRecord {
	const user = addUser(context, given);
	tellUserCreated(context, user, 'create');
	return user;
}

/** Schedules a meeting as its host does in Zoom's own app, and tells of it. */
export function putMeeting(
	context: EmulatorContext,
	given: Partial<MeetingRecord> & { host_id: string },
): MeetingRecord {
	return toldOf(context, addMeeting(context, given));
}

/** Schedules a webinar as its host does in Zoom's own app, and tells of it. */
export function putWebinar(
	context: EmulatorContext,
	given: Partial<WebinarRecord> & { host_id: string },
): WebinarRecord {
	return toldOf(context, addWebinar(context, given));
}

/** Adds a recording as Zoom does when it has finished one, and tells of it. */
export function putRecording(context: EmulatorContext, given: GivenRecording): RecordingRecord {
	const recording = addRecording(context, given);
	tellCompleted(context, recording);
	return recording;
}

/** Adds a summary as AI Companion does when it has written one, and tells of it. */
export function putSummary(
	context: EmulatorContext,
	given: Parameters<typeof addSummary>[1],
): SummaryRecord {
	const summary = addSummary(context, given);
	tellSummarized(context, summary);
	return summary;
}

function toldOf<T extends Gathering>(context: EmulatorContext, gathering: T): T {
	tellCreated(context, gathering, context.store.users.get(gathering.host_id), 'other');
	return gathering;
}
