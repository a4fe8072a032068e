import type { Audience } from '../audience';
import { gatherAudience } from '../audience';

const henrik = '/users/henrik.holm@example.com';
const henrikId = 'HenrikHolm-Host_000000';

describe('what changes', () => {
	let audience: Audience;

	beforeAll(async () => {
		audience = await gatherAudience();
	});
	beforeEach(() => audience.reset());
	afterAll(() => audience.close());

	const done: Audience['done'] = (...args) => audience.done(...args);
	const act: Audience['act'] = (...args) => audience.act(...args);
	const told: Audience['told'] = (...args) => audience.told(...args);

	it('is told of what is put in beside the API too', async () => {
		await act('/seed', {
			users: [{ email: 'seeded@example.com' }],
			meetings: [{ host_id: henrikId }],
			webinars: [{ host_id: henrikId }],
			recordings: [{ host_id: henrikId }],
		});
		const news = await told();
		expect(news.map(({ event }) => event)).toEqual([
			'user.created',
			'meeting.created',
			'webinar.created',
			'recording.completed',
		]);
		expect(news[1].payload).toMatchObject({
			operator_id: henrikId,
			object: { creation_source: 'other' },
		});
	});

	it('is told to subscriptions of the users whom it concerns', async () => {
		audience.emulator.events.unsubscribe(audience.emulator.events.subscriptions.all[0].id);
		const app = audience.emulator.apps.userManaged;
		audience.emulator.authorize(app, 'hana.hayashi@example.com');
		audience.emulator.events.subscribe({ app, url: audience.receiver.url });
		await done('POST', `${henrik}/meetings`, { topic: "Henrik's" });
		await done('POST', '/users/hana.hayashi@example.com/meetings', { topic: "Hana's" });
		expect((await told()).map(({ payload }) => payload.object.topic)).toEqual(["Hana's"]);
	});

	it('costs and changes nothing where nobody wants to know', async () => {
		const { events } = audience.emulator;
		const create = async () => {
			const made = await done('POST', `${henrik}/meetings`, { topic: 'x' });
			return { ...made, start_url: '' };
		};
		const toldOf = await create();
		expect(await told()).toHaveLength(1);
		audience.reset();
		for (const { id } of events.subscriptions.all) events.unsubscribe(id);
		expect(await create()).toEqual(toldOf);
		expect(events.deliveries).toEqual([]);
		const build = jest.fn();
		events.happened('meeting.created', henrikId, build);
		expect(build).not.toHaveBeenCalled();
	});
});
