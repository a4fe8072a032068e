import type {
	IWorkflowDataProxyData,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';
import { Expression } from 'n8n-workflow';
import { description, everyField, innerFields } from '../../support/registry/registry';

const isList = ({ type }: INodeProperties) => type === 'fixedCollection';

/** Properties and all that is inside them. */
const within = (properties: readonly INodeProperties[]): INodeProperties[] =>
	properties.flatMap((property) => [property, ...within(membersOf(property))]);

type Inner = INodeProperties | INodePropertyCollection | INodePropertyOptions;

const membersOf = ({ options = [] }: INodeProperties): INodeProperties[] =>
	(options as Inner[]).flatMap((inner) => {
		if ('values' in inner) return inner.values;
		return 'type' in inner ? [inner] : [];
	});

const built = within(description.properties);
const lists = built.filter(isList);

/** What the editor shows above an entry, by n8n's own expressions. */
function titleOf(list: INodeProperties, entry: object): unknown {
	const { itemTitle } = list.typeOptions?.fixedCollection ?? {};
	const [group] = list.options as INodePropertyCollection[];
	const data: object = {
		$collection: { item: { value: entry, index: 0, properties: group.values } },
	};
	return new Expression('UTC').resolveSimpleParameterValue(
		itemTitle ?? '',
		data as IWorkflowDataProxyData,
	);
}

function listNamed(name: string): INodeProperties {
	const found = lists.find((list) => list.name === name);
	if (!found) throw new Error(`There is no list ${name}`);
	return found;
}

describe('Lists in the form', () => {
	test('have a button that says what it adds', () => {
		expect(lists.length).toBeGreaterThan(30);
		const silent = lists.filter(
			({ placeholder = '', typeOptions }) =>
				typeOptions?.multipleValues !== true || !/^Add [A-Z]/.test(placeholder),
		);
		expect(silent.map(({ name, placeholder }) => [name, placeholder])).toEqual([]);
	});

	test('nowhere say "Choose…"', () => {
		const vague = built.filter(({ placeholder }) => placeholder?.startsWith('Choose'));
		expect(vague.map(({ name }) => name)).toEqual([]);
	});

	test('can be put in order where the order means something', () => {
		const sortable = everyField
			.filter(({ field }) => field.typeOptions?.sortable === true)
			.map(({ field }) => field.name);
		expect([...new Set(sortable)].sort()).toEqual([
			'answers',
			'customQuestions',
			'polls',
			'promptRightAnswers',
			'prompts',
			'questions',
			'recommendedValues',
			'rightAnswers',
		]);
		const questions = everyField.filter(
			({ path, field }) =>
				field.name === 'questions' &&
				innerFields(field).some(({ name }) => name === 'name') &&
				/poll|survey/i.test(path),
		);
		expect(questions.length).toBeGreaterThan(4);
		expect(questions.filter(({ field }) => field.typeOptions?.sortable !== true)).toEqual([]);
	});

	test.each([
		['registrants', { email: 'jane@example.com', firstName: 'Jane' }, 'jane@example.com'],
		['questions', { name: 'How was it?', type: 'single' }, 'How was it?'],
		['polls', { title: 'Your opinion' }, 'Your opinion'],
		['rooms', { name: 'Blue', participants: 'jane@example.com' }, 'Blue'],
		['phoneNumbers', { country: 'US', code: '+1', number: '5550100' }, '5550100'],
	])('head an entry of %s by what it is about', (name, entry, title) => {
		expect(titleOf(listNamed(name), entry)).toBe(title);
	});

	test('head an entry by the label of what is chosen', () => {
		const standard = lists.find(({ options }) =>
			(options as INodePropertyCollection[])[0].values.some(({ name }) => name === 'fieldName'),
		);
		expect(standard && titleOf(standard, { fieldName: 'job_title' })).toBe('Job Title');
		expect(standard && titleOf(standard, { fieldName: 'other' })).toBeUndefined();
	});

	// The editor then shows the name of the entry and its number.
	test('head an entry by nothing where it says nothing yet', () => {
		for (const list of lists)
			expect([list.name, titleOf(list, {})]).toEqual([list.name, undefined]);
	});

	test('every title is of a field that the entries have', () => {
		for (const { field, path } of everyField.filter(
			({ field: { type } }) => type === 'fixedCollection',
		)) {
			const { itemTitle = '' } = field.typeOptions?.fixedCollection ?? {};
			const named = innerFields(field).filter(({ name }) =>
				itemTitle.includes(`$collection.item.value.${name}`),
			);
			expect([path, named.length > 0]).toEqual([path, true]);
		}
	});
});
