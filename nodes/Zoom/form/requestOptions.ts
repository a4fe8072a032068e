import type { IDataObject } from 'n8n-workflow';

import type { Field, Operation, Values } from '../registry/types';
import { behaviorsOf } from '../registry/types';
import type { RetryPolicy } from '../transport/retry/retryPolicy';
import { parseStatusList } from '../transport/retry/retryPolicy';
import type { CallOptions } from '../transport/retry/sendWithRetry';
import { refuse } from '../values/inputError';

const DEFAULT_STATUS_LIST = '429,500,502,503,504';
const DEFAULT_COUNT = 3;
const DEFAULT_LONGEST_WAIT = 60;
const DEFAULT_TIMEOUT = 60;
const DEFAULT_CONCURRENT = 10;
const MOST_CONCURRENT = 20;

/** The fields under Options that every operation has: how its calls are made. */
export const requestOptionFields: Field[] = [
	{
		displayName: 'Concurrent Requests',
		name: 'concurrentRequests',
		type: 'number',
		noDataExpression: true,
		typeOptions: { minValue: 1, maxValue: MOST_CONCURRENT },
		default: DEFAULT_CONCURRENT,
		description:
			'How many items to process at the same time. The output keeps the order of the items, and changes to the same meeting, user or other object run in that order. Use 1 to process items one by one.',
	},
	{
		displayName: 'Double the Wait Time',
		name: 'retryMultiplyWaitTime',
		type: 'boolean',
		default: true,
		description:
			'Whether to double the wait after each attempt, starting at one second (exponential backoff). If off, each wait is one second. If Zoom says how long to wait, the node waits that long.',
	},
	{
		displayName: 'Longest Wait (Seconds)',
		name: 'retryMaxWait',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 3600 },
		default: DEFAULT_LONGEST_WAIT,
		description:
			'Maximum wait between two attempts. If Zoom asks for a longer wait, the item fails and the error says when to try again.',
	},
	{
		displayName: 'Max Retries',
		name: 'retryCountMax',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 20 },
		default: DEFAULT_COUNT,
		description: 'How many times to retry a failed call',
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
					'Every failure that can be temporary: server errors, rate limits, conflicts and lost connections',
			},
			{
				name: 'None',
				value: 'none',
				description: 'Never retry a call',
			},
			{
				name: 'On Listed Status Codes',
				value: 'retryWhenStatusCodeMatch',
				description: 'The codes in Retry Status Codes, and connections that failed or were lost',
			},
		],
		default: 'retryWhenStatusCodeMatch',
		description:
			"Which failed calls to retry. The node never waits for a daily limit to reset. Use this instead of the node's Retry On Fail setting, which runs all items again, including items that succeeded.",
	},
	{
		displayName: 'Retry Status Codes',
		name: 'retryStatusCodeList',
		type: 'string',
		default: DEFAULT_STATUS_LIST,
		placeholder: 'e.g. 429,500-599',
		description: 'Comma-separated status codes and ranges of codes to retry',
	},
	{
		displayName: 'Retry Unsafe Requests',
		name: 'retryUnsafeRequests',
		type: 'boolean',
		default: false,
		description:
			'Whether to also retry a create operation that Zoom may already have applied. For meetings and webinars, the node first checks whether Zoom created them, so that each is created only once. Creates with the same topic and start run one after the other. Instant meetings and everything else may be created twice.',
	},
	{
		displayName: 'Timeout (Seconds)',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 600 },
		default: DEFAULT_TIMEOUT,
		description:
			'How long to wait when Zoom sends no data. A whole call can take up to five times as long, or up to 30 seconds if that is longer.',
	},
];

/** The fields under Options of one operation. */
export const optionFieldsOf = (operation: Operation): readonly Field[] => [
	...requestOptionFields,
	...behaviorsOf(operation).flatMap(({ options = [] }) => options),
];

/** How many items are to be worked on side by side; what is wrong with the options is told of each item. */
export function concurrencyOf(options: unknown): number {
	const { concurrentRequests }: IDataObject = Object(options);
	const asked = Number(concurrentRequests ?? DEFAULT_CONCURRENT);
	return Number.isInteger(asked) && asked >= 1 && asked <= MOST_CONCURRENT
		? asked
		: DEFAULT_CONCURRENT;
}

/**
 * Call options from checked values, with defaults for what was not set.
 * @throws InputError when the list of status codes is not one
 */
export function requestOptions(values: Values): CallOptions {
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
