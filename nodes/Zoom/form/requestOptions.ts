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
			"How many items are worked on side by side. The output keeps the items' order, and changes of one thing are made in their order. With 1, each item waits for the one before.",
	},
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
			"When a failed call is repeated. Limits for a whole day are never waited for. Use this instead of the node's Retry On Fail setting, which runs all items again, also those that were done.",
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
			'Whether calls that create something are repeated even when Zoom may have acted on them already. Meetings and webinars are looked for before, so that none is made twice, and equal ones are made one after the other; instant meetings and anything else may be made twice.',
	},
	{
		displayName: 'Timeout (Seconds)',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 600 },
		default: DEFAULT_TIMEOUT,
		description:
			'How long to wait for Zoom while nothing comes back. The whole of a call may take five times as long, at least 30 seconds.',
	},
];

/** The fields under Options of one operation. */
export const optionFieldsOf = (operation: Operation): readonly Field[] => [
	...requestOptionFields,
	...behaviorsOf(operation).flatMap(({ options = [] }) => options),
];

/** How many items are to be worked on side by side; what is wrong with the options is told of each item. */
export function concurrencyOf(options: unknown): number {
	const { concurrentRequests } = Object(options) as IDataObject;
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
