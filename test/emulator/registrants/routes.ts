import type { Call, Handler } from '../core/context';
import { invalidParameter, present, validationFailed, ZoomError } from '../core/http/answers';
import type { Gathering, UserRecord } from '../core/records';
import { tellDecided, tellRegistered } from '../events/announcements/registrations';
import { isWebinar } from '../meetingOrWebinar/agenda';
import { theGathering } from '../meetingOrWebinar/hosted';
import { personalUrl } from '../meetingOrWebinar/links';
import { askedOccurrence, describeOccurrence } from '../meetingOrWebinar/occurrences';
import {
	chosenDates,
	requireOpen,
	requireRegistration,
	requireRoom,
	requireStranger,
} from './admission';
import { countInBatch, countRegistration, countStatusChange } from './dayLimits';
import { changeForm, checkAnswers, formOf } from './form';
import type { RegistrantRecord, Registration, RegistrationForm } from './records';
import { noSuchRegistrant } from './refusals';
import {
	addRegistrant,
	comesOn,
	describeRegistrant,
	dropDate,
	findRegistrant,
	registrantsOf,
} from './registrants';

const batchLimit = 30;
const decisions = { approve: 'approved', deny: 'denied', cancel: 'cancelled' } as const;

/** The routes about registrants, the same for meetings and webinars. */
export const registrantHandlers: Record<string, Handler> = {
	meetingRegistrants: list,
	meetingRegistrantCreate: create,
	addBatchRegistrants: createBatch,
	meetingRegistrantGet: get,
	meetingregistrantdelete: remove,
	meetingRegistrantStatus: changeStatus,
	meetingRegistrantsQuestionsGet: getQuestions,
	meetingRegistrantQuestionUpdate: updateQuestions,
	webinarRegistrants: list,
	webinarRegistrantCreate: create,
	addBatchWebinarRegistrants: createBatch,
	webinarRegistrantGet: get,
	deleteWebinarRegistrant: remove,
	webinarRegistrantStatus: changeStatus,
	webinarRegistrantsQuestionsGet: getQuestions,
	webinarRegistrantQuestionUpdate: updateQuestions,
};

function list(call: Call): object {
	const { context, query, route } = call;
	const { gathering } = withRegistration(call);
	const { status = 'approved', occurrence_id, tracking_source_id } = query;
	const occurrence = askedOccurrence(call, gathering);
	const all = registrantsOf(context, gathering).filter(
		(registrant) =>
			registrant.status === status &&
			(!occurrence || comesOn(registrant, occurrence.occurrence_id)) &&
			(tracking_source_id === undefined || registrant.source_id === tracking_source_id),
	);
	const filters = [gathering.id, status, occurrence_id, tracking_source_id];
	const listing = JSON.stringify([route.path, ...filters]);
	const page = context.pages.page(all, listing, query, route.maxPageSize ?? 300);
	return {
		...page.fields,
		registrants: page.entries.map((entry) => describeRegistrant(context, gathering, entry)),
	};
}

function create(call: Call): object {
	const { context, query, body } = call;
	const { gathering, host } = withRegistration(call);
	const { auto_approve, source_id, ...rest } = body;
	const given = rest as Registration;
	countRegistration(context, gathering, given.email);
	requireOpen(call, gathering, false);
	requireStranger(call, gathering, host, given.email);
	const occurrence_ids = chosenDates(gathering, query.occurrence_ids);
	if (source_id !== undefined && !context.store.trackingSources.get(String(source_id)))
		throw invalidParameter('source_id');
	checkAnswers(formOf(context, gathering), given);
	const known = findRegistrant(context, gathering, given);
	if (!known) requireRoom(call, gathering, 1);
	const registrant = addRegistrant(context, gathering, {
		given,
		status: firstStatus(gathering, auto_approve),
		occurrence_ids,
		source_id: source_id as string | undefined,
	});
	if (!known) tellRegistered(context, gathering, registrant);
	return present({
		id: gathering.id,
		topic: gathering.topic,
		start_time: gathering.start_time,
		occurrences: gathering.occurrences
			?.filter(({ occurrence_id }) => comesOn(registrant, occurrence_id))
			.map(describeOccurrence),
		...receipt(call, gathering, registrant),
	});
}

function createBatch(call: Call): object {
	const { context, body } = call;
	const { gathering, host } = withRegistration(call);
	requireScheduled(gathering);
	const { auto_approve, registrants = [] } = body as {
		auto_approve?: boolean;
		registrants?: Registration[];
	};
	if (!registrants.length || registrants.length > batchLimit) throw invalidParameter('registrants');
	requireOpen(call, gathering, true);
	for (const { email } of registrants) requireStranger(call, gathering, host, email);
	const fresh = registrants.filter((given) => !findRegistrant(context, gathering, given));
	requireRoom(call, gathering, fresh.length);
	for (const { email } of registrants) countInBatch(context, gathering, email);
	const status = firstStatus(gathering, auto_approve);
	return {
		registrants: registrants.map((given) => {
			const registrant = addRegistrant(context, gathering, { given, status });
			if (fresh.includes(given)) tellRegistered(context, gathering, registrant);
			return { email: given.email, ...receipt(call, gathering, registrant) };
		}),
	};
}

function get(call: Call): object {
	const { gathering } = withRegistration(call);
	const registrant = named(call, gathering);
	const { language } = registrant.given;
	return {
		...describeRegistrant(call.context, gathering, registrant),
		...(isWebinar(gathering.type) && language !== undefined && { language }),
	};
}

function remove(call: Call): void {
	const { gathering } = withRegistration(call);
	const registrant = named(call, gathering);
	const occurrence = askedOccurrence(call, gathering);
	const { registration_type = 1 } = gathering.settings;
	if (!occurrence && gathering.type === 8 && registration_type !== 1)
		throw new ZoomError(400, 300, 'Invalid parameter: `occurrence_id`.');
	if (occurrence && dropDate(gathering, registrant, occurrence.occurrence_id)) return;
	call.context.store.registrants.delete(registrant.id);
	tellDecided(call.context, gathering, registrant, 'cancelled', call.user);
}

function changeStatus(call: Call): void {
	const { context, body } = call;
	const { gathering } = withRegistration(call);
	const occurrence = askedOccurrence(call, gathering);
	const { action, registrants = [] } = body as {
		action: 'approve' | 'cancel' | 'deny';
		registrants?: { id?: string; email?: string }[];
	};
	if (!registrants.length)
		throw validationFailed({ field: 'registrants', message: 'Invalid field.' });
	const chosen = registrants.map((reference) => {
		const registrant = findRegistrant(context, gathering, reference);
		if (!registrant) throw noSuchRegistrant(call, reference.id ?? '');
		return registrant;
	});
	if (action === 'approve')
		requireRoom(call, gathering, chosen.filter(({ status }) => status === 'denied').length);
	for (const { given } of chosen) countStatusChange(context, gathering, given.email);
	for (const registrant of chosen) {
		const before = registrant.status;
		if (action === 'approve') registrant.status = 'approved';
		// To cancel has the same effect as to deny: the registrant stands among the denied.
		else if (!occurrence || !dropDate(gathering, registrant, occurrence.occurrence_id))
			registrant.status = 'denied';
		if (registrant.status !== before)
			tellDecided(context, gathering, registrant, decisions[action], call.user);
	}
}

function getQuestions(call: Call): object {
	const { gathering } = withRegistration(call);
	const { questions, custom_questions } = formOf(call.context, gathering);
	return { questions, custom_questions };
}

function updateQuestions(call: Call): void {
	const { gathering } = withRegistration(call);
	changeForm(call.context, gathering, call.body as Partial<RegistrationForm>);
}

/** The meeting or webinar of the path, which people must have to register for. */
function withRegistration(call: Call): { gathering: Gathering; host: UserRecord } {
	const { gathering, host } = theGathering(call);
	requireRegistration(call, gathering, host);
	return { gathering, host };
}

function named(call: Call, gathering: Gathering): RegistrantRecord {
	const { registrantId } = call.params;
	const registrant = findRegistrant(call.context, gathering, { id: registrantId });
	if (!registrant) throw noSuchRegistrant(call, registrantId);
	return registrant;
}

function firstStatus({ settings }: Gathering, autoApprove: unknown): 'approved' | 'pending' {
	return settings.approval_type === 0 || autoApprove === true ? 'approved' : 'pending';
}

/** What a new registrant gets; the link only with the approval. */
function receipt({ context }: Call, gathering: Gathering, registrant: RegistrantRecord): object {
	const { id, status, pin_code } = registrant;
	return present({
		registrant_id: id,
		join_url: status === 'approved' ? personalUrl(context, gathering, id) : undefined,
		participant_pin_code: isWebinar(gathering.type) ? undefined : pin_code,
	});
}

/** Batches are for single dates only. */
function requireScheduled({ type }: Gathering): void {
	if (type !== 2 && !isWebinar(type))
		throw new ZoomError(
			400,
			303,
			'This API can only be used for scheduled meeting(meeting type: 2). Batch registration is not supported for other meeting types.',
		);
	if (type !== 5 && isWebinar(type))
		throw new ZoomError(
			400,
			300,
			'This API can only be used for scheduled webinars (type 5). Batch registration is not supported for other webinar types.',
		);
}
