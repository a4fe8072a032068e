import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import prettier from 'prettier';
import type { Operation, Resource } from '../../../../nodes/Zoom/registry/types';
import { resources } from '../../../../nodes/Zoom/resources';
import { endpointFor, Problem } from './endpoints';
import { literalOf, named, nameOf } from './literal';
import { fileOf, resourceOf, withOperation } from './resourceFile';
import { capital } from './words';

const root = join(__dirname, '../../../..');
const nodes = join(root, 'nodes/Zoom');

/** What somebody said of an operation besides its endpoint. */
export interface Wishes {
	readonly resource?: string;
	readonly name?: string;
}

/** What was written. */
export interface Written {
	/** `user.getCollaborationDevices` */
	readonly operation: string;
	/** The file with its literal. */
	readonly file: string;
}

/** Writes the literal of an operation into a file of its own, and adds it to its resource. */
export async function writeOperation(name: string, wishes: Wishes): Promise<Written> {
	const endpoint = endpointFor(name);
	const resource = resourceNamed(wishes.resource ?? resourceOf(endpoint.path));
	const called = wishes.name === undefined ? nameOf(endpoint, resource.value) : named(wishes.name);
	const resourceFile = fileOf(resource.value, nodes);
	const folder = posix.dirname(resourceFile);
	const exported = exportedAs(called, resource);
	const file = posix.join(folder, `${exported}.ts`);
	const isTaken = resource.operations.some(({ value }) => value === called.value);
	if (isTaken || existsSync(join(nodes, file))) {
		throw new Problem(
			`${resource.value} has an operation ${called.value} already: say with --name what ${name} is called.`,
		);
	}
	await write(file, literalOf({ ...called, endpoint, resource, exported, folder }));
	const text = readFileSync(join(nodes, resourceFile), 'utf8');
	await write(resourceFile, withOperation(text, { ...called, exported }, namesIn(resource)));
	return { operation: `${resource.value}.${called.value}`, file: posix.join('nodes/Zoom', file) };
}

function resourceNamed(value: string): Resource {
	const found = resources.find((resource) => resource.value === value);
	if (found) return found;
	const values = resources.map((resource) => resource.value).join(', ');
	throw new Problem(`There is no resource ${value}. It must be one of ${values}.`);
}

/** What its file exports it as: `createGroup`, since several resources may have a `create` in one folder. */
const exportedAs = ({ value }: Pick<Operation, 'value'>, resource: Pick<Resource, 'value'>) =>
	/[A-Z]/.test(value) && value !== 'getAll' ? value : `${value}${capital(resource.value)}`;

const namesIn = (resource: Resource): Map<string, string> =>
	new Map(
		resource.operations.map((operation) => [exportedAs(operation, resource), operation.name]),
	);

async function write(file: string, text: string): Promise<void> {
	const path = join(nodes, file);
	const options = await prettier.resolveConfig(path);
	writeFileSync(path, await prettier.format(text, { ...options, filepath: path }));
}
