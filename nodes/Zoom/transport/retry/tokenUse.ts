import type { Failed, NotSent, Outcome } from '../response/outcome';
import { settle } from '../sync/settle';
import type { GatedCall, Pass } from './tokenGate';
import { passTokenGate } from './tokenGate';
import type { TokenTrust, Turn } from './tokenTrust';

/** The token that a call is made with, from the time it may be used. */
export interface TokenUse {
	/** Why it could not be had meanwhile; to be asked before the call goes out. */
	readonly heldUp: () => NotSent | undefined;
	/** Makes the call, unless there is no use in it any more. */
	readonly call: <T>(make: () => Promise<Outcome<T>>) => Promise<Outcome<T>>;
	/** Zoom has begun to answer, and so has taken it. */
	readonly answered: () => void;
	/** Notes what the call came to. */
	readonly note: <T extends Outcome<unknown>>(outcome: T) => T | NotSent;
	/** Ends its use, so that those who wait for that go on. */
	readonly close: () => void;
}

/** Of a call that has its token already. */
export const OWN_TOKEN: TokenUse = {
	heldUp: () => undefined,
	call: async (make) => await make(),
	answered: () => undefined,
	note: (outcome) => outcome,
	close: () => undefined,
};

/**
 * Waits until a call may use the token: there is one, or this call is to ask for it, and Zoom does not refuse it for sure.
 * @returns its use, or why there is none
 */
export async function takeToken(trust: TokenTrust, call: GatedCall): Promise<TokenUse | Failed> {
	const pass = await passTokenGate(call);
	if ('kind' in pass) return pass;
	const entered = await settle(trust.enter(call.signal));
	if (entered.status === 'fulfilled') {
		return 'kind' in entered.value ? pass.note(entered.value) : useOf(trust, pass, entered.value);
	}
	pass.close();
	throw entered.reason;
}

const useOf = (trust: TokenTrust, pass: Pass, turn: Turn): TokenUse => ({
	heldUp: () => pass.heldUp(),
	call: async (make) => await trust.call(make),
	answered() {
		pass.answered();
		turn.taken();
	},
	note: (outcome) => pass.note(outcome),
	close() {
		turn.leave();
		pass.close();
	},
});
