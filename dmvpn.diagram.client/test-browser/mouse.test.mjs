// What people do in the diagram with the mouse, and what they hide, in a real browser against the real `dmvpn serve`.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { close, eventually, open } from './served-diagram.mjs';

const MODEL = `network Demo
transport Internet { latency 10ms  dhcp 198.18.0.0/16 }
transport MPLS { latency 20ms  dhcp 100.64.0.0/16 }
crypto Suite { ike v2  encryption aes-gcm-256  prf sha384  group 19  esp aes-gcm-256  mode transport  psk secret "wan" }
cloud Corp { overlay 10.255.0.0/24  phase 3  network-id 100  tunnel-key 100  registration no-unique  crypto Suite  routing eigrp 100 { } }
cloud Lab { overlay 10.254.0.0/24  phase 3  network-id 200  tunnel-key 200  registration no-unique  unprotected }
hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254  lan 10.1.0.0/16  join Corp as 10.255.0.1  join Lab as 10.254.0.1  site North }
spoke Branch[1..2] { wan Internet dhcp  lan 10.2.{n}.0/24  join Corp as 10.255.0.{n+1} via HQ }
spoke Depot { wan Internet dhcp  lan 10.3.0.0/16  join Lab as 10.254.0.9 via HQ  site South }
host Till { behind Branch[1]  address 10.2.1.50 }
`;
const NODES = 7;

let served, browser, diagram;

before(async () => {
    [served, browser, diagram] = await open(MODEL);
});

after(() => close(served, browser));

beforeEach(async () => {
    served.reset(MODEL.replace('network Demo', 'network Between'));
    await diagram.titled('Between');
    served.write(MODEL);
    await diagram.titled('Demo');
    // Spokes stay where the test before has moved them, until all is arranged anew.
    await diagram.calm();
    await diagram.press('Control+Shift+l');
    await diagram.calm();
    await eventually('the diagram of the model', () => diagram.ids('.sprotty-node'), ids => ids.length === NODES);
});

afterEach(() => assert.deepEqual(diagram.errors.splice(0), []));

const mouse = () => diagram.page.mouse;

async function drag(from, to) {
    await mouse().move(from.x, from.y);
    await mouse().down();
    await mouse().move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
    await mouse().move(to.x, to.y, { steps: 5 });
}

const middle = box => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
const grip = box => ({ x: box.x + box.width / 2, y: box.y + box.height * 0.75 });

test('a router that is let go on a cloud joins it', async () => {
    await diagram.select('router:Depot');
    const start = await diagram.box('router:Depot');
    const cloud = middle(await diagram.box('cloud:Corp'));
    // The middle of the card counts, and the mouse has hold of it below.
    await drag(grip(start), { x: cloud.x, y: cloud.y + start.height * 0.25 });
    await mouse().up();
    await eventually('the membership', () => served.text, now => /spoke Depot \{[^}]*join Corp as 10\.255\.0\.\d+ +via HQ/.test(now));
});

test('steps with the arrows take a router over a cloud without joining it', async () => {
    const cloud = await diagram.box('cloud:Corp');
    const start = await diagram.box('router:Depot');
    await diagram.select('router:Depot');
    await drag(grip(start), { x: cloud.x + cloud.width / 2, y: cloud.y + cloud.height + start.height });
    await mouse().up();
    const placed = await eventually('its place below the cloud', () => served.placesText, places => /^router:Depot /m.test(places));
    for (let step = 0; step < 8; step++) {
        await diagram.press('ArrowUp');
    }
    await eventually('another place', () => served.placesText, places => places !== placed);
    await eventually('the middle of its card in the cloud', () => diagram.box('router:Depot'),
        box => middle(box).y < cloud.y + cloud.height);
    assert.equal(served.text, MODEL);
});

test('the end of a line is dragged to another transport', async () => {
    const line = diagram.element('wan:router:Depot>transport:Internet');
    const end = middle(await line.locator('.plug').boundingBox());
    // Right above its router: further on the line lies under the other band.
    await mouse().click(end.x, (await diagram.box('router:Depot')).y - 8);
    await diagram.selected('wan:router:Depot>transport:Internet');
    const handle = middle(await line.locator('.sprotty-routing-handle').last().boundingBox());
    await drag(handle, middle(await diagram.box('transport:MPLS')));
    await mouse().up();
    await eventually('the other transport', () => served.text, now => /spoke Depot \{ wan MPLS dhcp/.test(now));
});

test('a frame that is drawn with Shift selects what it goes around', async () => {
    const hub = await diagram.box('router:HQ');
    await diagram.page.keyboard.down('Shift');
    await drag({ x: hub.x - 12, y: hub.y - 12 }, { x: hub.x + hub.width + 12, y: hub.y + hub.height + 12 });
    await mouse().up();
    await diagram.page.keyboard.up('Shift');
    await diagram.selected('router:HQ');
    assert.ok(!(await diagram.ids('.sprotty-node.selected')).includes('router:Depot'));
});

test('a node that is dragged shows what it is aligned with', async () => {
    const hub = await diagram.box('router:HQ');
    const depot = await diagram.box('router:Depot');
    await diagram.select('router:Depot');
    await drag(grip(depot), { x: grip(hub).x + 3, y: grip(hub).y + hub.height * 1.4 });
    await eventually('a line of alignment', () => diagram.page.locator('.helper-line').count(), count => count > 0);
    await mouse().up();
    await eventually('no line any more', () => diagram.page.locator('.helper-line').count(), count => count === 0);
    await eventually('the two in line', () => diagram.box('router:Depot'), box => Math.abs(middle(box).x - middle(hub).x) < 0.5);
});

test('from afar only shapes and names are drawn, and from very far only shapes', async () => {
    const detail = diagram.element('router:HQ').locator('.detail').first();
    const name = diagram.element('router:Depot').locator('.name').first();
    assert.ok(await detail.isVisible());
    const outwards = async () => {
        await diagram.press('-');
        return diagram.page.locator('#sprotty .sprotty-graph').getAttribute('class');
    };
    await eventually('the diagram from afar', outwards, classes => / far|^far/.test(` ${classes}`));
    assert.ok(!(await detail.isVisible()));
    assert.ok(await name.isVisible());
    await eventually('the diagram from very far', outwards, classes => classes.includes('very-far'));
    assert.ok(!(await name.isVisible()));
});

test('a click in the overview shows that place', async () => {
    for (let step = 0; step < 6; step++) {
        await diagram.press('+');
    }
    await diagram.settled();
    const overview = diagram.page.locator('#overview');
    await overview.waitFor();
    const place = () => diagram.page.evaluate(() => document.querySelector('#sprotty .sprotty-graph > g').getAttribute('transform'));
    const before = await place();
    await overview.click({ position: { x: 4, y: 4 } });
    await eventually('another place', place, now => now !== before);
});

test('the button for colours makes the page dark and light', async () => {
    const button = diagram.page.getByRole('button', { name: 'Light or dark' });
    const theme = () => diagram.page.evaluate(() => [document.documentElement, document.body].map(one => one.dataset.theme).find(Boolean));
    const seen = new Set();
    for (let click = 0; click < 3; click++) {
        await button.click();
        seen.add(await theme());
    }
    assert.deepEqual([...seen].sort(), ['dark', 'light', 'system']);
});

test('a spoke is made a hub in its menu, and a hub a spoke', async () => {
    const choose = async (id, label) => {
        await diagram.select(id);
        await diagram.press('Shift+F10');
        await diagram.page.locator('.context-menu').getByRole('menuitem', { name: label }).click();
    };
    await choose('router:Depot', 'Make It a Hub');
    await eventually('the hub', () => served.text, now => /^hub Depot \{/m.test(now));
    await eventually('its card', () => diagram.ids('.hub'), ids => ids.includes('router:Depot'));
    await choose('router:Depot', 'Make It a Spoke');
    await eventually('the spoke', () => served.text, now => /^spoke Depot \{[^}]*via HQ/m.test(now));
});

test('E shows the members of a family that matter, and the family as one again from any of them', async () => {
    await diagram.select('router:Branch[1..2]');
    await diagram.press('e');
    await eventually('the member', () => diagram.ids('.spoke'), ids => ids.includes('router:Branch[1]'));
    await diagram.press('Control+f');
    await diagram.page.keyboard.type('Branch[1]');
    await diagram.press('Enter');
    await diagram.selected('router:Branch[1]');
    await diagram.press('e');
    await eventually('the family', () => diagram.ids('.spoke'), ids => !ids.includes('router:Branch[1]'));
});

test('layers of IPsec and routing, and single sites, are hidden and shown', async () => {
    await diagram.page.getByRole('button', { name: 'Layers and filters' }).click();
    const box = layer => diagram.page.locator(`#layers [data-layer="${layer}"]`);
    const part = kind => diagram.element('cloud:Corp').locator(`.part-${kind}`);
    assert.match(await part('routing').textContent(), /EIGRP 100/);
    assert.match(await part('ipsec').textContent(), /IPsec Suite/);
    await box('ipsec').uncheck();
    assert.ok(!(await part('ipsec').isVisible()));
    assert.ok(await part('routing').isVisible());
    await box('routing').uncheck();
    assert.ok(!(await part('routing').isVisible()));
    await box('site:South').uncheck();
    assert.ok(!(await diagram.element('router:Depot').isVisible()));
    assert.ok(!(await diagram.element('tunnel:router:Depot>router:HQ@Lab').isVisible()));
    assert.ok(await diagram.element('router:HQ').isVisible());
    for (const layer of ['ipsec', 'routing', 'site:South']) {
        await box(layer).check();
    }
    assert.ok(await part('ipsec').isVisible() && await part('routing').isVisible());
    await diagram.press('Escape');
});
