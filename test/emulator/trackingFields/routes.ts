import type { Call, Handler } from '../core/context';
import { validationFailed, ZoomError } from '../core/http/answers';
import type { TrackingField } from './records';

/** The routes of the account's tracking fields. */
export const trackingFieldHandlers: Record<string, Handler> = {
	trackingfieldList({ context }) {
		const tracking_fields = context.store.trackingFields.find();
		return { total_records: tracking_fields.length, tracking_fields };
	},

	trackingfieldCreate(call) {
		const { body, context } = call;
		const given = body as Partial<TrackingField>;
		// Not documented as required, yet a field without a name could not be shown anywhere.
		if (!given.field) throw validationFailed({ field: 'field', message: 'Invalid field.' });
		checkName(call, given.field);
		return context.store.trackingFields.insert({
			id: context.ids.trackingFieldId(),
			field: given.field,
			recommended_values: given.recommended_values ?? [],
			required: given.required ?? false,
			visible: given.visible ?? true,
		});
	},

	trackingfieldGet(call) {
		return theField(call);
	},

	trackingfieldUpdate(call) {
		const field = theField(call);
		const { field: name } = call.body as Partial<TrackingField>;
		if (name !== undefined && name !== field.field) checkName(call, name);
		Object.assign(field, call.body);
	},

	trackingfieldDelete(call) {
		call.context.store.trackingFields.delete(theField(call).id);
	},
};

function theField({ context, params }: Call): TrackingField {
	const field = context.store.trackingFields.get(params.fieldId);
	if (!field) throw new ZoomError(404, 5110, `Tracking field does not exist: ${params.fieldId}.`);
	return field;
}

/** Zoom documents this refusal for updates; it holds for new fields too. */
function checkName({ context }: Call, name: string): void {
	if (context.store.trackingFields.find(({ field }) => field === name).length)
		throw new ZoomError(400, 200, `Tracking field ${name} already exists.`);
}
