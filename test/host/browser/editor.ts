import { selectors, type Page } from 'playwright-core';
import type { Owner } from '../n8n/session';
import { CredentialDialog } from './credentialDialog';
import { NodePanel } from './nodePanel';

selectors.setTestIdAttribute('data-test-id');

/** n8n's editor in a browser, as somebody signed in sees it. */
export class Editor {
	private constructor(
		readonly page: Page,
		private readonly url: string,
	) {}

	static async signIn(page: Page, url: string, { email, password }: Owner): Promise<Editor> {
		await page.goto(`${url}/signin`);
		await page.getByLabel('Email').fill(email);
		await page.getByLabel('Password').fill(password);
		await page.getByRole('button', { name: 'Sign in' }).click();
		await page.waitForURL(/\/home\//);
		return new Editor(page, url);
	}

	/** Credentials > Create credential, by the name of its type. */
	async newCredential(type: string): Promise<CredentialDialog> {
		await this.page.goto(`${this.url}/home/credentials/create`);
		await this.page.getByPlaceholder('Search for app...').fill(type);
		await this.page.getByText(type, { exact: true }).click();
		await this.page.getByRole('button', { name: 'Continue' }).click();
		return new CredentialDialog(this.page);
	}

	/** Adds a node to a new workflow: searches for it and chooses one of its actions. */
	async newNode(search: string, description: string, action: string): Promise<NodePanel> {
		await this.page.goto(`${this.url}/workflow/new`);
		await this.page.getByTestId('node-creator-plus-button').click();
		const creator = this.page.getByTestId('node-creator');
		await creator.getByTestId('node-creator-search-bar').fill(search);
		await creator.getByText(description, { exact: true }).click();
		const offered = creator.getByText(action, { exact: true });
		const actions = creator.getByText(/^Actions \(\d+\)$/);
		await actions.waitFor();
		// Where nothing starts the workflow yet, all but triggers are folded away.
		if (!(await offered.isVisible())) await actions.click();
		await offered.click();
		return new NodePanel(this.page);
	}

	/** Opens a node of a stored workflow. */
	async openNode(workflowId: string, nodeId: string): Promise<NodePanel> {
		await this.page.goto(`${this.url}/workflow/${workflowId}/${nodeId}`);
		return new NodePanel(this.page);
	}
}
