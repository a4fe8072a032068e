import { eventControls } from '../../events/controls';
import { joinMeeting, leaveMeeting, startMeeting } from '../../history/running/running';
import type { App } from '../../oauth/apps';
import type { GivenRecording } from '../../recordings/library';
import type { SummaryRecord } from '../../summaries/records';
import { putMeeting, putRecording, putSummary, putUser, putWebinar } from '../additions';
import type { EmulatorContext } from '../context';
import { faultFromJson } from '../faults/faults';
import type { Answer } from '../http/answers';
import type { RecordedRequest } from '../http/requests';
import type { MeetingRecord, UserRecord, WebinarRecord } from '../records';
import { handlers } from '../routes';
import { resetContext } from '../seed';
import type { Controls } from './controls';
import { assignKnown, found } from './controls';
import { n8nFields } from './n8nFields';

/** What each control endpoint does, `*` standing for an ID. */
const controls: Controls = {
	'GET /': (context) => ({
		about: 'An emulator of Zoom: OAuth under /oauth, the REST API under /v2. See README.md.',
		url: context.url,
		filesUrl: context.filesUrl,
		credentials: n8nFields(context),
		operations: Object.keys(handlers),
		controls: Object.keys(controls),
	}),
	'GET /requests': (context) => context.requests,
	'DELETE /requests': (context) => context.requests.reset(),
	'POST /reset': (context) => resetContext(context),
	'GET /faults': (context) =>
		context.faults.list.map((fault) => ({ ...fault, match: String(fault.match) })),
	'POST /faults': (context, body) => context.faults.add(faultFromJson(body)),
	'DELETE /faults': (context) => context.faults.clear(),
	'GET /clock': (context) => ({ now: new Date(context.clock.now()).toISOString() }),
	'POST /clock': (context, { advanceMs, set }) => {
		if (typeof set === 'string' && !isNaN(Date.parse(set))) context.clock.set(set);
		else if (typeof advanceMs === 'number') context.clock.advance(advanceMs);
		else throw new Error('Give advanceMs (a number) or set (a date-time)');
		return { now: new Date(context.clock.now()).toISOString() };
	},
	'GET /settings': (context) => context.settings,
	'PATCH /settings': (context, body) => assignKnown(context.settings, body),
	'GET /apps': (context) => context.apps.all,
	'POST /apps': (context, body) => context.apps.add(body as Partial<App>),
	'PATCH /apps/*': (context, body, id) =>
		assignKnown(found(context.apps.find(id), 'app', id), body),
	'GET /seed': (context) => context.store.snapshot(),
	'POST /seed': (context, { users, meetings, webinars, recordings, summaries }) => ({
		users: listed<UserRecord>(users).map((user) => putUser(context, user)),
		meetings: listed<MeetingRecord>(meetings).map((meeting) => putMeeting(context, meeting)),
		webinars: listed<WebinarRecord>(webinars).map((webinar) => putWebinar(context, webinar)),
		recordings: listed<GivenRecording>(recordings).map((each) => putRecording(context, each)),
		summaries: listed<SummaryRecord>(summaries).map((summary) => putSummary(context, summary)),
	}),
	'POST /meetings/*/start': (context, _body, id) =>
		startMeeting(context, found(context.store.meetings.get(id), 'meeting', id)),
	'POST /meetings/*/join': (context, { name, email }, id) =>
		joinMeeting(context, running(context, id), { name: String(name), email: email as string }),
	'POST /meetings/*/leave': (context, { name }, id) =>
		leaveMeeting(context, running(context, id), String(name)),
	'POST /webinars/*/start': (context, _body, id) =>
		startMeeting(context, found(context.store.webinars.get(id), 'webinar', id)),
	...eventControls,
};

/** Answers a call to a control endpoint; such calls are not recorded and no fault hits them. */
export async function controlAnswer(
	context: EmulatorContext,
	{ method, body }: RecordedRequest,
	path: string,
): Promise<Answer> {
	const [name = '', id, ...rest] = path.split('/').filter(Boolean);
	const key = `${method} /${[name, ...(id ? ['*'] : []), ...rest].join('/')}`;
	const run = Object.hasOwn(controls, key) ? controls[key] : undefined;
	if (!run)
		return { status: 404, body: { error: `There is no ${key}`, controls: Object.keys(controls) } };
	try {
		const result = await run(
			context,
			(body ?? {}) as Record<string, unknown>,
			decodeURIComponent(id ?? ''),
		);
		return result === undefined ? { status: 204 } : { status: 200, body: result };
	} catch (error) {
		return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } };
	}
}

function listed<T>(value: unknown): T[] {
	return (value ?? []) as T[];
}

function running(context: EmulatorContext, id: string): MeetingRecord | WebinarRecord {
	const meeting = found(
		context.store.meetings.get(id) ?? context.store.webinars.get(id),
		'meeting or webinar',
		id,
	);
	if (meeting.status !== 'started') throw new Error(`${id} does not run`);
	return meeting;
}
