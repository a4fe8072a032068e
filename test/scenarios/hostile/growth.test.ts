import type { IDataObject } from 'n8n-workflow';
import { distinctNames } from '../../../nodes/Zoom/files/fileName';
import { resources } from '../../../nodes/Zoom/resources';
import { readAddress } from '../../../nodes/Zoom/resources/api/address';
import { knownOf } from '../../../nodes/Zoom/resources/api/parameterFields';
import { eachAlone, eventFilesIn } from '../../../nodes/Zoom/trigger/output/eventFiles';
import { readInput } from '../../../nodes/Zoom/values/input';
import { messageOf } from '../../support/registry/registry';

afterEach(() => {
	jest.restoreAllMocks();
});

/** How often a method of the language is called meanwhile. */
function callsOf<T extends object>(owner: T, method: keyof T & string, act: () => void): number {
	const spy = jest.spyOn(owner, method as never);
	act();
	const { length } = spy.mock.calls;
	spy.mockRestore();
	return length;
}

const download = resources
	.find(({ value }) => value === 'recording')!
	.operations.find(({ value }) => value === 'download')!;
const own: Record<string, unknown> = { source: 'meeting', meetingId: '81234567890' };

describe('The work grows in proportion to what comes in', () => {
	test('for files that are all called the same', () => {
		const names = new Set<string>();
		const name = distinctNames();
		const steps = callsOf(Set.prototype, 'has', () => {
			for (let file = 0; file < 1000; file++) names.add(name('video.mp4'));
		});
		expect([...names].at(-1)).toBe('video (1000).mp4');
		expect(names.size).toBe(1000);
		expect(steps).toBeLessThan(3000);
	});

	test('for a list of wrong choices, which is read up to the first of them', () => {
		const steps = callsOf(Map.prototype, 'get', () => {
			const fileTypes = 'MP4,a,'.repeat(1000);
			expect(messageOf(() => readInput(download, (name) => ({ ...own, fileTypes })[name]))).toMatch(
				/^File Types: must be a list of any of M4A/,
			);
		});
		expect(steps).toBeLessThan(100);
	});

	test('for the files of an event, of which each is told apart from all others', () => {
		const stepsFor = (count: number) => {
			const files = Array.from({ length: count }, (_, id) => ({
				id,
				download_url: `https://x/${id}`,
			}));
			const subject: IDataObject = { recording_files: files };
			const alone = eachAlone(subject, eventFilesIn(subject));
			return callsOf(Array.prototype, 'every', () => {
				expect(alone(eventFilesIn(subject)[count - 1]).recording_files).toEqual([files[count - 1]]);
			});
		};
		expect(stepsFor(400)).toBeLessThan(2.5 * stepsFor(200));
	});
});

describe('The endpoint of a call', () => {
	const read = (text: string) => readAddress(text, ['https://api.zoom.us']);
	const names = (count: number) => Array.from({ length: count }, (_, index) => `a${index}`);

	test('is no longer than servers take', () => {
		for (const text of [
			`GET /users/${'x'.repeat(16_000)}`,
			`GET /users?${names(1_000_000).join('=&')}`,
			`GET /${names(1_000_000)
				.map((name) => `{${name}}`)
				.join('/')}`,
		]) {
			expect(messageOf(() => read(text))).toBe('Endpoint: must have at most 16000 characters');
		}
	});

	test('may have many names and placeholders, each of which is one', async () => {
		const query = read(`GET /users?${names(2000).join('=1&')}=1&a7=2`).query;
		expect(Object.keys(query)).toHaveLength(2000);
		expect(query).toMatchObject({ a0: '1', a7: ['1', '2'], a1999: '1' });
		const { fields } = await knownOf(read('GET /{a}/{b}/{a}'));
		expect(fields.map(({ field }) => field.name)).toEqual(['a', 'b', 'a (path)']);
	});
});
