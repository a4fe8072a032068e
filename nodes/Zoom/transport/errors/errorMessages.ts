import { labelOfApiName } from '../../registry/fieldNames';
import { hasLevel, scopeNames, scopesFor } from '../../registry/scopes';
import type { AppKind } from '../../registry/types';
import { ended } from '../../text/sentence';
import { shorten } from '../redaction/redact';
import type { FailedCall } from '../response/failedCall';
import type { Explanation, ErrorResponse } from '../response/outcome';
import { thingText } from './notFoundMessages';
import { rateLimited, untilWhen } from './rateLimitMessages';
import type { Subject } from './subject';
import { lackIn, speaksOfThing, subjectOf } from './subject';

/** One known way Zoom refuses. What Zoom says itself is quoted besides, whichever it is. */
interface Case {
	readonly when: (refusal: ErrorResponse, about: Subject) => boolean;
	readonly say: (refusal: ErrorResponse, failure: FailedCall) => Explanation;
}

const says =
	(pattern: RegExp) =>
	({ message }: ErrorResponse) =>
		pattern.test(message);
const hasStatus =
	(...statuses: number[]) =>
	({ status }: ErrorResponse) =>
		statuses.includes(status);
const hasCode =
	(...codes: number[]) =>
	({ code }: ErrorResponse) =>
		code !== undefined && codes.includes(code);

const LACKS_SCOPES = /does not contain scopes?/i;
const SCOPE_NAME = /^[a-z\d_]+(?::[a-z\d_]+)+$/;
const SCOPE_VERB = /:(?:read|write|update|delete|admin|master)\b/;
const MOST_SCOPES = 20;

/** Codes of products for scopes that an app lacks, which they use for other things, too. */
const maybeLacksScopes = hasCode(104, 201, 4700, 4711);

/** Whether Zoom says that the app lacks a scope, which it does with many codes. */
export const isMissingScopes = (refusal: ErrorResponse): boolean =>
	LACKS_SCOPES.test(refusal.message) ||
	(maybeLacksScopes(refusal) && scopesIn(refusal.message).some((name) => SCOPE_VERB.test(name)));

const scopesIn = (message: string) =>
	[...new Set(message.split(/[^a-z\d_:]+/i).filter((word) => SCOPE_NAME.test(word)))].slice(
		0,
		MOST_SCOPES,
	);

const TOKEN_WORDS = /token|jeton|トークン|令牌|토큰|токен|credential/i;
const SIGN_IN_WORDS = /unauthori[sz]ed|not authori[sz]ed|authenticat/i;
const meansToken = hasCode(124, 401, 4700, 4702, 4704, 4717, 4737, 4738, 4741, 30031002, 30031004);

/** Whether Zoom does not take the access token, rather than something that the call is about. */
export function isTokenRefused(refusal: ErrorResponse): boolean {
	const { status, code, message, form } = refusal;
	if (form === 'page' || isMissingScopes(refusal)) return false;
	if ((status !== 401 && !meansToken(refusal)) || lackIn(message)) return false;
	if (TOKEN_WORDS.test(message)) return true;
	// In other words it may be anything; a thing is what Zoom speaks of where it names one.
	const isOpen = code === undefined || meansToken(refusal);
	const isSignIn = SIGN_IN_WORDS.test(message) || (status === 401 && isOpen);
	return isSignIn && !speaksOfThing(message);
}

const PLAN_WORDS = /\bplans?\b|licen[cs]e|add-?on/i;

const CASES: readonly Case[] = [
	{ when: isMissingScopes, say: missingScopes },
	{ when: hasStatus(429), say: rateLimited },
	{ when: ({ status }) => status >= 500, say: serverFault },
	{
		when: ({ form }) => form === 'page',
		say: ({ message, status }) => ({
			message: `Received a web page instead of a response from Zoom's API (HTTP ${status}): ${message}`,
			hint: 'A proxy or firewall between n8n and Zoom may have sent it.',
		}),
	},
	{
		when: isTokenRefused,
		say: (_, { appKind }) => ({
			message: 'Zoom does not accept this connection.',
			hint:
				appKind === 'serverToServer'
					? 'Check that the Server-to-Server OAuth app is activated at marketplace.zoom.us, then save the credential in n8n again.'
					: 'Open the credential in n8n and connect it again.',
		}),
	},
	{
		when: (refusal, { isAboutRecordings }) =>
			says(/no recording for this/i)(refusal) || (isAboutRecordings && hasCode(3301)(refusal)),
		say: () => ({
			message: 'Zoom has no recording of this meeting or webinar.',
			hint: 'The recording may still be processing, or it was moved to the trash or deleted. Meetings that were not recorded to the cloud have no recording. A meeting ID selects the latest occurrence. For another occurrence, use its UUID.',
		}),
	},
	{
		when: (refusal, { isAboutRecordings }) =>
			says(/transcript does not exist/i)(refusal) || (isAboutRecordings && hasCode(3322)(refusal)),
		say: () => ({
			message: 'Zoom has no transcript of this meeting or webinar.',
			hint: "Zoom creates the transcript some time after a recorded meeting, if the host's settings allow it.",
		}),
	},
	{
		when: says(/\bwebinar (?:plan|add-?on|license)\b/i),
		say: () => ({
			message: 'The host has no webinar license.',
			hint: 'Webinars require the webinar add-on. Assign it to the host in the Zoom web portal.',
		}),
	},
	{
		when: says(
			/\badd (?:a )?max(?:imum)?(?: of)? \S{1,20} paid users|\bdo not have any available licenses|\bpurchase additional licenses/i,
		),
		say: () => ({
			message: 'All licenses of this kind are in use.',
			hint: 'Remove one from another user, or buy more in the Zoom web portal.',
		}),
	},
	{
		when: ({ message }) =>
			/upgrade (?:your|the) (?:account|plan)/i.test(message) && PLAN_WORDS.test(message),
		say: () => ({ message: 'This needs a paid Zoom plan or license.' }),
	},
	{
		when: says(/\bonly available for (?:the )?paid\b|\bmust be (?:a )?paid account\b/i),
		say: () => ({ message: 'Zoom offers this to paid accounts or users only.' }),
	},
	{
		when: (refusal) =>
			hasCode(3161)(refusal) ||
			says(/hosting and scheduling|not allowed meeting hosting/i)(refusal),
		say: () => ({
			message: 'This user is not allowed to host meetings.',
			hint: 'Allow the user to host meetings in the Zoom web portal, or choose another host.',
		}),
	},
	{
		when: (refusal, { things, isPhone }) =>
			(says(/\bemail \S/i)(refusal) && says(/\S has already been used/i)(refusal)) ||
			says(/user already in the account/i)(refusal) ||
			(hasCode(1005)(refusal) && things.size === 0 && !isPhone),
		say: () => ({
			message: 'A Zoom user with this email address already exists.',
			hint: 'Use another address, or update the existing user.',
		}),
	},
	{
		when: says(/next page token/i),
		say: () => ({
			message: "The list could not be completed: Zoom's page token has expired.",
			hint: 'A page token is valid for 15 minutes. Run the operation again, with a smaller Limit if it takes too long.',
		}),
	},
	{
		when: hasCode(2300),
		say: (_, { request }) => ({
			message: `Zoom does not know the endpoint ${request.method} ${request.operation.path}.`,
		}),
	},
];

/** What is said of a refusal that neither a case nor the thing it is about explains. */
const LAST_CASES: readonly Case[] = [
	{
		when: ({ fields }) => fields.length > 0,
		say: wrongFields,
	},
	{
		when: ({ status, code, message }) =>
			(code === 200 || status === 403) && /permission|not allowed|privilege/i.test(message),
		say: () => ({
			message: 'The connected user does not have permission for this.',
			hint: "Check the user's role and the account settings at Zoom.",
		}),
	},
];

/** What Zoom's refusal means and what to do about it, with what Zoom says itself. */
export function errorMessageOf(refusal: ErrorResponse, failure: FailedCall): Explanation {
	return withQuote(refusal.explanation ?? explained(refusal, failure), refusal);
}

function explained(refusal: ErrorResponse, failure: FailedCall): Explanation {
	const about = subjectOf(failure.request.operation);
	const among = (cases: readonly Case[]) =>
		cases.find(({ when }) => when(refusal, about))?.say(refusal, failure);
	return (
		among(CASES) ??
		thingText(refusal, about, failure.appKind) ??
		among(LAST_CASES) ??
		plain(refusal)
	);
}

const NOT_OF_ZOOM =
	'Zoom always gives a reason, so a proxy or firewall between n8n and Zoom may have refused it.';

function plain({ status, message, form }: ErrorResponse): Explanation {
	if (message === '') {
		return {
			message: `The call was refused without a reason (HTTP ${status}).`,
			hint: NOT_OF_ZOOM,
		};
	}
	return {
		message: `Zoom refused the call: ${message}`,
		...(form === 'text' && {
			hint: "Zoom's errors have another format. A proxy or firewall between n8n and Zoom may have sent this one.",
		}),
	};
}

/** An explanation with all that Zoom says and that is not in it yet. */
function withQuote(
	explanation: Explanation,
	{ message, fields, form }: ErrorResponse,
): Explanation {
	const { message: told, hint = '' } = explanation;
	const all = [message, ...fields.map((wrong) => wrong.message)];
	const missing = all.filter((said) => said !== '' && !told.includes(said) && !hint.includes(said));
	if (missing.length === 0) return explanation;
	const speaker = form === 'page' ? 'The page says' : 'Zoom says';
	const quote = `${speaker}: ${shorten([...new Set(missing)].join(' '))}`;
	return { ...explanation, hint: hint === '' ? quote : `${ended(hint)} ${quote}` };
}

function wrongFields({ fields }: ErrorResponse, { request }: FailedCall): Explanation {
	const parts = fields.map(({ field, message }) =>
		[labelOfApiName(request.operation, field) ?? field, message]
			.filter((part) => part !== '')
			.join(': '),
	);
	const isNamed = fields.some(({ field }) => field !== '');
	return { message: `${isNamed ? 'Zoom refuses ' : 'Zoom refused the call: '}${parts.join('; ')}` };
}

function serverFault({ status }: ErrorResponse, { resumeAt, timezone }: FailedCall): Explanation {
	return {
		message: `Zoom returned a server error (HTTP ${status}).${untilWhen(resumeAt, timezone)}`,
		hint: 'See status.zoom.us, or try again later.',
	};
}

/** What to do about a scope that an app lacks. */
export const REMEDIES: Readonly<Record<AppKind, string>> = {
	user: 'Add it to the app at marketplace.zoom.us, then connect the credential in n8n again.',
	account: 'Add it to the app at marketplace.zoom.us, then connect the credential in n8n again.',
	serverToServer:
		'Add it to the app at marketplace.zoom.us, deactivate and activate the app, then save the credential in n8n again.',
};

function missingScopes({ message }: ErrorResponse, { appKind, request }: FailedCall): Explanation {
	const listed = scopesIn(message);
	const named = listed.length > 0 ? listed : scopeNames(request.operation);
	const names = scopesFor(appKind, named);
	const choice = names.length > 1 ? ' (one of them is enough)' : '';
	const isOutOfReach = appKind === 'user' && named.length > 0 && named.every(hasLevel);
	return {
		message: `Your Zoom app is missing required permissions: ${names.join(', ')}${choice}`,
		hint: isOutOfReach
			? 'A user-managed app cannot have this scope. Use an account-level General App or a Server-to-Server OAuth app.'
			: REMEDIES[appKind],
		missingScopes: names,
	};
}
