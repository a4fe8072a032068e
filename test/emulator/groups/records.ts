/** A group of users. */
export interface GroupRecord {
	id: string;
	name: string;
	/** The IDs of its users, in the order they joined. */
	members: string[];
	created_at: string;
}
