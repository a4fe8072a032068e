import ts from 'typescript';

/** A regular expression in a source text; without `source` where its text is only known at run time. */
export interface FoundExpression {
	line: number;
	/** As it stands in the source text. */
	text: string;
	source?: string;
	flags: string;
}

const STRING_METHODS = ['match', 'matchAll', 'search'];

/** Every regular expression a TypeScript text makes: literals, `RegExp(…)`, and what `match` and n8n (from a `regex` in a description) make of a string. */
export function expressionsIn(text: string): FoundExpression[] {
	const file = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true);
	const constants = constantsOf(file);
	const found: FoundExpression[] = [];
	const add = (node: ts.Node, source: string | undefined, flags = '') =>
		found.push({
			line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1,
			text: node.getText(),
			source,
			flags,
		});
	const visit = (node: ts.Node) => {
		if (ts.isRegularExpressionLiteral(node)) {
			const { source, flags } = partsOf(node);
			add(node, source, flags);
		} else if (madeFromText(node)) {
			const [pattern, flags] = node.arguments ?? [];
			if (!pattern || !ts.isRegularExpressionLiteral(pattern))
				add(node, pattern && textOf(pattern, constants), (flags && textOf(flags, constants)) ?? '');
		} else if (ts.isPropertyAssignment(node) && node.name.getText() === 'regex') {
			add(node, textOf(node.initializer, constants));
		}
		ts.forEachChild(node, visit);
	};
	visit(file);
	return found;
}

function partsOf({ text }: ts.RegularExpressionLiteral) {
	const end = text.lastIndexOf('/');
	return { source: text.slice(1, end), flags: text.slice(end + 1) };
}

type Call = ts.NewExpression | ts.CallExpression;

function madeFromText(node: ts.Node): node is Call {
	if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return false;
	const { expression } = node;
	if (ts.isIdentifier(expression)) return expression.text === 'RegExp';
	// A name may stand for an expression that is found where it is made.
	return (
		ts.isPropertyAccessExpression(expression) &&
		STRING_METHODS.includes(expression.name.text) &&
		node.arguments?.length === 1 &&
		(ts.isStringLiteralLike(node.arguments[0]) || ts.isTemplateExpression(node.arguments[0]))
	);
}

type Constants = ReadonlyMap<string, ts.Expression>;

function constantsOf(file: ts.SourceFile): Constants {
	const constants = new Map<string, ts.Expression>();
	const visit = (node: ts.Node) => {
		if (
			ts.isVariableDeclaration(node) &&
			ts.isIdentifier(node.name) &&
			node.initializer &&
			(ts.getCombinedNodeFlags(node) & ts.NodeFlags.Const) !== 0
		)
			constants.set(node.name.text, node.initializer);
		ts.forEachChild(node, visit);
	};
	visit(file);
	return constants;
}

/** What a constant expression says, or undefined where that cannot be told from the text alone. */
function textOf(node: ts.Expression, constants: Constants): string | undefined {
	const read = (part: ts.Expression) => textOf(part, constants);
	if (ts.isStringLiteralLike(node)) return node.text;
	if (ts.isTemplateExpression(node)) return template(node, ({ text }) => text, read);
	if (ts.isTaggedTemplateExpression(node)) {
		if (node.tag.getText() !== 'String.raw') return undefined;
		const raw = (part: ts.TemplateLiteralLikeNode) => part.rawText ?? part.text;
		return ts.isTemplateExpression(node.template)
			? template(node.template, raw, read)
			: raw(node.template);
	}
	if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
		return joined([read(node.left), read(node.right)]);
	if (ts.isParenthesizedExpression(node)) return read(node.expression);
	if (ts.isPropertyAccessExpression(node) && node.name.text === 'source') {
		const literal = valueOf(node.expression, constants);
		return literal && ts.isRegularExpressionLiteral(literal) ? partsOf(literal).source : undefined;
	}
	const value = valueOf(node, constants);
	return value && value !== node ? textOf(value, constants) : undefined;
}

const valueOf = (node: ts.Expression, constants: Constants) =>
	ts.isIdentifier(node) ? constants.get(node.text) : node;

const template = (
	{ head, templateSpans }: ts.TemplateExpression,
	raw: (part: ts.TemplateLiteralLikeNode) => string,
	read: (part: ts.Expression) => string | undefined,
) =>
	joined([
		raw(head),
		...templateSpans.flatMap(({ expression, literal }) => [read(expression), raw(literal)]),
	]);

const joined = (parts: readonly (string | undefined)[]) =>
	parts.includes(undefined) ? undefined : parts.join('');
