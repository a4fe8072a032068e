import { readFileSync } from 'node:fs';
import { sharedN8n } from '../../n8n/shared';
import type { Item } from '../../workflows/execution';
import { outputOf } from '../../workflows/execution';
import { HostFixture } from '../../workflows/hostFixture';
import { byId, zoomNode } from '../../workflows/zoomNode';

const gibibyte = 1024 ** 3;
const mebibyte = 1024 ** 2;
const meetingId = 88_000_000_001;

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

/** Memory the server holds, in bytes. */
function memory(): number {
	const status = readFileSync(`/proc/${sharedN8n().pid}/status`, 'utf8');
	return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}

/** The most the server holds while something is done. */
async function peakDuring<T>(act: () => Promise<T>): Promise<{ result: T; peak: number }> {
	let peak = memory();
	const watch = setInterval(() => {
		peak = Math.max(peak, memory());
	}, 50);
	try {
		return { result: await act(), peak };
	} finally {
		clearInterval(watch);
	}
}

const download = async () => {
	const recording = zoomNode(await fixture.serverToServer(), {
		resource: 'recording',
		operation: 'download',
		source: 'meeting',
		meetingId: byId(String(meetingId)),
	});
	return await fixture.run(recording);
};

function seed(file_size: number): void {
	fixture.emulator.addRecording({
		meeting_id: meetingId,
		host_id: 'OliviaOrtiz-Owner00000',
		recording_files: [{ file_type: 'MP4', file_size }],
	});
}

it('takes in a recording of 1 GiB without holding it in memory', async () => {
	seed(mebibyte);
	await download();
	fixture.emulator.reset();
	seed(gibibyte);
	const before = memory();
	const { result, peak } = await peakDuring(download);
	const growth = Math.round((peak - before) / mebibyte);
	process.stderr.write(`1 GiB downloaded; n8n grew by ${growth} MiB meanwhile\n`);
	expect(result.data.resultData.error).toBeUndefined();
	const [item] = outputOf(result.data, 'Zoom') as (Item & { binary: { data: object } })[];
	expect(item.binary.data).toMatchObject({ bytes: gibibyte, mimeType: 'video/mp4' });
	// A file held in memory would take eight times as much.
	expect(growth).toBeLessThan(128);
});

it('takes a file that breaks off for an error, not for a file', async () => {
	seed(mebibyte);
	fixture.emulator.faults.add({ match: 'GET /replay/*', truncate: true, times: Infinity });
	const { data } = await download();
	expect(data.resultData.error?.message).toMatch(/^The connection to Zoom was lost/);
	expect(outputOf(data, 'Zoom')).toEqual([]);
});
