import type { Fault } from '../../../emulator';
import { freePort } from '../../process/ports';
import type { Execution } from '../../workflows/execution';
import { outputOf } from '../../workflows/execution';
import { HostFixture } from '../../workflows/hostFixture';
import { createMeeting, getUser, zoomNode } from '../../workflows/zoomNode';

let fixture: HostFixture;
beforeAll(async () => {
	fixture = await HostFixture.open();
});
beforeEach(() => {
	fixture.emulator.reset();
});
afterAll(async () => {
	await fixture.close();
});

const create = 'POST /v2/users/{userId}/meetings';
const read = 'GET /v2/users/{userId}';
const perhaps = 'Zoom may have created it. Check at Zoom before you run this again.';
const messageOf = ({ data }: Execution) => data.resultData.error?.message;
const statuses = (call: string) => fixture.emulator.requests.to(call).map(({ status }) => status);

describe('Zoom that is down', () => {
	it('is called again, and the workflow goes on once it is back', async () => {
		fixture.emulator.faults.add({ match: read, status: 503, times: 2 });
		const execution = await fixture.run(zoomNode(await fixture.serverToServer(), getUser()));
		expect(outputOf(execution.data, 'Zoom')).toHaveLength(1);
		expect(statuses(read)).toEqual([503, 503, 200]);
	});

	it('is told of with the number of tries', async () => {
		fixture.emulator.faults.add({ match: read, status: 503, times: Infinity });
		const options = { retryCountMax: 2, retryMultiplyWaitTime: false };
		const execution = await fixture.run(
			zoomNode(await fixture.serverToServer(), { ...getUser(), options }),
		);
		expect(messageOf(execution)).toMatch(/ Tried 3 times in \d+ s\.$/);
		expect(statuses(read)).toEqual([503, 503, 503]);
	});

	it('is not asked twice for what it may have made', async () => {
		fixture.emulator.faults.add({ match: create, status: 503 });
		const execution = await fixture.run(
			zoomNode(await fixture.serverToServer(), createMeeting('Perhaps')),
		);
		expect(messageOf(execution)).toContain(perhaps);
		expect(statuses(create)).toEqual([503]);
	});

	it('is named where it cannot be reached, and nothing can have been made there', async () => {
		const nowhere = `127.0.0.1:${await freePort()}`;
		const credential = await fixture.serverToServer(fixture.newApp(), {
			customApiUrl: `http://${nowhere}`,
		});
		const options = { retryCountMax: 1 };
		const execution = await fixture.run(
			zoomNode(credential, { ...createMeeting('Nowhere'), options }),
		);
		expect(messageOf(execution)).toMatch(
			new RegExp(`^Zoom cannot be reached at ${nowhere}\\. Tried 2 times in \\d+ s\\.$`),
		);
	});
});

describe('Zoom that is slow', () => {
	it('is waited for within the timeout', async () => {
		fixture.emulator.faults.add({ match: create, delayMs: 1500 });
		const execution = await fixture.run(
			zoomNode(await fixture.serverToServer(), {
				...createMeeting('Slow'),
				options: { timeout: 5 },
			}),
		);
		expect(outputOf(execution.data, 'Zoom')[0].json).toMatchObject({ topic: 'Slow' });
		expect(statuses(create)).toEqual([201]);
	});

	it.each<[string, Partial<Fault>, string]>([
		['answers nothing', { hang: 'headers' }, 'Zoom did not respond within 1 s'],
		['stops in its answer', { hang: 'body' }, 'The connection to Zoom was lost'],
	])('and %s is given up after the timeout', async (_, fault, says) => {
		fixture.emulator.faults.add({ match: create, ...fault });
		const execution = await fixture.run(
			zoomNode(await fixture.serverToServer(), {
				...createMeeting('Too slow'),
				options: { timeout: 1 },
			}),
		);
		expect(messageOf(execution)).toMatch(new RegExp(`^${says}.* ${perhaps}$`));
		expect(fixture.emulator.requests.to(create)).toHaveLength(1);
	});
});
