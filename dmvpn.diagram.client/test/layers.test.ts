import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DiagramEdge, DiagramNode } from '../src/diagram/elements';
import { partsOf } from '../src/diagram/text-parts';
import { hideables } from '../src/ui/hideables';

const node = (id: string, type: string, site = ''): DiagramNode => ({
    id, type, name: id.split(':')[1], details: { marks: site === '' ? [] : [{ kind: 'site', text: { full: site } }] }
}) as unknown as DiagramNode;
const edge = (id: string, sourceId: string, targetId: string, cloud?: string): DiagramEdge =>
    ({ id, sourceId, targetId, args: cloud === undefined ? {} : { cloud } }) as unknown as DiagramEdge;

const NODES = [node('cloud:A', 'node:cloud'), node('cloud:B', 'node:cloud'), node('router:H', 'node:hub', 'North'),
    node('router:S', 'node:spoke', 'North'), node('router:T', 'node:spoke', 'South')];
const EDGES = [edge('tunnel', 'router:S', 'router:H', 'cloud:A'), edge('backup', 'cloud:B', 'cloud:A'), edge('far', 'router:T', 'router:H', 'cloud:B')];

function hidden(label: string): readonly string[] | undefined {
    return hideables(NODES, EDGES, type => type.replace('node:', '')).find(each => each.label === label)?.elements;
}

test('with a cloud go its tunnels and the arrows at both its ends', () => {
    assert.deepEqual(hidden('cloud A'), ['sprotty_cloud:A', 'sprotty_tunnel', 'sprotty_backup']);
    assert.deepEqual(hidden('cloud B'), ['sprotty_cloud:B', 'sprotty_backup', 'sprotty_far']);
});

test('with a site go its routers and all their lines, and no other router', () => {
    assert.deepEqual(hidden('site South'), ['sprotty_router:T', 'sprotty_far']);
    assert.deepEqual(hidden('site North'), ['sprotty_router:H', 'sprotty_router:S', 'sprotty_tunnel', 'sprotty_far']);
    assert.equal(hidden('site East'), undefined);
});

test('details of a cloud are parts of their layers, and add up to the text', () => {
    const text = 'Phase 3 · EIGRP 100 · BGP 65000 · IPsec Suite';
    const parts = partsOf(text, { routing: ['EIGRP 100', 'BGP 65000'], protection: 'IPsec Suite' });
    assert.equal(parts.map(part => part.text).join(''), text);
    assert.deepEqual(parts.map(part => part.kind), ['', 'routing', 'routing', 'ipsec']);
    assert.deepEqual(partsOf('10.0.0.0/24', {}), [{ text: '10.0.0.0/24', kind: '' }]);
});
