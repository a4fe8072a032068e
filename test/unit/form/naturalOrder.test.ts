import type { INodePropertyOptions } from 'n8n-workflow';
import { ZoomTrigger } from '../../../nodes/Zoom/ZoomTrigger.node';
import { hasNaturalOrder, isInNaturalOrder } from '../../support/registry/naturalOrder';
import { description } from '../../support/registry/registry';

/** The names of a menu's choices. */
type Menu = string[];

/** Every menu anywhere in a description as built. */
function menusIn(part: unknown): Menu[] {
	if (typeof part !== 'object' || part === null) return [];
	const within = Object.values(part).flatMap(menusIn);
	const { type, options } = part as { type?: unknown; options?: INodePropertyOptions[] };
	const isMenu = (type === 'options' || type === 'multiOptions') && Array.isArray(options);
	return isMenu ? [options.map(({ name }) => name), ...within] : within;
}

const menus = [description, new ZoomTrigger().description].flatMap(({ properties }) =>
	menusIn(properties),
);
const natural = menus.filter(hasNaturalOrder);
const withName = (name: string) => natural.filter((names) => names.includes(name));

test('menus have the order that a person expects', () => {
	expect(natural.length).toBeGreaterThan(10);
	expect(natural.filter((names) => !isInNaturalOrder(names))).toEqual([]);
});

test.each([
	['Monday', ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']],
	['Fourth', ['First', 'Second', 'Third', 'Fourth', 'Last']],
	['Weekly', ['Daily', 'Weekly', 'Monthly']],
	['5 Minutes Before', ['5 Minutes Before', '10 Minutes Before', '15 Minutes Before', 'Any Time']],
])('the menu with %s is in order', (name, names) => {
	expect(withName(name).length).toBeGreaterThan(0);
	for (const menu of withName(name)) expect(menu).toEqual(names);
});

test.each([
	[['Friday', 'Monday']],
	[['First', 'Fourth', 'Last', 'Second', 'Third']],
	[['10 Minutes Before', '15 Minutes Before', '5 Minutes Before', 'Any Time']],
	[['1 Day and 1 Hour Before', '1 Day Before']],
	[['1-20', '1,001-5,000', '21-50']],
	[['100', '1000', '500']],
])('%p would be found', (names) => {
	expect(isInNaturalOrder(names)).toBe(false);
});

test('names without such an order are in the order of the alphabet', () => {
	expect(hasNaturalOrder(['Alipay', 'API User', 'Apple'])).toBe(false);
	expect(hasNaturalOrder(['H.323', 'SIP', '5 Minutes Before'])).toBe(false);
});
