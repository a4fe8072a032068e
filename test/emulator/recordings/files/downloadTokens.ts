import type { Clock } from '../../core/clock';
import type { EmulatorContext } from '../../core/context';
import { jwtShaped } from '../../core/identifiers';

const day = 86_400;

/** Keeps what lets somebody in without an access token: download tokens and signed links. */
export class DownloadTokens {
	private readonly issued = new Map<string, { opens: string; expiresAt: number }>();

	constructor(private readonly clock: Clock) {}

	/** Makes the pass open something for so many milliseconds. */
	issue(pass: string, opens: string, life: number): string {
		this.issued.set(pass, { opens, expiresAt: this.clock.now() + life });
		return pass;
	}

	/** What the pass opens, if it still does. */
	opened(pass: string): string | undefined {
		const entry = this.issued.get(pass);
		return entry && entry.expiresAt > this.clock.now() ? entry.opens : undefined;
	}

	reset(): void {
		this.issued.clear();
	}
}

/** A download token for a recording, good for a day unless told. */
export function downloadPass(
	{ clock, passes }: Pick<EmulatorContext, 'clock' | 'passes'>,
	uuid: string,
	seconds = day,
): string {
	const iat = Math.floor(clock.now() / 1000);
	const token = jwtShaped({ aud: 'recording', uuid, iat, exp: iat + seconds });
	return passes.issue(token, uuid, seconds * 1000);
}
