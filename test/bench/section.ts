/** What one part of the benchmark says on the page. */
export interface Section {
	readonly title: string;
	/** What was measured, and how. */
	readonly text: readonly string[];
	readonly columns: readonly string[];
	readonly rows: readonly (readonly string[])[];
	readonly targets: readonly Target[];
	/** What explains figures. */
	readonly notes?: readonly string[];
}

/** What was aimed at and what came of it. */
export interface Target {
	readonly text: string;
	readonly value: string;
	readonly isMet: boolean;
	/** Why a target may be missed, said only where it is. */
	readonly why?: string;
}

/** A target that each of some values is to keep, told by the worst of them. */
export function targetOf(
	text: string,
	worst: number,
	{
		least,
		most,
		show,
		why,
	}: { least?: number; most?: number; show: (value: number) => string; why?: string },
): Target {
	const isMet = worst >= (least ?? -Infinity) && worst <= (most ?? Infinity);
	return { text, value: show(worst), isMet, why };
}
