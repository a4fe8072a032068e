import type { Field } from '../../registry/types';

/** A setting that is on or off. */
export const toggle = (displayName: string, name: string, description: string): Field => ({
	displayName,
	name,
	type: 'boolean',
	default: false,
	description,
});
