import { plainName } from './eventBody';

/**
 * Events that Zoom's own pages call by two names: the one in its list of events, and the one on the event's page or in
 * Zoom's Rivet library (0.4.0). Which one a delivery bears is not known for all of them, so each pair counts as one event.
 */
const PAIRS: ReadonlyArray<readonly [string, string]> = [
	['group.members_deleted', 'group.member_deleted'],
	['meeting.rtms_concurrency_limited', 'rtms.concurrency_limited'],
	['meeting.rtms_concurrency_near_limit', 'rtms.concurrency_near_limit'],
	['team_chat.shared_spaces_edit', 'team_chat.shared_spaces_edited'],
	['whiteboard.share_setting_updated', 'whiteboard.share_settings_updated'],
	['workspace.reservation_updated', 'workspace.reservation_update'],
];

const twins = new Map(
	PAIRS.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]),
);
const canonical = new Map(PAIRS.map(([one, other]) => [other, one]));

/** One name for an event, however Zoom or the user spells it. */
export function eventName(event: string): string {
	const name = plainName(event);
	return canonical.get(name) ?? name;
}

/** The names, each with the other one that Zoom has for the same event. */
export const withTwins = (names: readonly string[]): string[] => [
	...new Set(names.flatMap((name) => [name, twins.get(name) ?? name])),
];
