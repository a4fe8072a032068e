import type { Call } from '../../core/context';
import { allFiles } from '../../recordings/library';
import { hostFilter } from '../hosts';

/** What the cloud recordings of the hosts asked for took up at the end of a day, in Zoom's wording. */
export function usedStorage(call: Call, date: string): string {
	const covered = hostFilter(call);
	const bytes = call.context.store.recordings
		.find(({ host_id, deleted_time }) => covered(host_id) && isThere(date, deleted_time))
		.flatMap(allFiles)
		.filter(
			({ recording_end, deleted_time }) =>
				recording_end.slice(0, 10) <= date && isThere(date, deleted_time),
		)
		.reduce((total, { file_size }) => total + file_size, 0);
	return `${Math.round(bytes / 10_000) / 100} MB`;
}

/** What lies in the trash takes up nothing. */
function isThere(date: string, deleted: string | undefined): boolean {
	return deleted === undefined || deleted.slice(0, 10) > date;
}
