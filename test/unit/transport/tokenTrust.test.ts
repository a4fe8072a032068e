import type { Failed, Outcome } from '../../../nodes/Zoom/transport/response/outcome';
import { TokenTrust } from '../../../nodes/Zoom/transport/retry/tokenTrust';

const success: Outcome = { kind: 'success', body: {} };
const refusal = (status: number, more: object = {}): Failed => ({
	kind: 'errorResponse',
	status,
	message: '',
	fields: [],
	headers: {},
	...more,
});
const refused = refusal(401, { endsConnection: true });
const settled = async () => await new Promise((resolve) => setImmediate(resolve));

/** Calls of a run, which are under way until they are answered, in the order they were begun. */
function calls() {
	const trust = new TokenTrust();
	const waiting: { answer: (outcome: Outcome) => void; begin: () => void }[] = [];
	const outcomes: Outcome[] = [];
	return {
		outcomes,
		underWay: () => waiting.length,
		begin(count = 1, signal?: AbortSignal) {
			const make = async () => {
				const turn = await trust.enter(signal);
				if ('kind' in turn) return turn;
				const outcome = await trust.call(
					async () =>
						await new Promise<Outcome>((resolve) =>
							waiting.push({ answer: resolve, begin: turn.taken }),
						),
				);
				turn.leave();
				return outcome;
			};
			const made = Array.from({ length: count }, async () => {
				outcomes.push(await make());
			});
			return Promise.all(made);
		},
		async answer(...given: Outcome[]) {
			await settled();
			for (const outcome of given) {
				waiting.shift()?.answer(outcome);
				await settled();
			}
		},
		async beginAnswer() {
			waiting[0].begin();
			await settled();
		},
	};
}

test('A token that is refused to ten calls at once is tried by one call at a time, and no more than twice', async () => {
	const { begin, answer, underWay, outcomes } = calls();
	void begin(10);
	await answer(refused);
	void begin(90);
	await settled();
	await answer(...Array<Outcome>(9).fill(refused));
	expect(outcomes).toHaveLength(10);
	for (const left of [89, 0]) {
		expect(underWay()).toBe(1);
		await answer(refused);
		expect(100 - outcomes.length).toBe(left);
	}
	expect(underWay()).toBe(0);
	expect(new Set(outcomes)).toEqual(new Set([refused]));
});

test('A token that is taken again is used by all who wait at once', async () => {
	const { begin, answer, underWay } = calls();
	void begin();
	await answer(refused);
	void begin(5);
	await settled();
	expect(underWay()).toBe(1);
	await answer(success);
	expect(underWay()).toBe(4);
});

test('A file is enough when it begins to come', async () => {
	const { begin, answer, beginAnswer, underWay } = calls();
	void begin();
	await answer(refused);
	void begin(5);
	await settled();
	await beginAnswer();
	expect(underWay()).toBe(5);
});

test.each<[string, Outcome]>([
	['a success', success],
	['that there is no such thing', refusal(404, { code: 3001 })],
	['that something is wrong', refusal(400, { code: 300 })],
	['that a scope lacks', refusal(403)],
])('Refusals with %s between them are chance, however many', async (_, taken) => {
	const { begin, answer, outcomes } = calls();
	for (let round = 0; round < 10; round++) {
		for (const outcome of [refused, refused, taken]) {
			void begin();
			await settled();
			await answer(outcome);
		}
	}
	expect(outcomes.filter((outcome) => outcome === taken)).toHaveLength(10);
});

test.each<[string, Outcome]>([
	['a fault of Zoom', refusal(503)],
	['a limit', refusal(429)],
	['a page of a proxy', refusal(403, { form: 'page' })],
	['no answer', { kind: 'noResponse', how: 'timeout' }],
	['no connection', { kind: 'notSent', message: '', transient: true }],
])('Of a token %s tells nothing', async (_, nothing) => {
	const { begin, answer, outcomes, underWay } = calls();
	for (const outcome of [refused, nothing, refused, nothing, refused]) {
		void begin();
		await settled();
		await answer(outcome);
	}
	await begin();
	expect(underWay()).toBe(0);
	expect(outcomes.at(-1)).toBe(refused);
});

test('Who waits for a trial is gone at once when nobody wants it any more', async () => {
	const { begin, answer } = calls();
	void begin();
	await answer(refused);
	void begin();
	const stop = new AbortController();
	const waiting = begin(1, stop.signal);
	stop.abort(new Error('Stopped'));
	await expect(waiting).rejects.toThrow('Stopped');
});
