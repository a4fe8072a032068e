import type { App } from '../../../emulator';
import { outputOf, type Execution } from '../../workflows/execution';
import { HostFixture } from '../../workflows/hostFixture';
import { LanguageModel } from '../../workflows/languageModel';
import { chain, manualTrigger, withSubNode, type NodeSketch } from '../../workflows/workflow';
import { createMeeting, zoomNode } from '../../workflows/zoomNode';

const topic = 'Made by an agent';

let fixture: HostFixture;
let model: LanguageModel;
beforeAll(async () => {
	fixture = await HostFixture.open();
	model = await LanguageModel.open({ Topic: topic });
});
beforeEach(() => {
	fixture.emulator.reset();
});
afterAll(async () => {
	await model.close();
	await fixture.close();
});

/** Runs an agent that has the Zoom node as its only tool. */
async function runAgent(typeVersion: number, app?: App): Promise<Execution> {
	const { rest } = fixture;
	const openAi = await rest.createCredential({
		name: 'Model',
		type: 'openAiApi',
		data: { apiKey: 'none', url: model.url },
	});
	const { id, name } = openAi;
	const agent: NodeSketch = {
		name: 'Agent',
		type: '@n8n/n8n-nodes-langchain.agent',
		typeVersion,
		parameters: {
			promptType: 'define',
			text: 'Make a meeting',
			options: { enableStreaming: false },
		},
	};
	const chat: NodeSketch = {
		name: 'Chat',
		type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
		typeVersion: 1.2,
		parameters: { model: { __rl: true, mode: 'id', value: 'm' }, options: {} },
		credentials: { openAiApi: { id, name } },
	};
	const parameters = createMeeting("={{ $fromAI('Topic', 'Topic of the meeting', 'string') }}");
	const zoom = zoomNode(await fixture.serverToServer(app), parameters, {
		type: 'n8n-nodes-zoom.zoomTool',
	});
	const alone = chain('Agent', [manualTrigger, agent]);
	const thinking = withSubNode(alone, 'ai_languageModel', chat, agent.name);
	const acting = withSubNode(thinking, 'ai_tool', zoom, agent.name);
	const workflow = await rest.createWorkflow(acting);
	return await rest.runWorkflow(workflow.id, manualTrigger.name);
}

const saidBy = ({ data }: Execution) => outputOf(data, 'Agent')[0].json.output;

// Agents of version 3 let the engine run their tools; those before call them themselves.
describe.each([2.2, 3])('An AI agent of version %s', (version) => {
	it('makes a meeting about what it chose, and learns the link', async () => {
		const execution = await runAgent(version);
		expect(execution.data.resultData.error).toBeUndefined();
		const [call] = fixture.emulator.requests.to('POST /v2/users/{userId}/meetings');
		expect(call).toMatchObject({ status: 201, body: { topic } });
		const [{ function: tool }] = model.offered;
		expect(tool.parameters.properties).toEqual({
			Topic: expect.objectContaining({ description: 'Topic of the meeting' }),
		});
		expect(saidBy(execution)).toContain(`"join_url":"${fixture.emulator.url}/j/`);
	});
});

// Those before version 3 are told of no node's errors.
it('An AI agent is told in plain words why a call was refused', async () => {
	const app = fixture.newApp('serverToServer', { scopes: ['user:read:user:admin'] });
	expect(saidBy(await runAgent(3, app))).toContain(
		'Your Zoom app is missing required permissions: meeting:write:meeting:admin',
	);
});
