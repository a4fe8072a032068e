/** A sign-in or sign-out, in the names of Zoom's activity report. */
export interface SignIn {
	email: string;
	time: string;
	type: 'Sign in' | 'Sign out';
	ip_address: string;
	client_type: string;
	version: string;
}

/** Something an admin did, in the names of Zoom's operation log; `id` only tells entries apart. */
export interface OperationLog {
	id: number;
	time: string;
	operator: string;
	category_type: string;
	action: string;
	operation_detail: string;
}
