/** A field the account wants filled in when meetings are scheduled. */
export interface TrackingField {
	id: string;
	field: string;
	recommended_values: string[];
	required: boolean;
	visible: boolean;
}
