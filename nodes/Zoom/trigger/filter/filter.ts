import type { IDataObject } from 'n8n-workflow';

import type { EventBody } from '../events/eventBody';
import { filesOf, subjectOf, withSubject } from '../events/eventBody';
import { eventName } from '../events/eventNames';
import type { Filters, Settings } from '../parameters/settings';

/** The IDs of hosts that were given as an e-mail address or as `me`. */
export type HostIds = Readonly<Record<string, string>>;

/**
 * What of a delivery starts the workflow: the body, perhaps with fewer files; undefined when it is not for this
 * workflow. A filter says nothing about an event without the field it looks at.
 */
export function accepted(
	body: EventBody,
	{ wanted, filters }: Pick<Settings, 'wanted' | 'filters'>,
	hostIds: HostIds,
): EventBody | undefined {
	const name = eventName(body.event);
	if (wanted && !wanted.some((event) => eventName(event) === name)) return undefined;
	const subject = subjectOf(body);
	const passes =
		passesMeetingIds(subject, name, filters) &&
		passesHosts(subject, filters, hostIds) &&
		passesTopic(subject, filters);
	return passes ? withChosenFiles(body, filters) : undefined;
}

/** Products whose events have the ID of a meeting or webinar as `id`; elsewhere it is that of a user, a file, a call. */
const SESSION_EVENT = /^(?:meeting|webinar|recording)\./;

function passesMeetingIds(subject: IDataObject, event: string, { meetingIds }: Filters): boolean {
	const { id, meeting_id, meeting_number, webinar_id } = subject;
	const own = SESSION_EVENT.test(event) ? id : undefined;
	const found = [meeting_id, meeting_number, webinar_id, own].map(textOf).filter(isDigits);
	return meetingIds.length === 0 || found.length === 0 || meetingIds.some(isAmong(found));
}

const textOf = (value: unknown) =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
const isDigits = (text: string) => /^\d+$/.test(text);
const isAmong = (found: readonly string[]) => (entry: string) => found.includes(entry);

function passesHosts(subject: IDataObject, { hosts }: Filters, hostIds: HostIds): boolean {
	const { host_id, meeting_host_id, host_email, meeting_host_email } = subject;
	const ids = [host_id, meeting_host_id].map(textOf).filter((text) => text !== '');
	const emails = [host_email, meeting_host_email].map(smallTextOf).filter((text) => text !== '');
	if (hosts.length === 0 || ids.length + emails.length === 0) return true;
	return hosts.some((host) => {
		const id = Object.hasOwn(hostIds, host) ? hostIds[host] : host;
		return ids.includes(id) || emails.includes(host.toLowerCase());
	});
}

const smallTextOf = (value: unknown) => textOf(value).toLowerCase();

function passesTopic({ topic, meeting_topic }: IDataObject, { topic: part }: Filters): boolean {
	const found = [topic, meeting_topic].filter((text) => typeof text === 'string');
	return (
		part === '' || found.length === 0 || found.some((text) => text.toLowerCase().includes(part))
	);
}

/** The body with the wanted files alone; undefined when it has files, but none of these. */
function withChosenFiles(body: EventBody, { fileTypes }: Filters): EventBody | undefined {
	const subject = subjectOf(body);
	const lists = Object.entries(filesOf(subject));
	const isWithoutFiles = lists.every(([, files]) => files.length === 0);
	if (fileTypes.length === 0 || isWithoutFiles) return body;
	const chosen = lists.map(([name, files]) => [name, files.filter(isOfType(fileTypes))] as const);
	return chosen.some(([, files]) => files.length > 0)
		? withSubject(body, { ...subject, ...Object.fromEntries(chosen) })
		: undefined;
}

const isOfType =
	(types: readonly string[]) =>
	({ file_type: type }: IDataObject) =>
		typeof type !== 'string' || types.includes(type.toUpperCase());
