import type { Call, Handler } from '../../core/context';
import { validationFailed, ZoomError } from '../../core/http/answers';
import { askedPage } from '../../core/listing';
import { tellViewerDecided, tellViewerRegistered } from '../../events/announcements/recordings';
import { registrantUrl } from '../files/links';
import { theRecording } from '../library';
import type { RecordingRecord, RecordingRegistrant, RegistrationQuestions } from '../records';

/** The routes about those who register to see an on-demand recording. */
export const recordingRegistrantHandlers: Record<string, Handler> = {
	meetingRecordingRegistrants(call) {
		const { status = 'approved' } = call.query;
		const { registrants } = theRecording(call);
		const page = askedPage(
			call,
			registrants.filter((registrant) => registrant.status === status),
		);
		return { ...page.fields, registrants: page.entries };
	},

	meetingRecordingRegistrantCreate(call) {
		const { context, body } = call;
		const recording = theRecording(call);
		if (!recording.settings.on_demand)
			throw new ZoomError(
				400,
				300,
				`Registration has not been enabled for this meeting: ${recording.meeting_id}.`,
			);
		requireAnswers(recording, body);
		const known = recording.registrants.find(({ email }) => email === body.email);
		const registrant = {
			...(body as Partial<RecordingRegistrant> & { email: string; first_name: string }),
			id: known?.id ?? context.ids.userId(),
			status: known?.status ?? firstStatus(recording),
		};
		if (known) Object.assign(known, registrant);
		else {
			recording.registrants.push(registrant);
			tellViewerRegistered(context, recording, registrant);
		}
		return {
			id: recording.meeting_id,
			registrant_id: registrant.id,
			share_url: registrantUrl(context, recording, registrant.id),
			topic: recording.topic,
		};
	},

	meetingRecordingRegistrantStatus(call) {
		const { action, registrants = [] } = call.body as {
			action: 'approve' | 'deny';
			registrants?: { id?: string }[];
		};
		const recording = theRecording(call);
		const found = registrants.map(({ id }) => registrantOf(recording, id));
		const decision = action === 'approve' ? 'approved' : 'denied';
		for (const registrant of found) {
			if (registrant.status !== decision)
				tellViewerDecided(call.context, recording, registrant, decision, call.user);
			registrant.status = decision;
		}
	},

	recordingRegistrantsQuestionsGet(call) {
		return theRecording(call).questions;
	},

	recordingRegistrantQuestionUpdate(call: Call) {
		const { questions } = theRecording(call);
		Object.assign(questions, call.body as Partial<RegistrationQuestions>);
	},
};

function firstStatus({ settings }: RecordingRecord): RecordingRegistrant['status'] {
	return settings.approval_type === 1 ? 'pending' : 'approved';
}

function registrantOf(recording: RecordingRecord, id: string | undefined): RecordingRegistrant {
	const registrant = recording.registrants.find((entry) => entry.id === id);
	if (!registrant)
		throw new ZoomError(
			400,
			300,
			'The value that you entered for the Registrant ID field is invalid. Enter a valid value and try again.',
		);
	return registrant;
}

/** Refuses a registration that leaves a required question open. */
function requireAnswers({ questions }: RecordingRecord, body: Record<string, unknown>): void {
	const answers = (body.custom_questions ?? []) as { title?: string; value?: string }[];
	const open = [
		...questions.questions
			.filter(({ field_name, required }) => required && !body[field_name])
			.map(({ field_name }) => field_name),
		...questions.custom_questions
			.filter(({ required, title }) => {
				return required && !answers.some((answer) => answer.title === title && answer.value);
			})
			.map(() => 'custom_questions'),
	];
	if (open.length)
		throw validationFailed(...open.map((field) => ({ field, message: 'Invalid field.' })));
}
