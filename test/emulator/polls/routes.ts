import type { Call, Handler } from '../core/context';
import type { Gathering, UserRecord } from '../core/records';
import { theGathering } from '../meetingOrWebinar/hosted';
import {
	addPoll,
	checkPolls,
	describePoll,
	pollsOf,
	replacePoll,
	requirePolls,
	thePoll,
} from './polls';
import type { PollContent } from './records';

/** The routes about polls, the same for meetings and webinars. */
export const pollHandlers: Record<string, Handler> = {
	meetingPolls: list,
	meetingPollCreate: create,
	createBatchPolls: createBatch,
	meetingPollGet: get,
	meetingPollUpdate: update,
	meetingPollDelete: remove,
	webinarPolls: list,
	webinarPollCreate: create,
	webinarPollGet: get,
	webinarPollUpdate: update,
	webinarPollDelete: remove,
};

function list(call: Call): object {
	const { gathering } = withPolls(call);
	const { anonymous } = call.query;
	const polls = pollsOf(call.context, gathering)
		.filter((poll) => anonymous === undefined || poll.anonymous === anonymous)
		.map(describePoll);
	return { polls, total_records: polls.length };
}

function create(call: Call): object {
	const { gathering, host } = withPolls(call);
	const given = call.body as PollContent;
	checkPolls(call, gathering, host, [given], 1);
	return describePoll(addPoll(call.context, gathering, given));
}

function createBatch(call: Call): object {
	const { gathering, host } = withPolls(call);
	const { polls = [] } = call.body as { polls?: PollContent[] };
	checkPolls(call, gathering, host, polls, polls.length);
	return { polls: polls.map((given) => describePoll(addPoll(call.context, gathering, given))) };
}

function get(call: Call): object {
	const { gathering } = withPolls(call);
	return describePoll(thePoll(call, gathering));
}

function update(call: Call): void {
	const { gathering, host } = withPolls(call);
	const poll = thePoll(call, gathering);
	const given = call.body as PollContent;
	checkPolls(call, gathering, host, [given], 0);
	replacePoll(poll, given);
}

function remove(call: Call): void {
	const { gathering } = withPolls(call);
	call.context.store.polls.delete(thePoll(call, gathering).id);
}

/** The meeting or webinar of the path, if it may have polls. */
function withPolls(call: Call): { gathering: Gathering; host: UserRecord } {
	const { gathering, host } = theGathering(call);
	requirePolls(gathering, host);
	return { gathering, host };
}
