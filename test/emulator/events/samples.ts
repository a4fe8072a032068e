import { zoomTime } from '../core/clock';
import type { EmulatorContext } from '../core/context';
import type { Gathering } from '../core/records';
import { accountId } from '../oauth/apps';
import { downloadPass } from '../recordings/files/downloadTokens';
import { webhookUrl } from '../recordings/files/links';
import { isKept } from '../recordings/library';
import type { Sketch } from './catalogue/catalogue';
import { findEvent } from './catalogue/catalogue';

type Known = Omit<EmulatorContext, 'events'>;

/** The body of an event that did not take place, made up from what is known of its kind. */
export function sampleBody(context: Known, name: string): object {
	const event = findEvent(name);
	if (!event) throw new Error(`Zoom has no event ${name}; give what it is to say`);
	const { body = envelope } = event;
	const made = sample(context, body, name, '') as Record<string, unknown>;
	return { ...made, event: name, event_ts: context.clock.now() };
}

/** What is delivered where no document says it. */
const envelope: Sketch = {
	event: 'string',
	event_ts: 'integer',
	payload: {
		account_id: 'string',
		operator: 'email',
		operator_id: 'string',
		object: { id: 'string' },
	},
};

function sample(context: Known, sketch: Sketch, event: string, at: string): unknown {
	if (isList(sketch)) return sketch.find((value) => value !== '' && value !== 0) ?? sketch[0];
	if (typeof sketch === 'string') return sampleValue(context, sketch, event, at);
	if ('[]' in sketch) return [sample(context, sketch['[]'], event, at)];
	return Object.fromEntries(
		Object.entries(sketch).map(([name, inner]) => [
			name,
			sample(context, inner, event, at ? `${at}.${name}` : name),
		]),
	);
}

function sampleValue(context: Known, type: string, event: string, at: string): unknown {
	const { clock } = context;
	if (type === 'boolean') return true;
	if (type === 'date-time') return zoomTime(clock.now());
	if (type === 'email') return person(context).email;
	if (type === 'integer' || type === 'number') return sampleNumber(context, at);
	if (type !== 'string') return type === 'array' ? [] : {};
	if (at === 'payload.object.id' && gatherings.test(event)) return String(gathering(context).id);
	const name = at.split('.').pop() ?? '';
	const known = texts.find(([form]) => form.test(name));
	return known ? known[1](context) : `Sample ${name.replaceAll('_', ' ')}`;
}

function sampleNumber(context: Known, at: string): number {
	if (/(_ts|time_stamp|timestamp)$/.test(at)) return context.clock.now();
	if (/(\.id|meeting_id|meeting_number|webinar_id)$/.test(at)) return gathering(context).id;
	if (/size$/.test(at)) return 1_000_000;
	return /duration$/.test(at) ? 45 : 1;
}

const gatherings = /^(meeting|webinar|recording)\./;

/** What texts say, by the end of their name; the first that fits counts. */
const texts: [RegExp, (context: Known) => string][] = [
	[/^account_id$/, () => accountId],
	[/uuid$/, (context) => gathering(context).uuid],
	[/^meeting_id$/, (context) => gathering(context).uuid],
	[/^(.+_)?id$/, (context) => person(context).id],
	[/^operator$|email$/, (context) => person(context).email],
	[/topic$/, (context) => gathering(context).topic],
	[/^timezone$/, (context) => gathering(context).timezone],
	[/^download_token$/, (context) => downloadPass(context, recording(context).uuid)],
	[/^download_url$/, (context) => webhookUrl(context, recording(context).recording_files[0])],
	[/url$/, (context) => `${context.url}/sample`],
	[/first_name$/, (context) => person(context).first_name],
	[/last_name$/, (context) => person(context).last_name],
	[/name$/, (context) => person(context).display_name],
	[/number$/, () => '+12125550100'],
	[/time$|^recording_(start|end)$/, (context) => zoomTime(context.clock.now())],
];

function gathering({ store }: Known): Gathering {
	return store.meetings.find()[0];
}

function person(context: Known) {
	return context.store.users.get(gathering(context).host_id) ?? context.store.users.find()[0];
}

function recording({ store }: Known) {
	return store.recordings.find(isKept)[0];
}

function isList(sketch: Sketch): sketch is readonly (string | number)[] {
	return Array.isArray(sketch);
}
