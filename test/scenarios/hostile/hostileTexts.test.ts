import { nameAfter, safeFileName } from '../../../nodes/Zoom/files/fileName';
import { isGranted, splitScopes } from '../../../nodes/Zoom/registry/scopes';
import type { AppKind, EncodeContext } from '../../../nodes/Zoom/registry/types';
import { readAddress } from '../../../nodes/Zoom/resources/api/address';
import { parseTranscript } from '../../../nodes/Zoom/resources/meetings/recording/transcript';
import {
	apiUrlProblem,
	downloadUrlProblem,
	isZoomHost,
	revokeUrlOf,
} from '../../../nodes/Zoom/transport/auth/environments';
import { readSessionToken } from '../../../nodes/Zoom/transport/auth/storedToken';
import { fileNameIn } from '../../../nodes/Zoom/transport/download/contentDisposition';
import { errorMessageOf } from '../../../nodes/Zoom/transport/errors/errorMessages';
import { redact } from '../../../nodes/Zoom/transport/redaction/redact';
import { outcomeOf, errorResponseOf } from '../../../nodes/Zoom/transport/response/outcome';
import { retryAfter } from '../../../nodes/Zoom/transport/response/throttling';
import { parseStatusList } from '../../../nodes/Zoom/transport/retry/retryPolicy';
import { parseEventBody, plainName } from '../../../nodes/Zoom/trigger/events/eventBody';
import * as dates from '../../../nodes/Zoom/values/dates';
import * as identifiers from '../../../nodes/Zoom/values/identifiers';
import * as lists from '../../../nodes/Zoom/values/lists';
import { restOperation } from '../../support/registry/registry';

const MEGABYTE = 1_000_000;

/** What makes a reader look back or begin anew: each is repeated to a megabyte and ends in what no reader takes. */
const SEEDS = [
	' ',
	'+',
	'a.',
	'a@',
	'-0',
	'<v ',
	'http://',
	'token:"',
	'eyJ.',
	'user not found: ',
	'400-',
	'1\u0307',
	'\ud83d',
	'00:00:01.000 --> ',
];

const context: EncodeContext = {
	timezone: 'UTC',
	timezoneChosen: false,
	refuse: (allowed) => {
		throw new Error(allowed);
	},
};

const operation = restOperation('meeting.get');
const failure: Parameters<typeof errorMessageOf>[1] = {
	request: { operation, method: 'GET', path: '/meetings/1', query: {} },
	outcome: { kind: 'noResponse', how: 'broken' },
	attempts: 1,
	elapsed: 0,
	mayHaveHappened: false,
	appKind: 'user' satisfies AppKind,
	timezone: 'UTC',
	timeout: 60,
};

type Reader = (text: string) => unknown;

const encoders = (module: Readonly<Record<string, unknown>>): (readonly [string, Reader])[] =>
	Object.entries(module).flatMap(([name, read]) =>
		typeof read === 'function'
			? [[name, (text) => (read as (...given: unknown[]) => unknown)(text, context)]]
			: [],
	);

const readers: (readonly [string, Reader])[] = [
	...encoders({ ...identifiers }),
	...encoders({ ...dates }),
	...encoders({ ...lists }),
	['an address of the API', (text) => readAddress(text, ['https://api.zoom.us'])],
	['the path of an address', (text) => readAddress(`GET /${text}`, ['https://api.zoom.us'])],
	['the query of an address', (text) => readAddress(`GET /users?${text}`, [])],
	['a list of statuses', parseStatusList],
	['granted scopes', (text) => splitScopes(text)],
	['a scope', (text) => isGranted([text], { scopes: [text], classicScopes: [text] })],
	['secrets in a text', redact],
	['the name of a file', safeFileName],
	['the parts of a name', (text) => nameAfter(text, [text], 'mp4')],
	['the header that names a file', (text) => fileNameIn(`attachment; filename="${text}`)],
	['a transcript', parseTranscript],
	['one cue of a transcript', (text) => parseTranscript(`1\n00:01.0 --> 00:02.0\n${text}`)],
	['a link to a file', (text) => downloadUrlProblem(text, 'https://api.zoom.us')],
	['the name of a host', isZoomHost],
	['a URL of a credential', (text) => apiUrlProblem({ environment: 'custom', customApiUrl: text })],
	[
		'the Token URL of a credential',
		(text) => revokeUrlOf({ environment: 'custom', customTokenUrl: text }),
	],
	['a stored token', readSessionToken],
	['an answer', (text) => outcomeOf({ statusCode: 200, headers: {}, body: text })],
	['a time to wait until', (text) => retryAfter({ 'retry-after': text }, 0)],
	[
		'what Zoom refuses with',
		(message) =>
			[1001, 300, 200, 124, 4711, 429].map((code) => {
				const status = code === 429 ? 429 : 400;
				const body = { code, message, errors: [{ field: message, message }] };
				return errorMessageOf(errorResponseOf({ statusCode: status, headers: {}, body }), failure);
			}),
	],
	[
		'a refusal that is a text',
		(text) => errorResponseOf({ statusCode: 500, headers: {}, body: text }),
	],
	['an event', parseEventBody],
	['the name of an event', plainName],
];

// That nothing is worse than linear is shown of the expressions; here only that no reader goes on for ever.
describe('A megabyte of hostile text comes to an end with', () => {
	test.each(readers)('%s', (_name, read) => {
		for (const seed of SEEDS) {
			const text = `${seed.repeat(Math.ceil(MEGABYTE / seed.length))}!`;
			expect(['answered', 'refused']).toContain(attempt(read, text));
		}
	});
});

/** Readers refuse with an error in words; whatever the machinery itself throws is none of those. */
function attempt(read: Reader, text: string): 'answered' | 'refused' {
	try {
		read(text);
		return 'answered';
	} catch (error) {
		expect(error).not.toBeInstanceOf(TypeError);
		expect(error).not.toBeInstanceOf(RangeError);
		return 'refused';
	}
}
