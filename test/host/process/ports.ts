import { createServer } from 'node:net';

/** A port of the loopback address that is free now. */
export async function freePort(): Promise<number> {
	const port = await listen(0);
	if (port === undefined) throw new Error('No free port on 127.0.0.1');
	return port;
}

/** Whether nothing else has this port of the loopback address. */
export async function isFree(port: number): Promise<boolean> {
	return (await listen(port)) !== undefined;
}

async function listen(port: number): Promise<number | undefined> {
	return await new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(undefined));
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			const bound = typeof address === 'object' && address ? address.port : port;
			server.close(() => resolve(bound));
		});
	});
}
