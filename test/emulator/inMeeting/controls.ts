import type { EmulatorContext } from '../core/context';
import { validationFailed, ZoomError } from '../core/http/answers';
import type { UserRecord } from '../core/records';
import { findUser } from '../oauth/access';

/** What a control says beside its method. */
export interface ControlParams {
	contacts?: { email?: string; id?: string }[];
	invitee_name?: string;
	phone_number?: string;
	call_type?: string;
	device_ip?: string;
	participant_uuid?: string;
	ai_companion_mode?: 'questions' | 'summary' | 'all';
}

/** The parameters a method cannot do without. */
const needed: Record<string, (keyof ControlParams)[]> = {
	'participant.invite': ['contacts'],
	'participant.invite.callout': ['phone_number'],
	'participant.invite.room_system_callout': ['call_type', 'device_ip'],
	'participant.remove': ['participant_uuid'],
};

const summarySetting = '**Meeting summary with AI Companion** setting';
const questionSetting = '**Allow users to ask AI Companion questions about the meeting** setting';

/** Whether the method calls somebody, which works before the meeting has started. */
export function isCallOut(method: string): boolean {
	return method.endsWith('callout');
}

/** Refuses a control that names too little, or what the host's settings do not have. */
export function checkControl(
	context: EmulatorContext,
	host: UserRecord,
	method: string,
	params: ControlParams,
): void {
	const missing = (needed[method] ?? []).filter((name) => !params[name]?.length);
	if (missing.length)
		throw validationFailed(
			...missing.map((name) => ({ field: `params.${name}`, message: 'Invalid field.' })),
		);
	if (method.endsWith('room_system_callout') && !/^(h323|sip)$/.test(params.call_type ?? ''))
		throw validationFailed({ field: 'params.call_type', message: 'Invalid field.' });
	if (method === 'participant.invite') checkContacts(context, params.contacts ?? []);
	if (method.startsWith('recording.') && host.settings.recording.cloud_recording !== true)
		throw new ZoomError(400, 300, 'No permission.');
	if (method.startsWith('ai_companion.')) checkCompanion(host, params.ai_companion_mode ?? 'all');
}

function checkContacts(
	context: EmulatorContext,
	contacts: NonNullable<ControlParams['contacts']>,
): void {
	if (contacts.some(({ id, email = '' }) => findUser(context.store, id ?? email))) return;
	throw new ZoomError(
		400,
		300,
		'No valid contacts were found. Make sure the contacts can be resolved and belong to the same account as the meeting host.',
	);
}

/** For all modes together it is enough that one of them is allowed. */
function checkCompanion(host: UserRecord, mode: 'questions' | 'summary' | 'all'): void {
	const { ai_companion_questions, meeting_summary_with_ai_companion } = host.settings.in_meeting;
	const questions = isEnabled(ai_companion_questions);
	const summary = isEnabled(meeting_summary_with_ai_companion);
	if ({ questions, summary, all: questions || summary }[mode]) return;
	const where = 'in the **Settings** page of the Zoom web portal.';
	const message = {
		questions: `the AI Companion questions. To use this feature, enable the ${questionSetting} ${where}`,
		summary: `the AI Companion summary. To use this feature, enable the ${summarySetting} ${where}`,
		all: `the AI Companion. To use this feature, enable either the ${questionSetting} or the ${summarySetting} ${where}`,
	};
	throw new ZoomError(403, 2314, `Not allowed to manage ${message[mode]}`);
}

function isEnabled(setting: unknown): boolean {
	return (setting as { enable?: boolean } | undefined)?.enable === true;
}
