import type { IDataObject } from 'n8n-workflow';

import { processState } from '../host/processState';
import type {
	Behavior,
	BehaviorCall,
	Connection,
	Field,
	OperationRequest,
	SendCall,
} from '../registry/types';
import { isOutage } from '../transport/errors/nodeError';
import { LruCache } from '../transport/sync/lruCache';
import { settle } from '../transport/sync/settle';
import { webAddress } from '../values/identifiers';
import { refuse } from '../values/inputError';

const options: Field[] = [
	{
		displayName: 'On Failure',
		name: 'onFailure',
		type: 'options',
		options: [
			{ name: 'Return an Error', value: 'error' },
			{
				name: 'Return the Personal Meeting Link',
				value: 'personalMeeting',
				description: 'Returns the link to the personal meeting room and the reason',
			},
		],
		default: 'error',
		description:
			'What to do if, after all retries, Zoom is unreachable or down, the credential must be connected again, or the daily limit is used up',
	},
	{
		displayName: 'Personal Meeting Link',
		name: 'personalMeetingUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://us02web.zoom.us/j/1234567890',
		description:
			"Link that On Failure returns. Defaults to the host's personal link if User > Get has returned it since n8n started. Otherwise the item fails.",
	},
];

/** @throws InputError when the link given is none */
function check({ context }: BehaviorCall): void {
	const { personalMeetingUrl: url } = context.options;
	if (url === undefined || url === '') return;
	const no = (allowed: string) => refuse(['Personal Meeting Link'], allowed);
	const link = webAddress(url, { timezone: 'UTC', timezoneChosen: false, refuse: no });
	if (leadsNowhere(link)) no('must contain a meeting ID, such as https://zoom.us/j/1234567890');
}

const MOST_REMEMBERED = 1000;
const links = processState(
	'personal links of hosts',
	() => new LruCache<string | undefined>(MOST_REMEMBERED),
);

const keyOf = (account: string, user: unknown) => `${account} ${String(user).toLowerCase()}`;

/** Remembers a user's personal link from what Zoom says of them, under all that they can be called. */
function observe(answer: IDataObject, { values }: OperationRequest, { account }: Connection): void {
	const { personal_meeting_url: url, id, email, pmi } = answer;
	if (typeof url !== 'string' || url === '') return;
	// A user whose room is gone has no link, whatever was seen before.
	const link = isNoRoom(pmi) || leadsNowhere(url) ? undefined : url;
	for (const name of [id, email, values.userId]) {
		if (name !== undefined) links().set(keyOf(account, name), link);
	}
}

/** Whether a personal meeting ID is Zoom's way of saying that the user has none. */
const isNoRoom = (pmi: unknown) => pmi !== undefined && !(Number(pmi) > 0);

/** Whether a link has no meeting behind it: its path ends with `/j/`, or with zeros after it. */
const leadsNowhere = (url: string) => /\/j(?:\/0*)?\/?(?:[?#]|$)/.test(url);

async function orPersonalMeeting(call: BehaviorCall, send: SendCall): Promise<IDataObject> {
	const created = await settle(send(call));
	if (created.status === 'fulfilled') return created.value;
	const { onFailure, personalMeetingUrl: given } = call.context.options;
	if (onFailure === 'personalMeeting' && isOutage(created.reason)) {
		const url = given || (await knownLink(call));
		if (url !== undefined) {
			const { message } = created.reason;
			return { join_url: String(url), fallback: true, reason: message };
		}
	}
	throw created.reason;
}

async function knownLink({ context, request }: BehaviorCall): Promise<string | undefined> {
	const { scheduleFor, userId } = request.values;
	const { account } = await context.connection();
	return links().get(keyOf(account, scheduleFor || userId));
}

/** Answers with the link to the host's personal meeting where Zoom is out and the user wants that. */
export const personalMeetingFallback: Behavior = {
	options,
	check,
	around: orPersonalMeeting,
	observe,
};
