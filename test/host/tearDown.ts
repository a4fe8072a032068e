/** Stops the n8n of the end-to-end tests. */
export default async function tearDown(): Promise<void> {
	await globalThis.runningN8n?.stop();
}
