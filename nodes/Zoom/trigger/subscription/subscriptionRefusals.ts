import { isGranted, lackingScopes } from '../../registry/scopes';
import type { AppKind, Connection } from '../../registry/types';
import { UNKNOWN_ACCOUNT } from '../../transport/auth/tokenRefusal';
import { REMEDIES } from '../../transport/errors/errorMessages';
import type { Redactor } from '../../transport/redaction/redact';
import { shorten } from '../../transport/redaction/redact';
import type { ErrorResponse } from '../../transport/response/outcome';
import type { ZoomEvent } from '../events/events';

/** What was asked for when Zoom refused. */
export interface Asked {
	readonly connection: Pick<Connection, 'appKind' | 'grantedScopes'>;
	/** Those of the chosen events that are in the table. */
	readonly events: readonly ZoomEvent[];
	readonly url: string;
	/** Takes out of Zoom's words what nobody may be shown. */
	readonly hide: Redactor;
}

interface Case {
	readonly when: (said: string) => boolean;
	readonly say: (asked: Asked) => string;
}

const AUTHORIZE: Readonly<Record<AppKind, string>> = {
	user: 'Open the credential in n8n and connect it.',
	account: 'An admin of the account must connect the credential in n8n.',
	serverToServer: 'Activate the app at marketplace.zoom.us.',
};

const has = (pattern: RegExp) => (said: string) => pattern.test(said);

/** Whether the second pattern is found behind the first; as one pattern it would take time by the square of the text. */
const inOrder = (first: RegExp, second: RegExp) => (said: string) => {
	const found = first.exec(said);
	return found !== null && second.test(said.slice(found.index + found[0].length));
};

const MANY = /limit|maximum|exceed|too many|no more than|up to/i;
const SUBSCRIPTION = /subscription/i;
const ADDRESS = /url|endpoint/i;

const CASES: readonly Case[] = [
	{ when: has(/not allowed for (?:the|this) app/i), say: missingScopes },
	{
		when: has(/authorize the app|not (?:been )?authorized/i),
		say: ({ connection: { appKind } }) =>
			`This Zoom app has not been authorized in the account whose events it should receive. ${AUTHORIZE[appKind]}`,
	},
	{
		when: (said) => inOrder(MANY, SUBSCRIPTION)(said) || inOrder(SUBSCRIPTION, MANY)(said),
		say: () =>
			'This Zoom app has 20 event subscriptions, the most that Zoom allows. Delete one on the Access page of the app at marketplace.zoom.us, or unpublish another workflow with the delivery "Webhook: Register Automatically".',
	},
	{
		when: has(/does not contain scopes?/i),
		say: () =>
			'This Zoom app may not create event subscriptions. Set Delivery to "Webhook: I Paste the URL Into Zoom" and add the subscription at marketplace.zoom.us.',
	},
	{
		when: has(/account_id/i),
		say: () => UNKNOWN_ACCOUNT,
	},
	{
		when: (said) =>
			inOrder(ADDRESS, /valid|verif|reach|https/i)(said) || inOrder(/valid|verif/i, ADDRESS)(said),
		say: ({ url }) =>
			`Zoom could not validate the address ${new URL(url).origin}. It must be reachable from the internet over https with a certificate from a public authority, and the Webhook Secret Token of the credential must be the one on the Access page of the same app.`,
	},
];

/** What a refusal to make, list or delete an event subscription means; undefined for what any call may be refused for. */
export function subscriptionRefusal(
	{ message, fields, status }: ErrorResponse,
	asked: Asked,
): string | undefined {
	if (status === 429 || status >= 500) return undefined;
	const all = [message, ...fields.map((wrong) => `${wrong.field}: ${wrong.message}`)].join(' ');
	const said = asked.hide(all);
	const known = CASES.find(({ when }) => when(said));
	return known && `${known.say(asked)} (Zoom says: ${shorten(said)})`;
}

function missingScopes({ connection, events }: Asked): string {
	const { appKind, grantedScopes = [] } = connection;
	const needs = events
		.map(({ scopes = [], classicScopes = [] }) => ({ scopes, classicScopes }))
		.filter(({ scopes, classicScopes }) => scopes.length + classicScopes.length > 0);
	const lacking = needs.filter((need) => !isGranted(grantedScopes, need));
	// The stored token may be of a time when the app had other scopes.
	const certain = lacking.length > 0;
	const names = (certain ? lacking : needs).map(
		(need) => lackingScopes(appKind, grantedScopes, need)[0],
	);
	const list = [...new Set(names)].join(', ');
	const which = list === '' ? '' : certain ? `: ${list}` : `, which need ${list}`;
	const remedy = REMEDIES[appKind].replace('Add it', 'Add them');
	return `This Zoom app lacks scopes for some of the chosen events${which}. ${remedy}`;
}
