/** What decides about events, changeable while the emulator runs. */
export interface EventSettings {
	/** Whether webhooks may have `http://` addresses and hosts that are not public, which Zoom refuses. */
	insecureWebhooks: boolean;
	/** Whether a webhook's certificate may be one that nobody vouches for. */
	insecureTls: boolean;
	/** How long a webhook has to answer, in real milliseconds. */
	deliveryTimeoutMs: number;
	/** Whether the address of a new subscription has to prove itself. */
	validateOnCreate: boolean;
	/** Whether a retry carries its own time and signature, or those of the first try. */
	resignRetries: boolean;
	/** How long a socket may be silent by the emulator's clock; 0 for as long as it likes. */
	heartbeatDeadlineMs: number;
	/** What happens to an open socket when its token expires. */
	socketTokenExpiry: 'keep' | 'drop';
	/** Whether the signature beside a message has `\u003d` in place of `=`. */
	escapedSocketSignature: boolean;
}

/** As Zoom is, as far as that is known. */
export const usualEventSettings: EventSettings = {
	insecureWebhooks: false,
	insecureTls: false,
	deliveryTimeoutMs: 3_000,
	validateOnCreate: true,
	resignRetries: true,
	heartbeatDeadlineMs: 60_000,
	socketTokenExpiry: 'keep',
	escapedSocketSignature: false,
};
