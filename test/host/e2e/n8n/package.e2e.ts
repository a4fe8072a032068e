import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Rest } from '../../n8n/rest';
import { owner, sharedN8n } from '../../n8n/shared';

const { userFolder, ...n8n } = sharedN8n();
const installed = join(userFolder, '.n8n/nodes/node_modules/n8n-nodes-zoom');

const nodes = ['n8n-nodes-zoom.zoom', 'n8n-nodes-zoom.zoomTool'];
const credentials = ['zoomGeneralAppOAuth2Api', 'zoomServerToServerOAuth2Api'];

describe('the packed package in n8n', () => {
	let rest: Rest;

	beforeAll(async () => {
		rest = await Rest.signIn(n8n, owner);
	});

	it('gives the node and its AI tool under their own names', async () => {
		const names = (await rest.nodeTypes()).map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(nodes));
	});

	it("adds both credentials beside n8n's own", async () => {
		const names = (await rest.credentialTypes()).map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(['zoomApi', 'zoomOAuth2Api', ...credentials]));
	});

	it('has icons that n8n can serve, for the node and both credentials', async () => {
		const loaded = [...(await rest.nodeTypes()), ...(await rest.credentialTypes())];
		const ours = loaded.filter(({ name }) => [...nodes, ...credentials].includes(name));
		expect(ours).toHaveLength(4);
		for (const { iconUrl } of ours) {
			const icons = { light: expect.any(String), dark: expect.any(String) };
			expect(iconUrl).toEqual(icons);
			for (const path of Object.values(iconUrl!)) {
				expect(await rest.icon(path)).toContain('<svg');
			}
		}
	});

	it('ships its compiled code and asks for no other package', async () => {
		const keys = Object.keys(JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')));
		expect(keys).toContain('n8n');
		expect(keys.filter((key) => /dependencies$/i.test(key))).toEqual([]);
		const shipped = ['CHANGELOG.md', 'LICENSE.md', 'README.md', 'dist', 'package.json'];
		const others = (await readdir(installed)).filter((name) => !shipped.includes(name));
		expect(others).toEqual([]);
	});
});
