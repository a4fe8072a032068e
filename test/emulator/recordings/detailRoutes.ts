import { zoomTime } from '../core/clock';
import type { Call, Handler } from '../core/context';
import { present, validationFailed, ZoomError } from '../core/http/answers';
import { askedPage } from '../core/listing';
import { tellMoved, tellRenamed } from '../events/announcements/recordings';
import { accountId } from '../oauth/apps';
import { deletion } from './answer';
import { transcriptUrl } from './files/links';
import { noRecording, theRecording } from './library';
import type { RecordingFile, RecordingRecord, RecordingSettings } from './records';
import { isWithin, monthAsked } from './window';

/** The routes about a recording's settings, its viewers and its transcript. */
export const recordingDetailHandlers: Record<string, Handler> = {
	recordingSettingUpdate(call) {
		const recording = theRecording(call);
		const { password, ...settings } = recording.settings;
		return present({
			...settings,
			topic: recording.topic,
			password: password || undefined,
			...deletion(call.context, recording),
		});
	},

	recordingSettingsUpdate(call) {
		const recording = theRecording(call);
		const { topic, ...settings } = call.body as Partial<RecordingSettings> & { topic?: string };
		if (settings.password !== undefined && !isPasscode(settings.password))
			throw validationFailed({ field: 'password', message: 'Invalid parameter: password.' });
		Object.assign(recording.settings, settings);
		const before = recording.topic;
		recording.topic = topic ?? before;
		if (recording.topic !== before) tellRenamed(call.context, recording, before, call.user);
	},

	analytics_details(call) {
		const { context, query } = call;
		const recording = theRecording(call);
		const window = monthAsked(query, context.clock.now());
		const type = query.type === 'by_download' ? 'downloads' : 'views';
		const all = recording[type].filter(({ date_time }) => isWithin(window, date_time));
		const { entries, fields } = askedPage(call, all);
		return {
			...window,
			next_page_token: fields.next_page_token,
			page_size: fields.page_size,
			total_records: fields.total_records,
			analytics_details: entries,
		};
	},

	analytics_summary(call) {
		const { views, downloads } = theRecording(call);
		const window = monthAsked(call.query, call.context.clock.now());
		const dates = [...views, ...downloads]
			.filter(({ date_time }) => isWithin(window, date_time))
			.map(({ date_time }) => date_time.slice(0, 10));
		const on = (date: string) => (viewing: { date_time: string }) =>
			viewing.date_time.startsWith(date);
		return {
			...window,
			analytics_summary: [...new Set(dates)].sort().map((date) => ({
				date,
				views_total_count: views.filter(on(date)).length,
				downloads_total_count: downloads.filter(on(date)).length,
			})),
		};
	},

	GetMeetingTranscript(call) {
		const { recording, file } = theTranscript(call);
		const discarded = (recording.deleted_time ?? file.deleted_time) !== undefined;
		const reason =
			recording.transcript_restriction ?? (discarded ? 'DELETED_OR_TRASHED' : undefined);
		return present({
			meeting_id: recording.uuid,
			account_id: accountId,
			meeting_topic: recording.topic,
			host_id: recording.host_id,
			transcript_created_time: file.recording_end,
			can_download: reason === undefined,
			...deletion(call.context, recording),
			download_url: reason === undefined ? transcriptUrl(call.context, file) : undefined,
			download_restriction_reason: reason,
		});
	},

	DeleteMeetingTranscript(call) {
		const { recording, file } = theTranscript(call);
		if (file.deleted_time !== undefined) throw noTranscript();
		file.deleted_time = zoomTime(call.context.clock.now());
		tellMoved(call.context, recording, [file], 'trashed', call.user);
	},
};

function theTranscript(call: Call): { recording: RecordingRecord; file: RecordingFile } {
	const recording = recordingOrNone(call);
	const file = recording?.recording_files.find(({ file_type }) => file_type === 'TRANSCRIPT');
	if (!recording || !file) throw noTranscript();
	return { recording, file };
}

/** Where there is no recording either, Zoom speaks of the transcript alone. */
function recordingOrNone(call: Call): RecordingRecord | undefined {
	try {
		return theRecording(call, 'anywhere');
	} catch (error) {
		if (error instanceof ZoomError && error.code === noRecording().code) return undefined;
		throw error;
	}
}

function noTranscript(): ZoomError {
	return new ZoomError(404, 3322, 'This meeting transcript does not exist.');
}

/** Zoom's rule: letters, digits and special characters mixed. */
function isPasscode(password: string): boolean {
	return [/[A-Za-z]/, /\d/, /[^A-Za-z0-9]/].every((rule) => rule.test(password));
}
