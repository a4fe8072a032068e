import type { Locator, Page } from 'playwright-core';

/** The fields of a form in n8n's editor, by the names of their parameters. */
export class ParameterInputs {
	constructor(
		private readonly page: Page,
		private readonly form: Locator,
	) {}

	field(name: string): Locator {
		return this.form.getByTestId(`parameter-input-${name}`);
	}

	async fill(name: string, value: string): Promise<void> {
		await this.field(name).getByTestId('parameter-input-field').fill(value);
	}

	/** Chooses options of a drop-down by what they are called. */
	async choose(name: string, ...labels: string[]): Promise<void> {
		await this.field(name).click();
		for (const label of labels) await this.option(label).click();
		if (labels.length > 1) await this.page.keyboard.press('Escape');
	}

	/** Chooses several of a long drop-down, each after a look for it. */
	async chooseSearched(name: string, ...choices: [search: string, label: string][]): Promise<void> {
		await this.field(name).click();
		for (const [search, label] of choices) {
			await this.field(name).locator('input:not([readonly])').fill(search);
			await this.option(label).click();
		}
		await this.page.keyboard.press('Escape');
	}

	/** Chooses from the list that a field fetches, after a look for it. */
	async chooseFromList(name: string, search: string, label: string): Promise<void> {
		const field = this.field(name);
		await field.getByTestId('rlc-mode-selector').click();
		await this.page.getByTestId('mode-list').click();
		await field.getByTestId('rlc-input').click();
		await this.page.getByTestId('rlc-search').fill(search);
		await this.page.getByTestId('rlc-item').getByText(label, { exact: true }).click();
	}

	private option(label: string): Locator {
		const title = this.page.getByText(label, { exact: true });
		return this.page.getByRole('option').filter({ has: title, visible: true });
	}
}
