import { zoomTime } from '../core/clock';
import type { EmulatorContext } from '../core/context';
import { addOperation } from './activity/operationLog';

const hour = 3_600_000;
const day = 24 * hour;

/** Three users who sign in on some days, and what the admin changed in the last weeks. */
export function seedActivities(context: EmulatorContext): void {
	const { signIns } = context.store;
	const midnight = Math.floor(context.clock.now() / day) * day;
	const at = (days: number, hours: number) => zoomTime(midnight + days * day + hours * hour);
	for (const days of [-40, -9, -6, -2])
		for (const [index, person] of people.entries()) {
			signIns.insert({ ...person, type: 'Sign in', time: at(days, 6 + index) });
			signIns.insert({ ...person, type: 'Sign out', time: at(days, 15 + index) });
		}
	for (const [days, category_type, action, subject] of changes)
		addOperation(context, {
			time: at(days, 9),
			operator: 'olivia.ortiz@example.com',
			category_type,
			action,
			operation_detail: `${action} ${category_type} - ${subject}`,
		});
}

const people = [
	{
		email: 'olivia.ortiz@example.com',
		ip_address: '192.0.2.10',
		client_type: 'Browser',
		version: '-',
	},
	{
		email: 'henrik.holm@example.com',
		ip_address: '198.51.100.20',
		client_type: 'mac',
		version: '6.5.3.58803',
	},
	{
		email: 'hana.hayashi@example.com',
		ip_address: '203.0.113.30',
		client_type: 'windows',
		version: '6.5.3.7509',
	},
];

const changes: [days: number, category: string, action: string, subject: string][] = [
	[-25, 'user', 'add', 'uma.upton@example.com'],
	[-12, 'user', 'update', 'daan.dekker@example.com'],
	[-8, 'account', 'update', 'Sign-in methods'],
	[-1, 'recording', 'delete', '83456789012'],
];
