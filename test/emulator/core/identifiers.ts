import { createHash, randomBytes } from 'node:crypto';

/** Makes IDs that look like Zoom's and are the same in every run. */
export class Identifiers {
	private count = 0;
	/** IDs of meetings, of which Zoom gives none twice. */
	private readonly taken = new Set<number>();

	/** Nine to eleven digits, since Zoom promises no length. */
	meetingId(): number {
		const digits = [11, 11, 10, 11, 9][this.count % 5];
		const spread = this.bytes().readUIntBE(0, 6) % 10 ** (digits - 1);
		const id = 8 * 10 ** (digits - 1) + spread;
		if (this.taken.has(id)) return this.meetingId();
		this.taken.add(id);
		return id;
	}

	/** Ten digits, as a personal meeting ID has. */
	personalMeetingId(): number {
		return 2_000_000_000 + (this.bytes().readUIntBE(0, 6) % 1_000_000_000);
	}

	uuid(): string {
		return this.bytes().subarray(0, 16).toString('base64');
	}

	userId(): string {
		return this.bytes().subarray(0, 16).toString('base64url');
	}

	/** Thirteen characters, as the IDs of tracking fields have. */
	trackingFieldId(): string {
		return this.bytes().toString('base64url').slice(0, 13);
	}

	/** The ID of a file, in the form of a GUID. */
	fileId(): string {
		const hex = this.bytes().toString('hex');
		return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
	}

	/** A passcode of digits. */
	passcode(): string {
		return String(this.bytes().readUInt32BE(0)).padStart(6, '0').slice(-6);
	}

	/** A passcode in the form that stands in join links. */
	encryptedPassword(): string {
		return `${this.bytes().toString('base64url').slice(0, 30)}.1`;
	}

	reset(): void {
		this.count = 0;
		this.taken.clear();
	}

	private bytes(): Buffer {
		return createHash('sha256').update(`emulator ${this.count++}`).digest();
	}
}

/** A value nobody can guess; unlike the IDs it differs in every run, so that no token outlives a reset. */
export function secret(bytes: number): string {
	return randomBytes(bytes).toString('base64url');
}

/** A string with the three parts of a JWT, which only the emulator can check. */
export function jwtShaped(claims: Record<string, unknown>): string {
	const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
	return `${part({ alg: 'HS512', typ: 'JWT', v: '2.0' })}.${part({ ...claims, jti: secret(12) })}.${secret(48)}`;
}
