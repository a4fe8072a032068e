import type { Locator, Page } from 'playwright-core';
import { ParameterInputs } from './parameterInputs';

/** An open node: input on the left, parameters in the middle, output on the right. */
export class NodePanel {
	readonly input: Locator;
	readonly parameters: Locator;
	readonly output: Locator;
	/** The sentence that says why the node failed. */
	readonly error: Locator;
	/** What a trigger shows while it waits for an event. */
	readonly listening: Locator;
	readonly inputs: ParameterInputs;
	private readonly root: Locator;

	constructor(private readonly page: Page) {
		this.root = page.getByTestId('ndv');
		this.input = this.root.getByTestId('ndv-input-panel');
		this.parameters = this.root.getByTestId('node-parameters');
		this.output = this.root.getByTestId('output-panel');
		this.error = this.output.getByTestId('node-error-message');
		this.listening = this.root.getByTestId('trigger-listening');
		this.inputs = new ParameterInputs(page, this.root);
	}

	/** The whole of it, as somebody reads it. */
	async text(): Promise<string> {
		return await this.root.innerText();
	}

	/** What a trigger says of when it starts the workflow. */
	async openHelp(): Promise<void> {
		await this.root.getByText('When will this node trigger my flow?').click();
	}

	/** The Test URL of a trigger with a webhook. */
	async testUrl(): Promise<string> {
		await this.parameters.getByText('Webhook URLs').click();
		return await this.parameters.getByText('/webhook-test/').innerText();
	}

	/** The names of the stored credentials the node can be given. */
	async credentialsOffered(): Promise<string[]> {
		await this.root.getByTestId('node-credentials-select').click();
		const items = this.page.getByTestId(/^node-credentials-select-item-(?!new)/);
		await items.first().waitFor();
		return await items.allInnerTexts();
	}

	async chooseCredential(name: string): Promise<void> {
		await this.root.getByTestId('node-credentials-select').click();
		const items = this.page.getByTestId(/^node-credentials-select-item-/);
		await items.filter({ hasText: name, visible: true }).click();
	}

	/** A field of the output, where that is shown as a schema. */
	outputField(name: string): Locator {
		const title = this.page.getByText(name, { exact: true });
		return this.output.getByTestId('run-data-schema-item').filter({ has: title });
	}

	async execute(): Promise<void> {
		await this.root.getByTestId('node-execute-button').click();
	}
}
