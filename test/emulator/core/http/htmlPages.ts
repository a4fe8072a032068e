import type { App } from '../../oauth/apps';
import type { Gathering, UserRecord } from '../records';

/** The page on which a person picks who to be and allows or declines the app. */
export function consentPage(app: App, users: UserRecord[], action: string): string {
	const people = users.map((user, index) => choice(user, index === 0)).join('\n');
	const scopes = app.scopes.map((scope) => `<li><code>${text(scope)}</code></li>`).join('\n');
	return page(
		`Allow ${app.name}?`,
		`<h1>${text(app.name)}</h1>
<p>wants to use your Zoom account. This is an emulator: no real account is touched.</p>
<form method="post" action="${text(action)}">
<fieldset><legend>Sign in as</legend>
${people}
</fieldset>
<details open><summary>The app gets ${app.scopes.length} permissions</summary>
<ul>
${scopes}
</ul></details>
<p class="buttons">
<button class="allow" name="decision" value="allow"${users.length ? '' : ' disabled'}>Allow</button>
<button name="decision" value="decline">Decline</button>
</p>
</form>`,
	);
}

/** The page Zoom shows instead when the authorize URL is wrong. */
export function problemPage(message: string, code: string): string {
	return page(
		'Zoom error',
		`<h1>${text(message)} (${code})</h1>
<p>The link that led here does not fit the app. Check its client ID, redirect URL and scopes.</p>`,
	);
}

/** The page behind a join or start link. */
export function meetingPage(meeting: Gathering | undefined): string {
	if (!meeting) return page('No such meeting', '<h1>This meeting does not exist.</h1>');
	return page(
		meeting.topic,
		`<h1>${text(meeting.topic)}</h1>
<p>Meeting ID ${meeting.id}, ${text(meeting.start_time ?? 'no fixed time')}.</p>
<p>This is an emulator: there is nothing to join, but the link works.</p>`,
	);
}

function choice(user: UserRecord, checked: boolean): string {
	return `<label><input type="radio" name="user" value="${text(user.id)}"${checked ? ' checked' : ''}>
${text(user.display_name)} <small>${text(user.email)}</small></label>`;
}

/** A page in the plain layout all of them share; the content is HTML already. */
export function page(title: string, content: string): string {
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; background: #f3f5fa; color: #1c2333; margin: 0; }
main { max-width: 32rem; margin: 8vh auto; padding: 2rem; background: #fff; border-radius: 12px;
	box-shadow: 0 2px 16px rgb(28 35 51 / 12%); }
h1 { font-size: 1.4rem; margin-top: 0; overflow-wrap: anywhere; }
fieldset { border: 1px solid #d5dbe8; border-radius: 8px; }
details { margin: 1rem 0; }
label { display: block; padding: .25rem; }
small { color: #5a6478; }
ul { max-height: 12rem; overflow: auto; padding-left: 1.2rem; }
.buttons { display: flex; gap: .75rem; }
button { font: inherit; padding: .5rem 1.5rem; border-radius: 8px; border: 1px solid #b8c1d6;
	background: #fff; cursor: pointer; }
.allow { background: #1a5fd0; border-color: #1a5fd0; color: #fff; }
</style>
</head>
<body><main>
${content}
</main></body>
</html>
`;
}

/** A text as it may stand in HTML. */
export function text(value: string): string {
	const entities: Record<string, string> = {
		'&': '&amp;',
		'<': '&lt;',
		'>': '&gt;',
		'"': '&quot;',
	};
	return value.replace(/[&<>"]/g, (character) => entities[character]);
}
