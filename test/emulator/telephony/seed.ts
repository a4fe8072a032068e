import type { EmulatorContext } from '../core/context';

/** A provider for the account, a TSP account for two users, and an audio conference for one. */
export function seedTelephony({ store }: EmulatorContext): void {
	store.tspProvider.insert({
		tsp_enabled: true,
		enable: true,
		tsp_provider: 'Example Telephony',
		tsp_bridge: 'EU_TSP_TB',
		dial_in_numbers: [{ code: '49', number: '+49 3055550100', type: 'toll' }],
		dial_in_number_unrestricted: true,
		modify_credential_forbidden: false,
		master_account_setting_extended: false,
	});
	store.tspAccounts.insert({
		user_id: 'HenrikHolm-Host_000000',
		id: '1',
		conference_code: '40125',
		leader_pin: '889901',
		tsp_bridge: 'EU_TSP_TB',
		dial_in_numbers: [
			{ code: '49', country_label: 'Germany', number: '+49 3055550100', type: 'toll' },
		],
	});
	store.tspAccounts.insert({
		user_id: 'HanaHayashi-Host_00000',
		id: '1',
		conference_code: '40812',
		leader_pin: '112233',
		tsp_bridge: 'US_TSP_TB',
		dial_in_numbers: [
			{ code: '81', country_label: 'Japan', number: '+81 355550100', type: 'tollfree' },
		],
	});
	store.pacAccounts.insert({
		user_id: 'HenrikHolm-Host_000000',
		conference_id: 4_012_555,
		participant_password: '482913',
		listen_only_password: '773102',
		dedicated_dial_in_number: [{ country: 'DE', number: '+493055550111' }],
		global_dial_in_numbers: [{ country: 'US', number: '+12125550112' }],
	});
}
