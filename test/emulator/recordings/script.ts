/** Something said in a meeting. */
export interface Line {
	/** Seconds after the start of the recording. */
	at: number;
	speaker: string;
	text: string;
}

/** What the text files of a recording say, by `file_type`, as made of one conversation. */
export const scripts: Record<string, (lines: Line[]) => string> = {
	TRANSCRIPT: (lines) => subtitles(lines, ({ speaker, text }) => `${speaker}: ${text}`),
	CC: (lines) => subtitles(lines, ({ text }) => text),
	CHAT: (lines) =>
		lines.map(({ at, speaker, text }) => `${clock(at)}\t${speaker}:\t${text}\r\n`).join(''),
	TIMELINE: (lines) =>
		JSON.stringify({
			timeline: lines.map(({ at, speaker }) => ({
				ts: `${clock(at)}.000`,
				users: [{ username: speaker, multiple_people: false, avatar_url: '', client_type: 0 }],
			})),
		}),
	SUMMARY: (lines) =>
		JSON.stringify({
			overall_start_time: `${clock(0)}.000`,
			overall_end_time: `${clock(lines.reduce((latest, { at }) => Math.max(latest, at), 0))}.000`,
			overall_summary: `${lines.length} things were said.`,
			items: lines.map(({ at, speaker, text }) => ({
				start_time: `${clock(at)}.000`,
				label: speaker,
				summary: text,
			})),
		}),
};

/** What is said where nobody wrote a script. */
export const smallTalk: Line[] = [
	{ at: 3, speaker: 'Olivia Ortiz', text: 'Good morning, can everybody hear me?' },
	{ at: 7, speaker: 'Henrik Holm', text: 'Loud and clear.' },
];

function subtitles(lines: Line[], words: (line: Line) => string): string {
	const cues = lines.map((line, index) => {
		const end = lines[index + 1]?.at ?? line.at + 4;
		return `${index + 1}\r\n${clock(line.at)}.000 --> ${clock(end)}.000\r\n${words(line)}\r\n`;
	});
	return ['WEBVTT\r\n', ...cues].join('\r\n');
}

function clock(seconds: number): string {
	return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
		.map((part) => String(Math.floor(part)).padStart(2, '0'))
		.join(':');
}
