import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../json/json';
import type { EventBody } from '../events/eventBody';
import type { Settings } from '../parameters/settings';

/** What an item says of an event. */
export const shaped = (body: EventBody, { output }: Pick<Settings, 'output'>): IDataObject =>
	output === 'simplified' ? simplified(body) : body;

/** The subject at the top, below what every event has: its name, its time and whose account it is of. */
function simplified({ event, event_ts, payload, ...others }: EventBody): IDataObject {
	const { account_id: accountId, object, ...about } = isObject(payload) ? payload : {};
	const subject = isObject(object) ? object : withoutUndefined({ object });
	const odd = isObject(payload) ? {} : withoutUndefined({ payload });
	const envelope = {
		event,
		...(timeOf(event_ts) && { eventTime: timeOf(event_ts) }),
		...(accountId !== undefined && { accountId }),
	};
	// Named twice: first, and over what a subject may call the same.
	return withTextIds({ ...envelope, ...others, ...odd, ...about, ...subject, ...envelope });
}

/** What cannot stand at the top keeps its name. */
const withoutUndefined = (value: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined));

/** Milliseconds since 1970, as Zoom has them, to read. */
function timeOf(timestamp: unknown): string | undefined {
	if (typeof timestamp !== 'number' && typeof timestamp !== 'string') return undefined;
	const moment = DateTime.fromMillis(Number(timestamp), { zone: 'utc' });
	return moment.isValid ? (moment.toISO() ?? undefined) : undefined;
}

const ID = /(?:^|_)id$|^meeting_number$/;

/** Zoom has the ID of one meeting as a number here and as text there. */
function withTextIds(value: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [
			key,
			typeof inner === 'number' && ID.test(key) ? String(inner) : withinList(inner),
		]),
	);
}

function withinList(value: unknown): IDataObject[string] {
	if (Array.isArray(value)) return value.map(withinList) as IDataObject[];
	return isObject(value) ? withTextIds(value) : (value as IDataObject[string]);
}
