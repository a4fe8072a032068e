import type { FieldError } from '../http/answers';
import { ZoomError } from '../http/answers';

/** The account's language, in which Zoom words its refusals. */
export type Language = 'en' | 'es' | 'fr';

/** Codes that speak of the token; what they say was seen in English only. */
const ALWAYS_ENGLISH = [104, 124, 201, 2300, 4711];

interface Wording {
	/** By Zoom's code; `%` stands for what the English sentence names after its last colon. */
	readonly byCode: Readonly<Record<number, string>>;
	readonly field: string;
	readonly other: string;
}

// In our own words: what matters is that none of them is English.
const wordings: Record<Exclude<Language, 'en'>, Wording> = {
	es: {
		byCode: {
			300: 'La solicitud contiene un valor no válido.',
			1001: 'No hay ningún usuario con este dato: %.',
			1005: 'El correo electrónico ya está en uso: %.',
			1010: 'El usuario no es de esta cuenta: %.',
			1120: 'La invitación de este usuario no es válida.',
			3000: 'No se puede abrir esta información.',
			3001: 'No hay ninguna reunión con este número: %.',
			3161: 'Su usuario no puede organizar reuniones.',
			3301: 'Esta reunión no tiene grabación.',
		},
		field: 'Valor no válido.',
		other: 'La solicitud fue rechazada.',
	},
	fr: {
		byCode: {
			300: 'La demande contient une valeur non valable.',
			1001: "Aucun utilisateur n'a cette valeur : %.",
			1005: "L'adresse est déjà prise : %.",
			1010: "L'utilisateur n'est pas de ce compte : %.",
			1120: "L'invitation de cet utilisateur n'est pas valable.",
			3000: 'Ces informations ne peuvent pas être lues.',
			3001: "Aucune réunion n'a ce numéro : %.",
			3161: 'Votre utilisateur ne peut pas organiser de réunions.',
			3301: "Cette réunion n'a pas d'enregistrement.",
		},
		field: 'Valeur non valable.',
		other: 'La demande a été refusée.',
	},
};

/** The same refusal in the account's language: status, codes and fields stay as they are. */
export function translated(error: ZoomError, language: Language): ZoomError {
	const { status, code, message, errors } = error;
	if (language === 'en' || status === 429 || ALWAYS_ENGLISH.includes(code)) return error;
	const { byCode, field, other } = wordings[language];
	const named = message.split(':').at(-1)?.trim().replace(/\.$/, '') ?? '';
	const sentence = (byCode[code] ?? other).replace('%', () => named);
	const worded = errors?.map((entry): FieldError => ({ ...entry, message: field }));
	return new ZoomError(status, code, sentence, worded);
}
