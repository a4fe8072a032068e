import type { INodePropertyOptions } from 'n8n-workflow';

import { choice, entries, text } from '../../../registry/field';
import { byName } from '../../../registry/menuOrder';
import type { Field } from '../../../registry/types';

// Four education plans have numbers past 2^53, which JavaScript cannot send exactly; they are left out.
const workplacePlans: INodePropertyOptions[] = [
	{ name: 'Business Plus, AU/NZ Unlimited', value: 64 },
	{ name: 'Business Plus, Global Select', value: 33554432 },
	{ name: 'Business Plus, Japan Unlimited', value: 128 },
	{ name: 'Business Plus, UK/IR Unlimited', value: 32 },
	{ name: 'Business Plus, US/CA Unlimited', value: 16 },
	{ name: 'Education Enterprise Premier, AU/NZ Unlimited', value: 34359738368 },
	{ name: 'Education Enterprise Premier, Global Select', value: 68719476736 },
	{ name: 'Education Enterprise Premier, Japan Unlimited', value: 8589934592 },
	{ name: 'Education Enterprise Premier, UK/IR Unlimited', value: 17179869184 },
	{ name: 'Education Enterprise Premier, US/CA Unlimited', value: 4294967296 },
	{ name: 'Education School and Campus Plus, AU/NZ Unlimited', value: 1099511627776 },
	{ name: 'Education School and Campus Plus, Global Select', value: 2199023255552 },
	{ name: 'Education School and Campus Plus, Japan Unlimited', value: 274877906944 },
	{ name: 'Education School and Campus Plus, UK/IR Unlimited', value: 549755813888 },
	{ name: 'Education School and Campus Plus, US/CA Unlimited', value: 137438953472 },
	{ name: 'Enterprise Premier, AU/NZ Unlimited', value: 1073741824 },
	{ name: 'Enterprise Premier, Japan Unlimited', value: 268435456 },
	{ name: 'Enterprise Premier, UK/IR Unlimited', value: 536870912 },
	{ name: 'Enterprise Premier, US/CA Unlimited', value: 134217728 },
	{ name: 'Pro Plus, US/CA Unlimited', value: 4398046511104 },
];

const unitedPlans: INodePropertyOptions[] = [
	{ name: 'Business, AU/NZ Unlimited', value: '128' },
	{ name: 'Business, Global Select', value: '256' },
	{ name: 'Business, Japan Unlimited', value: '65536' },
	{ name: 'Business, UK/IR Unlimited', value: '64' },
	{ name: 'Business, US/CA Unlimited', value: '32' },
	{ name: 'Business, Zoom Phone Pro', value: '512' },
	{ name: 'Enterprise, AU/NZ Unlimited', value: '4096' },
	{ name: 'Enterprise, Global Select', value: '8192' },
	{ name: 'Enterprise, Japan Unlimited', value: '131072' },
	{ name: 'Enterprise, UK/IR Unlimited', value: '2048' },
	{ name: 'Enterprise, US/CA Unlimited', value: '1024' },
	{ name: 'Enterprise, Zoom Phone Pro', value: '16384' },
	{ name: 'Pro, AU/NZ Unlimited', value: '4' },
	{ name: 'Pro, Global Select', value: '8' },
	{ name: 'Pro, Japan Unlimited', value: '32768' },
	{ name: 'Pro, UK/IR Unlimited', value: '2' },
	{ name: 'Pro, US/CA Unlimited', value: '1' },
	{ name: 'Pro, Zoom Phone Pro', value: '16' },
];

/** Zoom Workplace plan of a user; `off` is the choice that takes it away. */
export const workplacePlan = (key: string, off: INodePropertyOptions[]): Field =>
	choice('Zoom Workplace Plan', 'zoomOneType', {
		apiName: key,
		options: [...workplacePlans, ...off].sort(byName),
		default: 16,
		description: 'Zoom Workplace plan to assign',
	});

/** Zoom United plan of a user; `off` is the choice that takes it away. */
export const unitedPlan = (key: string, off: INodePropertyOptions[]): Field =>
	choice('Zoom United Plan', 'planUnitedType', {
		apiName: key,
		options: [...unitedPlans, ...off].sort(byName),
		default: '1',
		description: 'Zoom United plan to assign',
	});

/** Licenses of a user, for accounts with several subscriptions. */
export const licenses = (key: string): Field =>
	entries('Licenses', 'licenseInfoList', {
		apiName: key,
		entry: 'License',
		maxAllowedFields: 2,
		fields: [
			choice('License Type', 'licenseType', {
				required: true,
				options: [
					{ name: 'Meetings', value: 'MEETING' },
					{ name: 'Zoom Workplace', value: 'ZOOM_WORKPLACE_BUNDLE' },
				],
				default: 'MEETING',
			}),
			choice('License Option', 'licenseOption', {
				required: true,
				options: [
					{ name: 'Licensed (Meetings)', value: 2 },
					{ name: 'Enterprise', value: 4 },
					{ name: 'Enterprise Plus', value: 8 },
					...workplacePlans,
				].sort(byName),
				default: 2,
			}),
			text('Subscription ID', 'subscriptionId', { required: true }),
		],
		description: 'Licenses to assign with their subscriptions, up to two',
	});

/** Basic, licensed or neither. */
export const userTypes: INodePropertyOptions[] = [
	{ name: 'Basic', value: 1 },
	{ name: 'Licensed', value: 2 },
	{ name: 'None', value: 99, description: 'Only for users created through single sign-on' },
	{ name: 'Unassigned', value: 4, description: 'No Zoom Meetings license, not even Basic' },
];
