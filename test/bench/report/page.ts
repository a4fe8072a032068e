import type { Section, Target } from '../section';

/** The machine and the programs of a run. */
export interface Setting {
	/** Year, month and day. */
	readonly date: string;
	readonly package: string;
	readonly n8n: string;
	/** That n8n runs on. */
	readonly node: string;
	readonly cpu: string;
	readonly cores: number;
	/** In bytes. */
	readonly memory: number;
	readonly system: string;
	/** How n8n reaches its database. */
	readonly database: string;
	/** Whether it was a trial with fewer and smaller runs. */
	readonly isShort: boolean;
}

/** A part that was measured, and in what setting. */
export interface Told {
	readonly setting: Setting;
	readonly section: Section;
}

/** The page about performance. */
export function pageOf(told: readonly Told[]): string {
	const [first] = told;
	const blocks = [
		'# Performance',
		"`npm run bench` measures these figures and writes this page. It compares the nodes with n8n's own, in one real n8n with the packed nodes and the Zoom emulator of this repository in a separate process. The raw samples are in [results.generated.json](../test/bench/results.generated.json). No test depends on these figures.",
		settingOf(first.setting),
		'## Targets',
		table(
			['', 'target', 'measured', ''],
			told.flatMap(({ section }) => section.targets.map((target) => targetRow(section, target))),
		),
		...told.flatMap(({ setting, section }) => [
			...sectionBlocks(section),
			...(isSame(setting, first.setting) ? [] : [`Measured separately: ${settingOf(setting)}`]),
		]),
	];
	return `${blocks.join('\n\n')}\n`;
}

/** A table as Markdown, which is to be read as it stands, too. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
	const widths = columns.map((column, index) =>
		Math.max(3, column.length, ...rows.map((row) => row[index].length)),
	);
	const drawn = (cells: readonly string[]) =>
		`| ${cells.map((cell, index) => cell.padEnd(widths[index])).join(' | ')} |`;
	const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
	return [drawn(columns), rule, ...rows.map(drawn)].join('\n');
}

/** One part as it is printed while others still run. */
export const printed = (section: Section): string => sectionBlocks(section).join('\n\n');

function sectionBlocks({ title, text, columns, rows, targets, notes = [] }: Section): string[] {
	const verdicts = targets.map(
		(target) =>
			`- ${target.text}: ${target.value}, ${verdict(target)}${!target.isMet && target.why ? `. ${target.why}` : ''}`,
	);
	return [
		`## ${title}`,
		...text,
		table(columns, rows),
		...(verdicts.length > 0 ? [verdicts.join('\n')] : []),
		...notes,
	];
}

const targetRow = ({ title }: Section, target: Target) => [
	title,
	target.text,
	target.value,
	verdict(target),
];

const verdict = ({ isMet }: Target) => (isMet ? 'met' : '**missed**');

function settingOf(setting: Setting): string {
	const trial = setting.isShort ? ' This was a short trial.' : '';
	return `${line(setting)}.${trial}`;
}

const line = (setting: Setting) =>
	`${setting.date}: ${setting.package}, n8n ${setting.n8n} on Node.js ${setting.node} with ${setting.database}, ${setting.cores} cores (${setting.cpu}), ${Math.round(setting.memory / 1024 ** 3)} GiB of memory, ${setting.system}`;

const isSame = (one: Setting, other: Setting) => JSON.stringify(one) === JSON.stringify(other);
