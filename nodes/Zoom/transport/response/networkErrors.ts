/** An error of Node's network layer, or of the HTTP client on top of it. */
export interface NetworkError {
	readonly code?: string;
	readonly message?: string;
	readonly syscall?: string;
	readonly cause?: NetworkError | null;
	/** The single attempts, where a host has several addresses. */
	readonly errors?: readonly NetworkError[];
}

const UNKNOWN_NAME: readonly string[] = ['ENOTFOUND', 'EAI_AGAIN'];
// What ends a handshake. Later faults of TLS are those of a connection over which something was sent.
const NOT_SECURE =
	/CERT|SIGNATURE|ERR_TLS_|HANDSHAKE|WRONG_VERSION|PROTOCOL|UNRECOGNIZED_NAME|HTTP_REQUEST|EPROTO/;
const BROKEN_LATER = /bad record mac|decryption failed/i;

/**
 * Why no connection was made, so that nothing can have been sent; undefined when one was. `transient` when trying again
 * soon may work.
 */
export function unreachable(
	error: NetworkError,
	host: string,
): { readonly message: string; readonly transient: boolean } | undefined {
	const code = error.code ?? '';
	if (UNKNOWN_NAME.includes(code)) {
		return {
			message: `Zoom cannot be reached: the host name ${host} cannot be resolved.`,
			transient: true,
		};
	}
	if (NOT_SECURE.test(code) && !BROKEN_LATER.test(error.message ?? '')) {
		const message = `The connection to ${host} is not secure: its certificate is not trusted, or it does not support https.`;
		return { message, transient: false };
	}
	return code === 'ECONNREFUSED' || failedToConnect(error)
		? { message: `Zoom cannot be reached at ${host}.`, transient: true }
		: undefined;
}

function failedToConnect({ syscall, cause, errors = [] }: NetworkError): boolean {
	return (
		syscall === 'connect' || errors.some(failedToConnect) || (!!cause && failedToConnect(cause))
	);
}
