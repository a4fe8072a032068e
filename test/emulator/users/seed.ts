import type { EmulatorContext } from '../core/context';

/** Hana schedules meetings for Henrik. */
export function seedAssistants({ store }: EmulatorContext): void {
	store.assistants.insert({
		user_id: 'HenrikHolm-Host_000000',
		assistant_id: 'HanaHayashi-Host_00000',
		can_manage_host_private_event: true,
	});
}
