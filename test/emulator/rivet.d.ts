// The package names these entry points only in its `exports`, which TypeScript's `node` resolution does not read.
declare module '@zoom/rivet/meetings' {
	export * from '@zoom/rivet/meetings/meetings';
}
declare module '@zoom/rivet/marketplace' {
	export * from '@zoom/rivet/marketplace/marketplace';
}
declare module '@zoom/rivet/users' {
	export * from '@zoom/rivet/users/users';
}
