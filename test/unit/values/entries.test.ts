import { description, messageOf, requestOf } from '../../support/registry/registry';

const meeting = { meetingId: '81234567890' };
const batch = (parameters: object) =>
	requestOf('meetingRegistrant.createBatch', { ...meeting, ...parameters }).body;
const jane = { email: 'jane@example.com', first_name: 'Jane' };
const john = { email: 'john@example.com', first_name: 'John', last_name: 'Doe' };

describe('Entries of a list', () => {
	test('may come as JSON, with the names of the fields or with those of Zoom', () => {
		const registrantsJson = [
			{ email: 'jane@example.com', firstName: 'Jane' },
			{ ...john, status: 'approved' },
		];
		expect(batch({ registrantsJson })).toEqual({ registrants: [jane, john] });
		expect(batch({ registrantsJson: JSON.stringify(registrantsJson) })).toEqual({
			registrants: [jane, john],
		});
	});

	test('come from the form and as JSON together', () => {
		const registrants = {
			registrant: [{ email: 'jane@example.com', firstName: 'Jane', lastName: '' }],
		};
		expect(batch({ registrants, registrantsJson: [john] })).toEqual({ registrants: [jane, john] });
	});

	test('may be what an expression makes of the whole form', () => {
		expect(batch({ registrants: [john] })).toEqual({ registrants: [john] });
	});

	test.each([
		[{ nameTagName: 'Jane', name_tag_id: 'a' }],
		[{ look: { nameTagName: 'Jane', nameTagId: 'a' } }],
		[{ look: { name_tag_name: 'Jane' }, nameTagId: 'a' }],
		[{ look: { nameTagName: 'Jane' }, name_tag_name: 'Other', name_tag_id: 'a' }],
	])('may have what the form groups beside the rest, under either name: %j', (look) => {
		const person = { email: 'jane@example.com', name: 'Jane Doe' };
		const { body } = requestOf('webinarPanelist.create', {
			webinarId: '81234567890',
			panelistsJson: [{ ...person, ...look }],
		});
		expect(body).toEqual({
			panelists: [{ ...person, name_tag_name: 'Jane', name_tag_id: 'a' }],
		});
	});

	test('may take a value away', () => {
		const attribute = { key: 'a', name: 'b', value: '' };
		const updateFields = { customAttributes: { attribute: [attribute] } };
		expect(requestOf('user.update', { updateFields }).body).toEqual({
			custom_attributes: [attribute],
		});
		const custom_attributes = [{ key: 'a', name: 'b' }];
		expect(
			requestOf('user.update', { updateFields: { customAttributes: custom_attributes } }).body,
		).toEqual({ custom_attributes });
		expect(JSON.stringify(description)).not.toContain('sendEmpty');
	});

	const NOT_A_LIST = 'Registrants (JSON): must be a JSON list such as [{"name": "value"}]';
	test.each([
		[{}, 'Registrants: is required'],
		[{ registrants: { registrant: [] } }, 'Registrants: is required'],
		[{ registrants: [], registrantsJson: '[]' }, 'Registrants: is required'],
		[{ registrantsJson: '' }, 'Registrants: is required'],
		[{ registrantsJson: '{}' }, NOT_A_LIST],
		[{ registrantsJson: 'jane@example.com' }, NOT_A_LIST],
		[{ registrantsJson: ['jane@example.com'] }, NOT_A_LIST],
		[{ registrants: 'jane', registrantsJson: [jane] }, 'Registrants: must be a list of entries'],
		[
			{ registrants: { registrant: [jane] }, registrantsJson: [{ email: 'jane@example.com' }] },
			'Registrants > Registrant 2 > First Name: is required',
		],
	])('%j: %s', (parameters, sentence) => {
		expect(messageOf(() => batch(parameters))).toBe(sentence);
	});

	test('leave out lists that n8n filled in', () => {
		const question = [{ title: 'Why?', type: 'short', required: false, answers: '' }];
		const { body } = requestOf('meetingRegistrant.updateQuestions', {
			...meeting,
			additionalFields: { customQuestions: { question } },
		});
		expect(body).toEqual({ custom_questions: [{ title: 'Why?', type: 'short', required: false }] });
	});
});
