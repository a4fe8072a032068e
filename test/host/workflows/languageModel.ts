import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

interface Message {
	role: string;
	content: string;
}

/** A tool as an agent offers it to its model. */
export interface OfferedTool {
	function: { name: string; description: string; parameters: { properties: object } };
}

interface Question {
	messages: Message[];
	tools?: OfferedTool[];
}

/**
 * Stands in for a language model, in the words of OpenAI's chat completions: calls the first tool it is offered, with
 * arguments known beforehand, then repeats what the tool answered.
 */
export class LanguageModel {
	/** The tools of the last question. */
	offered: OfferedTool[] = [];
	private readonly server = createServer((request, response) => {
		void json(request).then((question) => {
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify(this.completion(question as Question)));
		});
	});

	/** @param args what the tool is called with */
	private constructor(private readonly args: object) {}

	static async open(args: object): Promise<LanguageModel> {
		const model = new LanguageModel(args);
		model.server.listen(0, '127.0.0.1');
		await once(model.server, 'listening');
		return model;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
	}

	async close(): Promise<void> {
		this.server.close();
		this.server.closeAllConnections();
		await once(this.server, 'close');
	}

	private completion({ messages, tools = [] }: Question): object {
		this.offered = tools;
		const told = messages.find(({ role }) => role === 'tool');
		const message = told
			? { role: 'assistant', content: told.content }
			: { role: 'assistant', content: null, tool_calls: [this.call(tools[0])] };
		const choice = { index: 0, message, finish_reason: told ? 'stop' : 'tool_calls' };
		const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
		return { id: '1', object: 'chat.completion', created: 0, model: 'm', choices: [choice], usage };
	}

	private call({ function: { name } }: OfferedTool): object {
		return {
			id: 'call_1',
			type: 'function',
			function: { name, arguments: JSON.stringify(this.args) },
		};
	}
}
