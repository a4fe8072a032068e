const mine = ['Meeting:Read', 'Meeting:Edit', 'Recording:Read', 'Recording:Edit'];
const everyones = ['User', 'Role', 'Group', 'Branding', 'AccountSetting', 'RecordingContent'];

/** What a role may see and change, in Zoom's words. */
export function permissionsOf(role_id: string): string[] {
	if (role_id === '2') return mine;
	return [...mine, ...everyones.flatMap((area) => [`${area}:Read`, `${area}:Edit`])];
}
