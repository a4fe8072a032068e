/** The labels a menu of n8n keeps while somebody types: its Select keeps those that contain the text, in their order. */
export function menuMatches(labels: readonly string[], typed: string): string[] {
	const words = new RegExp(typed.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'i');
	return labels.filter((label) => words.test(label));
}
