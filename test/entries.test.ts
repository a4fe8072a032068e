import { messageOf, requestOf } from './support/registry';

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
