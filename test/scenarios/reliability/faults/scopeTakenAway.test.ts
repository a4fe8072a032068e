import { subjects } from '../../../support/faults/operations';
import { useFaultSetup } from '../../../support/faults/faultScenario';

const setup = useFaultSetup();

test('A scope that is taken away in the middle of a run fails the rest of it, and each says so', async () => {
	const { environment } = setup;
	const app = environment.apps.serverToServer;
	const seen = environment.emulator.requests.push.bind(environment.emulator.requests);
	let creates = 0;
	jest.spyOn(environment.emulator.requests, 'push').mockImplementation((request) => {
		if (request.method === 'POST' && request.path.endsWith('/meetings') && ++creates === 3) {
			app.scopes = app.scopes.filter((scope) => !scope.startsWith('meeting:write'));
			environment.emulator.faults.add({
				match: subjects.create.call,
				times: Infinity,
				status: 400,
				body: {
					code: 4711,
					message: 'Invalid access token, does not contain scopes:[meeting:write:meeting:admin].',
				},
			});
		}
		return seen(request);
	});
	const { items } = await environment.run(
		'serverToServer',
		'meeting.create',
		{
			...(await subjects.create.parameters(environment, '')),
			options: { concurrentRequests: 1, retryMode: 'retryAny', retryUnsafeRequests: true },
		},
		{ items: [{}, {}, {}, {}, {}], node: { onError: 'continueRegularOutput' } },
	);
	expect(items.map(({ error }) => error)).toEqual([
		undefined,
		undefined,
		...Array<string>(3).fill(
			'Your Zoom app is missing required permissions: meeting:write:meeting:admin',
		),
	]);
	expect(creates).toBe(5);
});
