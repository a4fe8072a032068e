import type {
	Behavior,
	Item,
	OperationContext,
	OperationRequest,
	SendCall,
} from '../registry/types';
import { behaviorsOf } from '../registry/types';

/** Says whom `me` stood for where nobody signed in: n8n presets it before anybody has chosen a credential. */
export function ownerMeant([first]: readonly Item[]): string {
	const host = first?.json.host_email;
	const name = typeof host === 'string' ? `, ${host}` : '';
	return `"me" is the owner of the Zoom app${name}, because a Server-to-Server credential is used. If you meant someone else, choose another user.`;
}

/** Sends the request of an item and answers it as items. */
export async function answerOf(
	context: OperationContext,
	request: OperationRequest,
): Promise<Item[]> {
	const { operation } = request;
	if (operation.run) return await operation.run(context, request);
	if (operation.list) {
		const entries = await context.list(request, context.limit);
		if (entries.length === 0 && operation.list.dateWindows) context.warn(emptyPeriod(request));
		return entries.map((json) => ({ json }));
	}
	const json = await behaviorsOf(operation).reduce(wrapped, send)({ context, request });
	return [{ json: Object.keys(json).length > 0 ? json : { success: true } }];
}

/** Which days were looked at, without which an empty list looks as if there were nothing at all. */
const emptyPeriod = ({ query: { from, to } }: OperationRequest) =>
	from === undefined
		? 'Zoom returned no entries for its default period. Set From and To to choose another period.'
		: `Zoom returned no entries from ${String(from)}${to === undefined ? '' : ` to ${String(to)}`}.`;

const send: SendCall = async ({ context, request, findMade }) =>
	await context.send(request, findMade);

const wrapped = (inner: SendCall, { around }: Behavior): SendCall =>
	around ? async (call) => await around(call, inner) : inner;
