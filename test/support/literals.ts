import ts from 'typescript';

/** A text in a source text; what a template fills in at run time is left out. */
export interface Literal {
	readonly line: number;
	readonly text: string;
}

const PLACEHOLDER = '…';

/** Every text of several words in a TypeScript text: strings and templates, without those of imports and types. */
export function literalsIn(source: string): Literal[] {
	const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true);
	const found: Literal[] = [];
	const visit = (node: ts.Node) => {
		const text = textOf(node);
		if (text !== undefined && /\S\s+\S/.test(text)) {
			found.push({ line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, text });
		}
		ts.forEachChild(node, visit);
	};
	visit(file);
	return found;
}

function textOf(node: ts.Node): string | undefined {
	if (ts.isStringLiteralLike(node)) return node.text;
	if (!ts.isTemplateExpression(node)) return undefined;
	const { head, templateSpans } = node;
	return [head.text, ...templateSpans.map(({ literal }) => literal.text)].join(PLACEHOLDER);
}
