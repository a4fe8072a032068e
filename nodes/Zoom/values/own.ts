/** The member an object has itself; what an object inherits was given by nobody. */
export const own = <T>(object: Readonly<Record<string, T>>, name: string): T | undefined =>
	Object.hasOwn(object, name) ? object[name] : undefined;
