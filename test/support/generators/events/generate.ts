import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ZoomEvent } from '../../../../nodes/Zoom/trigger/events/events';
import type { Event as Row } from '../../../../spec/facts';
import { readEvents } from '../../../../spec/read';
import { titleOf } from './titles';
import { PRODUCTS } from './titleWords';

/** Where what is made goes. */
export const file = resolve(
	__dirname,
	'../../../../nodes/Zoom/trigger/events/events.generated.json',
);

/** The name without what slipped in at the end of two of them: a dot, a blank. */
export const nameOf = ({ event }: Pick<Row, 'event'>): string => event.replace(/[.\s]+$/, '');

/** Zoom's question whether an address is the app's own is answered, not handed on. */
export const isOffered = (row: Row): boolean => nameOf(row) !== 'endpoint.url_validation';

/**
 * Events that are not in the list: of Zoom's changelog of 2023-02-25 and Rivet 0.4.0 (the first), of the samples for
 * Real-Time Media Streams that Zoom publishes, and of names that Zoom was seen to accept in 2026-07 (the last two).
 */
export const ADDED: readonly Row[] = [
	['session.recording_transcript_failed', 'session'],
	['rtms.start_failed', 'rtms'],
	['contact_center.voice_rtms_started', 'contact_center'],
	['contact_center.voice_rtms_stopped', 'contact_center'],
].map(([event, group]) => ({ event, group, granularScopes: [], classicScopes: [] }));

/** What is made: the text of the table. */
export function generate(): string {
	const rows = [...readEvents().filter(isOffered), ...ADDED];
	const unknown = rows.find(({ group }) => !(group in PRODUCTS));
	if (unknown) throw new Error(`Say what the events of ${unknown.group} are called`);
	const products = [...new Set(Object.values(PRODUCTS))].map((product) => {
		const events = rows.filter(({ group }) => PRODUCTS[group] === product).map(eventOf);
		const lines = events
			.sort((a, b) => (a.name < b.name ? -1 : 1))
			.map((event) => JSON.stringify(event));
		return `${JSON.stringify(product)}:[\n${lines.join(',\n')}\n]`;
	});
	return `{\n${products.join(',\n')}\n}\n`;
}

function eventOf(row: Row): ZoomEvent {
	const { granularScopes, classicScopes } = row;
	const name = nameOf(row);
	return {
		name,
		title: titleOf(name),
		...(granularScopes.length > 0 && { scopes: granularScopes }),
		...(classicScopes.length > 0 && { classicScopes }),
	};
}

if (require.main === module) {
	const text = generate();
	writeFileSync(file, text);
	process.stdout.write(`events.generated.json: ${(text.length / 1024).toFixed(0)} KB\n`);
}
