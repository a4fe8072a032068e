import { sublimeSearch } from '@n8n/utils/search/sublime-search';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Zoom } from '../../../nodes/Zoom/Zoom.node';
import { ZoomTrigger } from '../../../nodes/Zoom/ZoomTrigger.node';

interface Codex {
	readonly node: string;
	readonly alias: string[];
}

const FOLDER = join(__dirname, '../../../nodes/Zoom');
const codexOf = (name: string) =>
	JSON.parse(readFileSync(join(FOLDER, `${name}.node.json`), 'utf8')) as Codex;

const { description: node } = new Zoom();
const { description: trigger } = new ZoomTrigger();

/** n8n's nodes panel has one entry for both: its aliases are the node's, its description is the trigger's. */
const entry = {
	key: 'zoom',
	properties: { displayName: node.displayName, codex: codexOf('Zoom') },
};

test.each([
	...['zoom', 'zoom meeting', 'meeting', 'create meeting', 'schedule meeting', 'online meeting'],
	...['video call', 'video conference', 'video meeting', 'video', 'conference', 'conference call'],
	...['webinar', 'zoom webinar', 'registrant', 'registration', 'register', 'invite', 'invitation'],
	...['recording', 'record', 'cloud recording', 'transcript', 'transcription', 'meeting notes'],
	...['attendance', 'attendee', 'participants', 'participant', 'panelist', 'host', 'poll'],
	...['survey', 'summary', 'AI companion', 'phone', 'chat', 'call', 'livestream', 'live stream'],
	...['schedule', 'report', 'user', 'webhook', 'server-to-server'],
])('"%s" finds the node in the nodes panel', (typed) => {
	const [found] = sublimeSearch(typed, [entry]);
	// Letters that lie scattered over a name match, too, with a score below zero.
	expect(found?.score).toBeGreaterThan(0);
});

test.each(['spreadsheet', 'invoice', 'kubernetes'])('"%s" does not', (typed) => {
	expect(sublimeSearch(typed, [entry])).toEqual([]);
});

test('An alias stands there once, and for the trigger alone, too', () => {
	for (const { alias } of [codexOf('Zoom'), codexOf('ZoomTrigger')]) {
		expect(new Set(alias).size).toBe(alias.length);
	}
	expect(
		sublimeSearch('recording completed', [
			{ properties: { displayName: '', codex: codexOf('ZoomTrigger') } },
		]),
	).toHaveLength(1);
});

test('The description of the entry says what both nodes do', () => {
	expect(trigger.description).toMatch(
		/^Create and manage Zoom meetings.* or start a workflow when/,
	);
});

test("n8n's AI builder is led from each node to the other", () => {
	const related = [node, trigger].map(({ builderHint }) => builderHint?.relatedNodes?.[0].nodeType);
	expect(related).toEqual([codexOf('ZoomTrigger').node, codexOf('Zoom').node]);
});
