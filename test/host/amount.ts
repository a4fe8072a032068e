/**
 * How many items a test of load or chaos sends: fewer in the usual run, more in `npm run test:e2e:long`. Both hold for what
 * it expects, which is to be in shares of them.
 */
export const amount = ({ usual, long }: { usual: number; long: number }): number =>
	process.env.E2E_LONG ? long : usual;
