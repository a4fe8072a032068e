import type { Call } from '../core/context';
import { invalidParameter } from '../core/http/answers';

/** A field the account wants filled in when meetings are scheduled. */
export interface TrackingField {
	id: string;
	field: string;
	recommended_values: string[];
	required: boolean;
	visible: boolean;
}

/** Refuses a value for a tracking field that the account does not have. */
export function checkTrackingFields({ body, context }: Call): void {
	const given = (body.tracking_fields ?? []) as { field?: string }[];
	const known = context.store.trackingFields.find().map(({ field }) => field);
	if (given.some(({ field = '' }) => !known.includes(field)))
		throw invalidParameter('tracking_fields');
}
