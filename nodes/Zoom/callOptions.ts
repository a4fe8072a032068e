import type { Field, Values } from './operation';
import { refuse } from './inputError';
import type { CallOptions } from './transport/attempts';
import type { RetryPolicy } from './transport/retry';
import { parseStatusList } from './transport/retry';

const DEFAULT_STATUS_LIST = '429,500,502,503,504';
const DEFAULT_COUNT = 3;
const DEFAULT_LONGEST_WAIT = 60;
const DEFAULT_TIMEOUT = 60;

/** The fields under Options: how a call is made, the same for every operation. */
export const callOptionFields: Field[] = [
	{
		displayName: 'Double the Wait Time',
		name: 'retryMultiplyWaitTime',
		type: 'boolean',
		default: true,
		description:
			'Whether each wait between tries is about twice as long as the one before, beginning with a second. Otherwise every wait is one second. When Zoom says how long to wait, that is what counts.',
	},
	{
		displayName: 'Longest Wait (Seconds)',
		name: 'retryMaxWait',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 3600 },
		default: DEFAULT_LONGEST_WAIT,
		description:
			'How long one wait between tries may be. When Zoom asks for more, the item fails and the error says when to try again.',
	},
	{
		displayName: 'Max Retries',
		name: 'retryCountMax',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 20 },
		default: DEFAULT_COUNT,
		description: 'How many times a failed call is repeated',
	},
	{
		displayName: 'Retry Mode',
		name: 'retryMode',
		type: 'options',
		options: [
			{
				name: 'Any Transient Failure',
				value: 'retryAny',
				description:
					'Whatever a repeat may mend: server errors, limits, conflicts and lost connections',
			},
			{
				name: 'None',
				value: 'none',
				description: 'Never repeat a call',
			},
			{
				name: 'When the Status Code Matches',
				value: 'retryWhenStatusCodeMatch',
				description: 'The listed status codes, and connections that could not be made or broke off',
			},
		],
		default: 'retryWhenStatusCodeMatch',
		description:
			"When a failed call is repeated. Limits for a whole day are never waited for. Use this instead of the node's Retry On Fail setting, which repeats all items.",
	},
	{
		displayName: 'Retry Status Codes',
		name: 'retryStatusCodeList',
		type: 'string',
		default: DEFAULT_STATUS_LIST,
		placeholder: 'e.g. 429,500-599',
		description: 'Status codes and ranges of them to repeat a call for, separated by commas',
	},
	{
		displayName: 'Retry Unsafe Requests',
		name: 'retryUnsafeRequests',
		type: 'boolean',
		default: false,
		description:
			'Whether calls that create something are repeated even when Zoom may have acted on them already. This can make a meeting twice.',
	},
	{
		displayName: 'Timeout (Seconds)',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 600 },
		default: DEFAULT_TIMEOUT,
		description: 'How long to wait for Zoom while nothing comes back',
	},
];

/**
 * Call options from checked values, with defaults for what was not set.
 * @throws InputError when the list of status codes is not one
 */
export function callOptions(values: Values): CallOptions {
	const isListed =
		parseStatusList(String(values.retryStatusCodeList ?? DEFAULT_STATUS_LIST)) ??
		refuse(
			['Retry Status Codes'],
			'must be status codes from 400 to 599 and ranges of them, such as 429,500-599',
		);
	return {
		retry: {
			mode: (values.retryMode as RetryPolicy['mode'] | undefined) ?? 'retryWhenStatusCodeMatch',
			isListed,
			countMax: Number(values.retryCountMax ?? DEFAULT_COUNT),
			multiplyWait: values.retryMultiplyWaitTime !== false,
			maxWait: Number(values.retryMaxWait ?? DEFAULT_LONGEST_WAIT) * 1000,
			repeatUnsafe: values.retryUnsafeRequests === true,
		},
		timeout: Number(values.timeout ?? DEFAULT_TIMEOUT),
	};
}
