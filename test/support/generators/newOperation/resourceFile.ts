import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import * as ts from 'typescript';
import { isRest } from '../../../../nodes/Zoom/registry/types';
import { resources } from '../../../../nodes/Zoom/resources';

const FOLDER = 'resources';

/** The resource most of whose endpoints begin as this one does. */
export function resourceOf(path: string): string {
	const shared = (other: string) => {
		const [own, their] = [path.split('/'), other.split('/')];
		const differs = own.findIndex((segment, index) => segment !== their[index]);
		return differs < 0 ? own.length : differs;
	};
	const scored = resources.map(({ value, operations }) => {
		const lengths = operations.filter(isRest).map((operation) => shared(operation.path));
		const longest = Math.max(0, ...lengths);
		return { value, longest, count: lengths.filter((length) => length === longest).length };
	});
	scored.sort((a, b) => b.longest - a.longest || b.count - a.count);
	return scored[0].value;
}

/** The file below `nodes` that declares a resource. */
export function fileOf(resource: string, nodes: string): string {
	const declares = new RegExp(`: Resource = \\{[^}]*?\\bvalue: '${resource}'`);
	const files = readdirSync(join(nodes, FOLDER), { recursive: true, encoding: 'utf8' });
	const found = files
		.filter((file) => file.endsWith('.ts'))
		.find((file) => declares.test(readFileSync(join(nodes, FOLDER, file), 'utf8')));
	if (found === undefined) throw new Error(`No file declares the resource ${resource}`);
	return posix.join(FOLDER, found.replaceAll('\\', '/'));
}

/**
 * The text of a resource's file with one more operation, which a file beside it exports.
 * @param names what operations are called in the menu, by what files export them as
 */
export function withOperation(
	text: string,
	{ name, exported }: { name: string; exported: string },
	names: ReadonlyMap<string, string>,
): string {
	const tree = ts.createSourceFile('resource.ts', text, ts.ScriptTarget.Latest, true);
	const { position, before, after } = positionIn(operationsIn(tree), name, names);
	const inserted = `${text.slice(0, position)}${before}${exported}${after}${text.slice(position)}`;
	const imports = tree.statements.filter(ts.isImportDeclaration);
	const end = imports[imports.length - 1].getEnd();
	const line = `\nimport { ${exported} } from './${exported}';`;
	return inserted.slice(0, end) + line + inserted.slice(end);
}

interface Position {
	readonly position: number;
	readonly before: string;
	readonly after: string;
}

/** Where in the operations of a resource one goes: a menu is in the order of names, and `menuOf` sees to that itself. */
function positionIn(
	operations: ts.Expression,
	name: string,
	names: ReadonlyMap<string, string>,
): Position {
	if (ts.isCallExpression(operations)) {
		const last = operations.arguments[operations.arguments.length - 1];
		return ts.isArrayLiteralExpression(last)
			? { position: endOf(last.elements), before: ', ', after: '' }
			: { position: last.getEnd(), before: ', [', after: ']' };
	}
	if (!ts.isArrayLiteralExpression(operations)) throw new Error('The operations are no list');
	const next = operations.elements.find(
		(element) => (nameIn(element, names) ?? '').localeCompare(name) > 0,
	);
	return next
		? { position: next.getStart(), before: '', after: ', ' }
		: { position: endOf(operations.elements), before: ', ', after: '' };
}

const endOf = (nodes: ts.NodeArray<ts.Node>) => nodes[nodes.length - 1].getEnd();

function operationsIn(tree: ts.SourceFile): ts.Expression {
	let found: ts.Expression | undefined;
	const visit = (node: ts.Node): void => {
		if (ts.isPropertyAssignment(node) && node.name.getText() === 'operations') {
			found ??= node.initializer;
		}
		ts.forEachChild(node, visit);
	};
	visit(tree);
	if (!found) throw new Error('The file has no operations');
	return found;
}

function nameIn(element: ts.Expression, names: ReadonlyMap<string, string>): string | undefined {
	if (ts.isIdentifier(element)) return names.get(element.text);
	if (!ts.isObjectLiteralExpression(element)) return undefined;
	const member = element.properties.find(
		(property): property is ts.PropertyAssignment =>
			ts.isPropertyAssignment(property) && property.name.getText() === 'name',
	);
	return member && ts.isStringLiteral(member.initializer) ? member.initializer.text : undefined;
}
