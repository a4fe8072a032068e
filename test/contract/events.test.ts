import { readFileSync } from 'node:fs';
import type { PublishedEvent } from '../../nodes/Zoom/trigger/events/events';
import { publishedEvents } from '../../nodes/Zoom/trigger/events/events';
import { readEvents } from '../../spec/read';
import { ADDED, file, generate, isOffered, nameOf } from '../support/generators/events/generate';

let table: PublishedEvent[];
beforeAll(async () => {
	table = await publishedEvents();
});

describe('The table of events', () => {
	test('has each event once, under a title that begins with a capital', () => {
		const names = table.map(({ event }) => event.name);
		expect(new Set(names).size).toBe(names.length);
		const odd = table.filter(
			({ event }) => !/^[A-Z][A-Za-z]*(?:[ -][A-Za-z]+)*$/.test(event.title),
		);
		expect(odd).toEqual([]);
	});

	test('tells events of one product apart by their titles', () => {
		const titles = table.map(({ product, event }) => `${product}: ${event.title}`);
		expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
	});

	test('begins with what most people look for', () => {
		const products = [...new Set(table.map(({ product }) => product))];
		expect(products.slice(0, 6)).toEqual([
			...['Meeting', 'Recording', 'Webinar', 'User', 'Phone', 'Team Chat'],
		]);
	});

	test.each([
		['meeting.participant_jbh_waiting', 'Meeting', 'Participant Waiting for Host'],
		['meeting.aic_transcript_completed', 'Meeting', 'AI Companion Transcript Completed'],
		['recording.transcript_completed', 'Recording', 'Transcript Completed'],
		['phone.sms_sent', 'Phone', 'SMS Sent'],
		['calendar.event_create', 'Calendar', 'Event Created'],
		['session.user_joined', 'Video SDK Session', 'User Joined'],
		['app_deauthorized', 'App', 'Deauthorized'],
		['contact_center.user_skills_assigned', 'Contact Center', 'User Skills Assigned'],
	])('calls %s %s: %s', (name, product, title) => {
		expect(table.find(({ event }) => event.name === name)).toMatchObject({
			product,
			event: { title },
		});
	});

	test('has no question about the address among them', () => {
		expect(table.map(({ event }) => event.name)).not.toContain('endpoint.url_validation');
	});

	describe("next to Zoom's documents", () => {
		const rows = readEvents();

		test('has every event of the list but the question about the address, and those known to be missing there', () => {
			expect(rows).toHaveLength(571);
			const listed = rows.filter(isOffered).map(nameOf);
			expect(listed).toHaveLength(570);
			const added = ADDED.map(nameOf);
			expect(listed).toEqual(expect.not.arrayContaining(added));
			expect(table.map(({ event }) => event.name).sort()).toEqual([...listed, ...added].sort());
		});

		test('mends no names but two that end in what is none of theirs', () => {
			const mended = rows.filter((row) => nameOf(row) !== row.event).map(({ event }) => event);
			expect(mended).toEqual([
				'contact_center.user_skills_assigned.',
				'revenue_accelerator.conversation_analysis_completed ',
			]);
		});

		test('says of each which scopes it needs', () => {
			const byName = new Map(table.map(({ event }) => [event.name, event]));
			for (const row of rows.filter(isOffered)) {
				const { scopes = [], classicScopes = [] } = byName.get(nameOf(row))!;
				expect({ scopes, classicScopes }).toEqual({
					scopes: row.granularScopes,
					classicScopes: row.classicScopes,
				});
			}
		});

		test('is what the script makes', () => {
			expect(readFileSync(file, 'utf8')).toBe(generate());
		});
	});
});
