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
import type { Desk } from './context';
import type { Gathering, MeetingRecord, UserRecord, WebinarRecord } from './records';

/** Puts a user into the account as an admin does on Zoom's pages, and tells of it. */
export function putUser(desk: Desk, given: Partial<UserRecord> & { email: string }): UserRecord {
	const user = addUser(desk, given);
	tellUserCreated(desk, user, 'create');
	return user;
}

/** Schedules a meeting as its host does in Zoom's own app, and tells of it. */
export function putMeeting(
	desk: Desk,
	given: Partial<MeetingRecord> & { host_id: string },
): MeetingRecord {
	return toldOf(desk, addMeeting(desk, given));
}

/** Schedules a webinar as its host does in Zoom's own app, and tells of it. */
export function putWebinar(
	desk: Desk,
	given: Partial<WebinarRecord> & { host_id: string },
): WebinarRecord {
	return toldOf(desk, addWebinar(desk, given));
}

/** Adds a recording as Zoom does when it has finished one, and tells of it. */
export function putRecording(desk: Desk, given: GivenRecording): RecordingRecord {
	const recording = addRecording(desk, given);
	tellCompleted(desk, recording);
	return recording;
}

/** Adds a summary as AI Companion does when it has written one, and tells of it. */
export function putSummary(desk: Desk, given: Parameters<typeof addSummary>[1]): SummaryRecord {
	const summary = addSummary(desk, given);
	tellSummarized(desk, summary);
	return summary;
}

function toldOf<T extends Gathering>(desk: Desk, gathering: T): T {
	tellCreated(desk, gathering, desk.store.users.get(gathering.host_id), 'other');
	return gathering;
}
