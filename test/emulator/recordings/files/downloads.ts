import { zoomTime } from '../../core/clock';
import type { EmulatorContext } from '../../core/context';
import type { Answer } from '../../core/http/answers';
import { ZoomError } from '../../core/http/answers';
import type { RecordedRequest } from '../../core/http/requests';
import { isAccountWide } from '../../oauth/access';
import type { Found } from './links';
import { fileBehind } from './links';
import { player, refusal } from './pages';
import { signedUrl } from './storage';

const link = /^\/rec\/(play|share|(?:webhook_|archive\/|meeting\/transcript\/)?download)\/([^/]+)$/;

/** Answers a call to a recording's link: a redirect to the file, or one of Zoom's pages. */
export function recordingLink(
	context: EmulatorContext,
	request: RecordedRequest,
): Answer | undefined {
	const [, kind, key] = link.exec(request.path) ?? [];
	if (request.method !== 'GET' || !kind) return undefined;
	const found = fileBehind(context, key);
	if (!found || (found.recording.deleted_time ?? found.file.deleted_time) !== undefined)
		return refusal(404);
	if (kind === 'play' || kind === 'share') return player(found.recording.topic);
	const pass = passOf(request);
	if (pass === undefined && !isOpen(found)) return refusal(200);
	const viewer = pass === undefined ? nobody : viewerBy(context, pass, found);
	if (!viewer) return found.recording.needs_download_token ? forbidden : refusal(401);
	found.recording.downloads.push({ date_time: zoomTime(context.clock.now()), ...viewer });
	return { status: 302, headers: { location: signedUrl(context, found.file) } };
}

/** How the hosts of files refuse an access token that may list the file, but not fetch it. */
const forbidden: Answer = {
	status: 401,
	headers: { 'content-type': 'application/json;charset=utf-8' },
	body: '{"status":false,"errorCode":124,"errorMessage":"Forbidden"}',
};

const nobody = { name: '', email: '' };

function passOf({ headers, query }: RecordedRequest): string | undefined {
	const bearer = /^bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
	return bearer ?? (query.access_token === undefined ? undefined : String(query.access_token));
}

/** Whether anyone who has the link may download. */
function isOpen({ recording: { settings } }: Found): boolean {
	const { share_recording, password, recording_authentication, viewer_download } = settings;
	return (
		share_recording === 'publicly' && !password && !recording_authentication && viewer_download
	);
}

/** Who downloads with a download token or an access token, or nobody where it does not open this. */
function viewerBy(
	context: EmulatorContext,
	pass: string,
	{ recording }: Found,
): { name: string; email: string } | undefined {
	if (context.passes.opened(pass) === recording.uuid) return nobody;
	if (recording.needs_download_token) return undefined;
	try {
		const { scopes, userId = '' } = context.tokens.authorize(`Bearer ${pass}`);
		const opening = scopes.filter((scope) => /^(cloud_)?recording:/.test(scope));
		const own = opening.length > 0 && userId === recording.host_id;
		if (!own && !opening.some(isAccountWide)) return undefined;
		const user = context.store.users.get(userId);
		return user ? { name: user.display_name, email: user.email } : nobody;
	} catch (error) {
		if (error instanceof ZoomError) return undefined;
		throw error;
	}
}
