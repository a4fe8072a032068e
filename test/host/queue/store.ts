/** What n8n keeps things in: a database, or its queue. */
export interface Store {
	/** Tells n8n where it is. */
	env: NodeJS.ProcessEnv;
	/** Stops it and removes what it has. */
	stop(): Promise<void>;
}
