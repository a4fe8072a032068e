import type { RestOperation } from '../../../nodes/Zoom/registry/types';
import type { Leaf } from './zoomSpec';

const ANSWERED = 'Zoom fills it in its answer';
const BY_OPERATION = 'two operations of their own';

/** What Zoom's documents name and the node does not offer, and why, besides what `isLeftOut` says. */
export const UNSUPPORTED_PARAMETERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'meeting.update': {
		'body.settings.authentication_exception[].join_url': ANSWERED,
		'body.settings.authentication_name': ANSWERED,
		'body.settings.global_dial_in_numbers[].city': ANSWERED,
		'body.settings.global_dial_in_numbers[].country': ANSWERED,
		'body.settings.global_dial_in_numbers[].country_name': ANSWERED,
		'body.settings.global_dial_in_numbers[].number': ANSWERED,
		'body.settings.global_dial_in_numbers[].type': ANSWERED,
	},
	'recording.download': {
		'query.include_fields': 'the access token of the connection suffices',
		'query.ttl': 'the access token of the connection suffices',
	},
};

/**
 * Whether no operation offers a place: the node reads lists page by page itself, and what Zoom calls deprecated is for
 * nobody who begins now.
 */
export const isLeftOut = ({ list }: RestOperation, { path, isDeprecated }: Leaf): boolean =>
	isDeprecated || (list !== undefined && PAGING.has(path));

const PAGING = new Set(['query.next_page_token', 'query.page_number', 'query.page_size']);

/** Choices of Zoom's that the node does not offer, and why. */
export const UNSUPPORTED_CHOICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'meeting.end': { 'body.action=recover': BY_OPERATION },
	'meeting.recover': { 'body.action=end': BY_OPERATION },
};
