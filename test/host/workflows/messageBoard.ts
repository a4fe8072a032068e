import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Something that takes messages as JSON, as a chat does. */
export interface MessageBoard {
	readonly url: string;
	readonly messages: readonly unknown[];
	readonly close: () => Promise<void>;
}

export async function startMessageBoard(): Promise<MessageBoard> {
	const messages: unknown[] = [];
	const server = createServer((request, response) => {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			messages.push(JSON.parse(Buffer.concat(parts).toString()));
			response.end('ok');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/hook`,
		messages,
		close: async () => {
			await new Promise((resolve) => server.close(resolve).closeAllConnections());
		},
	};
}
