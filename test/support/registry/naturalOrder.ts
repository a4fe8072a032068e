/** Names that a person expects in this order, wherever a menu has two of them. */
const SEQUENCES: readonly (readonly string[])[] = [
	['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
	['First', 'Second', 'Third', 'Fourth', 'Last'],
	['Daily', 'Weekly', 'Monthly', 'Yearly'],
	['Viewer', 'Commenter', 'Editor'],
	['Within a Month', '1-3 Months', '4-6 Months', 'More Than 6 Months', 'No Time Frame'],
];

const HOURS = { Minute: 1 / 60, Hour: 1, Day: 24, Week: 7 * 24, Month: 30 * 24 };

const TIME = /(\d+) (Minute|Hour|Day|Week|Month)s?\b/g;
const NUMBER = /^(?:More Than )?(\d[\d,]*)(?:-\d[\d,]*)?$/;

/** How much a name such as "1 Week and 1 Hour Before" or "1,001-5,000" stands for; undefined for all others. */
function amountOf(name: string): number | undefined {
	const times = [...name.matchAll(TIME)];
	if (times.length > 0) {
		const hours = times.map(([, count, unit]) => Number(count) * HOURS[unit as keyof typeof HOURS]);
		return hours.reduce((sum, each) => sum + each, 0);
	}
	const [, number] = NUMBER.exec(name) ?? [];
	return number === undefined ? undefined : Number(number.replaceAll(',', ''));
}

/** The places that a menu's names have in an order that is natural for them, as far as it is for two of them or more. */
function placesOf(names: readonly string[]): number[] {
	for (const sequence of SEQUENCES) {
		const places = names.map((name) => sequence.indexOf(name)).filter((place) => place >= 0);
		if (places.length > 1) return places;
	}
	const amounts = names.map(amountOf).filter((amount) => amount !== undefined);
	return amounts.length > 1 ? amounts : [];
}

/** Whether there is an order other than the alphabet's that a person expects of these names. */
export const hasNaturalOrder = (names: readonly string[]): boolean => placesOf(names).length > 0;

/** Whether names that have such an order stand in it. */
export const isInNaturalOrder = (names: readonly string[]): boolean =>
	placesOf(names).every((place, index, places) => index === 0 || places[index - 1] <= place);
