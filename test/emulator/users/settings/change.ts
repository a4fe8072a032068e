import { ZoomError } from '../../core/http/answers';
import type { UserRecord } from '../../core/records';
import { settingsViews } from './settings';

type Values = Record<string, unknown>;

/** The features a user cannot have, each with the code of Zoom's refusal. */
const conflicts: [
	code: number,
	message: string,
	applies: (asked: Values, licensed: boolean, now: Values) => boolean,
][] = [
	[
		1108,
		'Only Licensed or On-prem users can enable the large meeting feature.',
		(asked, licensed) => asked.large_meeting === true && !licensed,
	],
	[
		1122,
		'Webinar feature can only be enabled for Licensed or On-prem users.',
		(asked, licensed) => asked.webinar === true && !licensed,
	],
	[
		1206,
		'You can only enable the Zoom Events feature for Licensed or On-prem users.',
		(asked, licensed) => asked.zoom_events === true && !licensed,
	],
	[
		1207,
		'You can only enable the "Concurrent Meeting" feature for Licensed users or On-prem users.',
		(asked, licensed) => asked.concurrent_meeting === 'Plus' && !licensed,
	],
	[
		1204,
		"You can't enable the Webinar feature because you already have the Zoom Events feature.",
		(asked, _, now) => asked.webinar === true && now.zoom_events === true,
	],
	[
		1205,
		"You can't enable the Zoom Events feature because you already have the Webinar feature.",
		(asked, _, now) => asked.zoom_events === true && now.webinar === true,
	],
	[
		1242,
		'You cannot set "Zoom Whiteboard" and "Zoom Whiteboard Plus" at the same time.',
		(asked) => asked.zoom_whiteboard === true && asked.zoom_whiteboard_plus === true,
	],
];

/** Changes the settings named and leaves the others; `option` says which view they belong to. */
export function changeSettings(user: UserRecord, change: Values, option?: string): void {
	if (user.status === 'pending')
		throw new ZoomError(
			400,
			1120,
			'A valid invitation to join the Zoom account was not found for this user.',
		);
	if (option !== undefined) return changeView(user, change, option);
	const asked = (change.feature ?? {}) as Values;
	const conflict = conflicts.find(([, , applies]) =>
		applies(asked, user.type === 2, user.settings.feature),
	);
	if (conflict) throw new ZoomError(400, conflict[0], conflict[1]);
	user.settings = merge(user.settings, permitted(user, change)) as UserRecord['settings'];
}

/** What a user without licence may have of it; recording to the cloud they cannot. */
function permitted({ type }: UserRecord, change: Values): Values {
	if (type === 2 || change.recording === undefined) return change;
	const recording = Object.entries(change.recording as Values).filter(
		([name, value]) =>
			!(name === 'cloud_recording' && value === true) &&
			!(name === 'auto_recording' && value === 'cloud'),
	);
	return { ...change, recording: Object.fromEntries(recording) };
}

/** The settings that `option` shows, as far as they were changed and else as for a new user. */
export function viewOf(user: UserRecord, option: string): Values {
	return user.views?.[option] ?? settingsViews[option];
}

function changeView(user: UserRecord, change: Values, option: string): void {
	const { authentication_option, ...values } = change;
	const view = merge(viewOf(user, option), values);
	const asked = authentication_option as { id?: string } | undefined;
	if (asked && Array.isArray(view.authentication_options))
		view.authentication_options = (view.authentication_options as Values[]).map((entry) =>
			entry.id === asked.id ? changedOption(entry, asked) : entry,
		);
	user.views = { ...user.views, [option]: view };
}

function changedOption(entry: Values, { action, ...values }: Values): Values {
	if (action === 'update') return { ...entry, ...values };
	return { ...entry, visible: action === 'show' };
}

function merge(before: Values, change: Values): Values {
	const merged = Object.entries(change).map(([name, value]) => {
		const both = isValues(value) && isValues(before[name]);
		return [name, both ? merge(before[name] as Values, value as Values) : value];
	});
	return { ...before, ...Object.fromEntries(merged) } as Values;
}

function isValues(value: unknown): boolean {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
