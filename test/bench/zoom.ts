import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axios from 'axios';
import type { App, Emulator, Plan, RateWindow, RecordedRequest } from '../emulator';
import type { CredentialInput } from '../host/n8n/rest';
import { startService, type Service } from '../host/process/service';
import { serverToServerCredential } from '../host/workflows/connections';

const commandLine = join(__dirname, '../emulator/cli.ts');
const tsx = pathToFileURL(require.resolve('tsx')).href;

interface Settings {
	plan: Plan;
	latencyMs: number;
}

/** The owner of the emulator's account, whose meetings and recordings are measured. */
export const HOST = 'OliviaOrtiz-Owner00000';

/** A Zoom emulator in a process of its own, so that it takes no time from n8n's. */
export class Zoom {
	private constructor(
		private readonly service: Service,
		readonly url: string,
		/** An app that no n8n has met yet. */
		readonly app: App,
	) {}

	/** Starts one without the limit of a hundred creates a day for each host, which n8n's own node could not keep. */
	static async start(folder: string, rateWindow: RateWindow): Promise<Zoom> {
		const options = [
			...['--port', '0', '--no-host-day-cap', '--insecure-webhooks'],
			...['--rate-window', rateWindow],
		];
		const service = await startService({
			name: 'The emulator',
			command: [process.execPath, '--import', tsx, commandLine, ...options],
			env: { ...process.env, NODE_OPTIONS: '' },
			logFile: join(folder, `emulator-${randomUUID()}.log`),
			readyLine: 'Control endpoints:',
		});
		const [, url] = /Zoom emulator on (\S+)/.exec(service.log()) ?? [];
		const { data } = await axios.post<App>(`${url}/__emulator/apps`, { kind: 'serverToServer' });
		return new Zoom(service, url, data);
	}

	async set(settings: Partial<Settings>): Promise<void> {
		await axios.patch(this.control('settings'), settings);
	}

	/** Puts records in. */
	async seed<T>(records: Record<string, object[]>): Promise<T> {
		return (await axios.post<T>(this.control('seed'), records, { maxBodyLength: Infinity })).data;
	}

	/** Every call since they were last forgotten. */
	async calls(): Promise<RecordedRequest[]> {
		return (await axios.get<RecordedRequest[]>(this.control('requests'))).data;
	}

	async forgetCalls(): Promise<void> {
		await axios.delete(this.control('requests'));
	}

	/** An access token of the app. */
	async token(): Promise<string> {
		const { clientId: username, clientSecret: password, accountId } = this.app;
		const form = new URLSearchParams({ grant_type: 'account_credentials', account_id: accountId });
		const { data } = await axios.post<{ access_token: string }>(`${this.url}/oauth/token`, form, {
			auth: { username, password },
		});
		return data.access_token;
	}

	/** A Server-to-Server credential of the app. */
	credential(plan: Exclude<Plan, 'unlimited'> = 'business'): CredentialInput {
		const known = { url: this.url, apps: { serverToServer: this.app } } as Emulator;
		const credential = serverToServerCredential(known, this.app);
		return { ...credential, data: { ...credential.data, plan } };
	}

	async stop(): Promise<void> {
		await this.service.stop();
	}

	private control(name: string): string {
		return `${this.url}/__emulator/${name}`;
	}
}
