import type { Locator, Page } from 'playwright-core';
import type { CredentialInput } from '../n8n/rest';
import { ParameterInputs } from './parameterInputs';

const urls = ['customAuthorizationUrl', 'customTokenUrl', 'customApiUrl'];

/** The dialog in which a credential is made and edited. */
export class CredentialDialog {
	readonly root: Locator;
	readonly inputs: ParameterInputs;
	/** What says that the test went well. */
	readonly success: Locator;
	/** What says that somebody is connected. */
	readonly connected: Locator;

	constructor(private readonly page: Page) {
		this.root = page.getByTestId('editCredential-modal');
		this.inputs = new ParameterInputs(page, this.root);
		this.success = this.root.getByTestId('credentials-config-container-test-success');
		this.connected = this.root.getByTestId('oauth-connect-success-banner');
	}

	/** Types in a credential for the emulator, as a person would. */
	async fill({ data }: CredentialInput): Promise<void> {
		for (const name of ['accountId', 'clientId', 'clientSecret']) {
			if (name in data) await this.inputs.fill(name, String(data[name]));
		}
		await this.inputs.choose('environment', 'Custom');
		// Only a General App has a page to sign in on.
		const asked = 'accountId' in data ? urls.slice(1) : urls;
		for (const name of asked) await this.inputs.fill(name, String(data[name]));
	}

	async save(): Promise<void> {
		await this.root.getByRole('button', { name: 'Save', exact: true }).click();
	}

	async retry(): Promise<void> {
		await this.root.getByRole('button', { name: 'Retry' }).click();
	}

	/** The sentence behind More details. */
	async failure(): Promise<string> {
		await this.root.getByText('More details').click();
		const banner = this.root.locator('.el-tag--danger').filter({ visible: true });
		return await banner.innerText();
	}

	/** Connect; answers with the pop-up once Zoom's page is in it. */
	async connect(): Promise<Page> {
		const popup = this.page.waitForEvent('popup');
		await this.root.getByRole('button', { name: 'Connect', exact: true }).click();
		const page = await popup;
		await page.waitForURL(/\/oauth\/authorize/);
		return page;
	}
}
