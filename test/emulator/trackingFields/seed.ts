import type { EmulatorContext } from '../core/context';

/** Two tracking fields, of which one has to be filled in. */
export function seedTrackingFields({ store }: EmulatorContext): void {
	store.trackingFields.insert({
		id: 'a32Purpose_00',
		field: 'Meeting purpose',
		recommended_values: ['Sales', 'Support', 'Training'],
		required: true,
		visible: true,
	});
	store.trackingFields.insert({
		id: 'a32CostCenter',
		field: 'Cost center',
		recommended_values: [],
		required: false,
		visible: false,
	});
}
