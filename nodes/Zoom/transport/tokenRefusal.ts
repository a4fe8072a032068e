/** Zoom's `reason` for giving no token, and what to do about it. */
export interface TokenRefusal {
	readonly reason: string;
	readonly message: string;
}

/** What any app can be refused for. */
export const APP_REFUSALS: readonly TokenRefusal[] = [
	{
		reason: 'Invalid client_id or client_secret',
		message:
			'Invalid credentials: Zoom does not know this Client ID and Client Secret. Copy both again, from the same app.',
	},
	{
		reason: 'The app has been disabled by the developer',
		message:
			'The Zoom app is not activated. Open it at marketplace.zoom.us, activate it, then save this credential again.',
	},
];

export const UNKNOWN_ACCOUNT =
	'Zoom does not know this Account ID for this app. Copy the Account ID from the App Credentials page of the same Server-to-Server OAuth app.';

/** What a Server-to-Server app can be refused for; with wrong fields Zoom says no more than "Bad Request". */
export const SERVER_TO_SERVER_REFUSALS: readonly TokenRefusal[] = [
	...APP_REFUSALS,
	{ reason: 'Bad Request', message: UNKNOWN_ACCOUNT },
	{ reason: 'Invalid account_id', message: UNKNOWN_ACCOUNT },
	{
		reason: 'unsupported grant type',
		message:
			'This Zoom app is not a Server-to-Server OAuth app. Create one of that kind, or use the Zoom General App credential.',
	},
];

/** The sentence for a General App whose token could not be renewed; undefined for an unknown reason. */
export const generalAppRefusal = (reason: unknown): string | undefined =>
	APP_REFUSALS.find((refusal) => refusal.reason === reason)?.message;
