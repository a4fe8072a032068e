import { zoomTime } from '../core/clock';
import type { Desk } from '../core/context';
import type { Gathering } from '../core/records';
import { accountId } from '../oauth/apps';
import { downloadPass } from '../recordings/files/downloadTokens';
import { webhookUrl } from '../recordings/files/links';
import { isKept } from '../recordings/library';
import type { Sketch } from './catalogue/catalogue';
import { findEvent } from './catalogue/catalogue';

type Known = Omit<Desk, 'events'>;

/** The body of an event that did not take place, made up from what is known of its kind. */
export function sampleBody(desk: Known, name: string): object {
	const event = findEvent(name);
	if (!event) throw new Error(`Zoom has no event ${name}; give what it is to say`);
	const { body = envelope } = event;
	const made = sample(desk, body, name, '') as Record<string, unknown>;
	return { ...made, event: name, event_ts: desk.clock.now() };
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

function sample(desk: Known, sketch: Sketch, event: string, at: string): unknown {
	if (isList(sketch)) return sketch.find((value) => value !== '' && value !== 0) ?? sketch[0];
	if (typeof sketch === 'string') return sampleValue(desk, sketch, event, at);
	if ('[]' in sketch) return [sample(desk, sketch['[]'], event, at)];
	return Object.fromEntries(
		Object.entries(sketch).map(([name, inner]) => [
			name,
			sample(desk, inner, event, at ? `${at}.${name}` : name),
		]),
	);
}

function sampleValue(desk: Known, type: string, event: string, at: string): unknown {
	const { clock } = desk;
	if (type === 'boolean') return true;
	if (type === 'date-time') return zoomTime(clock.now());
	if (type === 'email') return person(desk).email;
	if (type === 'integer' || type === 'number') return sampleNumber(desk, at);
	if (type !== 'string') return type === 'array' ? [] : {};
	if (at === 'payload.object.id' && gatherings.test(event)) return String(gathering(desk).id);
	const name = at.split('.').pop() ?? '';
	const known = texts.find(([form]) => form.test(name));
	return known ? known[1](desk) : `Sample ${name.replaceAll('_', ' ')}`;
}

function sampleNumber(desk: Known, at: string): number {
	if (/(_ts|time_stamp|timestamp)$/.test(at)) return desk.clock.now();
	if (/(\.id|meeting_id|meeting_number|webinar_id)$/.test(at)) return gathering(desk).id;
	if (/size$/.test(at)) return 1_000_000;
	return /duration$/.test(at) ? 45 : 1;
}

const gatherings = /^(meeting|webinar|recording)\./;

/** What texts say, by the end of their name; the first that fits counts. */
const texts: [RegExp, (desk: Known) => string][] = [
	[/^account_id$/, () => accountId],
	[/uuid$/, (desk) => gathering(desk).uuid],
	[/^meeting_id$/, (desk) => gathering(desk).uuid],
	[/^(.+_)?id$/, (desk) => person(desk).id],
	[/^operator$|email$/, (desk) => person(desk).email],
	[/topic$/, (desk) => gathering(desk).topic],
	[/^timezone$/, (desk) => gathering(desk).timezone],
	[/^download_token$/, (desk) => downloadPass(desk, recording(desk).uuid)],
	[/^download_url$/, (desk) => webhookUrl(desk, recording(desk).recording_files[0])],
	[/url$/, (desk) => `${desk.url}/sample`],
	[/first_name$/, (desk) => person(desk).first_name],
	[/last_name$/, (desk) => person(desk).last_name],
	[/name$/, (desk) => person(desk).display_name],
	[/number$/, () => '+12125550100'],
	[/time$|^recording_(start|end)$/, (desk) => zoomTime(desk.clock.now())],
];

function gathering({ store }: Known): Gathering {
	return store.meetings.find()[0];
}

function person(desk: Known) {
	return desk.store.users.get(gathering(desk).host_id) ?? desk.store.users.find()[0];
}

function recording({ store }: Known) {
	return store.recordings.find(isKept)[0];
}

function isList(sketch: Sketch): sketch is readonly (string | number)[] {
	return Array.isArray(sketch);
}
