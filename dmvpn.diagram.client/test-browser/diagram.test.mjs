// What people do in the diagram, in a real browser against the real `dmvpn serve`.
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { close, Diagram, eventually, open } from './served-diagram.mjs';

const MODEL = `// The network of the diagram's tests.
network Demo

transport Internet { latency 10ms  dhcp 198.18.0.0/16 }
transport MPLS { latency 20ms  dhcp 100.64.0.0/16 }

cloud Corp {
  overlay 10.255.0.0/24  phase 3
  network-id 100  tunnel-key 100  registration no-unique
  routing eigrp 100 { stub spokes }   // as everywhere
}

hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254  lan 10.1.0.0/16  join Corp as 10.255.0.1 }

// One branch for now.
spoke Branch { wan Internet dhcp  lan 10.2.0.0/16  join Corp as 10.255.0.2 via HQ }
`;

let served, browser, diagram;

before(async () => {
    [served, browser, diagram] = await open(MODEL);
});

after(() => close(served, browser));

beforeEach(async () => {
    // A drawing of the test before may still come: once another model is there, none does.
    served.reset(MODEL.replace('network Demo', 'network Between'));
    await diagram.titled('Between');
    served.write(MODEL);
    await diagram.titled('Demo');
    await eventually('the diagram of the model', () => diagram.ids('.sprotty-edge, .sprotty-node'),
        ids => ids.length === 8 && ids.includes('router:Branch') && ids.includes('router:HQ'));
    await diagram.calm();
});

afterEach(() => assert.deepEqual(diagram.errors.splice(0), []));

test('the model is drawn: nodes, lines, names and addresses', async () => {
    assert.deepEqual(await diagram.ids('.sprotty-node'),
        ['cloud:Corp', 'router:Branch', 'router:HQ', 'transport:Internet', 'transport:MPLS']);
    assert.deepEqual(await diagram.ids('.sprotty-edge'),
        ['tunnel:router:Branch>router:HQ@Corp', 'wan:router:Branch>transport:Internet', 'wan:router:HQ>transport:Internet']);
    assert.match(await diagram.element('router:HQ').textContent(), /HQ.*10\.255\.0\.1.*203\.0\.113\.1\/24.*10\.1\.0\.0\/16/s);
    assert.equal(await diagram.page.title(), 'Demo - DMVPN');
});

test('a spoke is created where one clicks, and the rest of the text stays as it is', async () => {
    const below = await diagram.box('router:Branch');
    await diagram.palette('node:spoke');
    await diagram.page.mouse.click(below.x - 140, below.y + 60);
    const text = await eventually('a second spoke', () => served.text, now => (now.match(/^spoke /mg) ?? []).length === 2);
    assert.ok(text.startsWith(MODEL.slice(0, MODEL.indexOf('spoke Branch'))), text);
    assert.ok(text.includes('// One branch for now.\nspoke Branch { wan Internet dhcp  lan 10.2.0.0/16'), text);
    const made = (await eventually('its node', () => diagram.ids('.sprotty-node.spoke'), ids => ids.length === 2)).find(id => id !== 'router:Branch');
    await eventually('its place', () => served.placesText, places => places.includes(`${made} `));
});

test('a hub is created with the keyboard alone', async () => {
    await diagram.select('transport:MPLS');
    await diagram.press('Insert');
    await diagram.press('Enter');
    await eventually('a second hub', () => served.text, now => (now.match(/^hub /mg) ?? []).length === 2);
    assert.equal(served.placesText, '');
});

test('a host is dropped on its router', async () => {
    await diagram.palette('node:host');
    await diagram.click('router:HQ');
    await eventually('a host', () => served.text, now => /^host Host1 \{ behind HQ {2}address 10\.1\./m.test(now));
    await eventually('its mark', () => diagram.element('router:HQ').textContent(), text => text.includes('Host1'));
    await diagram.selected('router:HQ');
});

test('a host is created with the keyboard behind the selected router, and without one nothing is', async () => {
    await diagram.select('router:Branch');
    await diagram.press('Insert');
    await diagram.page.locator('#palette button[data-type="node:host"]').focus();
    await diagram.press('Enter');
    const text = await eventually('a host', () => served.text, now => /^host Host1 \{ behind Branch /m.test(now));
    await eventually('its mark', () => diagram.element('router:Branch').textContent(), now => now.includes('Host1'));
    await diagram.press('Escape');
    await diagram.page.locator('#palette button[data-type="node:host"]').focus();
    await diagram.press('Enter');
    await eventually('a reason', () => diagram.message(), now => /stands behind a router/.test(now));
    assert.equal(served.text, text);
});

test('a router is attached to a transport by a line from one to the other', async () => {
    await diagram.palette('edge:wan');
    await diagram.click('router:HQ');
    await diagram.click('transport:MPLS');
    await eventually('an uplink', () => served.text, now => /hub HQ \{[^}]*wan MPLS/s.test(now));
    await eventually('its line', () => diagram.ids('.sprotty-edge.wan'), ids => ids.includes('wan:router:HQ>transport:MPLS'));
});

test('a line is drawn with the keyboard: C, the name of the other end, Enter', async () => {
    await diagram.select('router:Branch');
    await diagram.press('c');
    await diagram.page.keyboard.type('mpls');
    await diagram.press('Enter');
    await eventually('an uplink', () => served.text, now => /spoke Branch \{[^}]*wan MPLS/s.test(now));
});

test('a line that makes no sense is not drawn', async () => {
    await diagram.palette('edge:wan');
    await diagram.click('router:HQ');
    await diagram.click('router:Branch');
    await diagram.press('Escape');
    await diagram.select('router:HQ');
    assert.equal(served.text, MODEL);
});

test('a new name is typed in place, goes wherever the old one was, and undo returns every byte', async () => {
    await diagram.select('router:HQ');
    await diagram.press('F2');
    await diagram.page.locator('.label-edit input').fill('Head');
    await diagram.press('Enter');
    const text = await eventually('the new name', () => served.text, now => now.includes('hub Head'));
    assert.equal(text, MODEL.replace('hub HQ', 'hub Head').replace('via HQ', 'via Head'));
    await eventually('the new node', () => diagram.ids('.hub'), ids => ids.includes('router:Head'));
    await diagram.press('Control+z');
    await eventually('the old text', () => served.text, now => now === MODEL);
    await eventually('the old node', () => diagram.ids('.hub'), ids => ids.includes('router:HQ'));
});

test('after a new name, a file that imports this one and uses the old name is named', async () => {
    const other = join(served.folder, 'more.dmvpn');
    writeFileSync(other, `import "net.dmvpn"\nspoke More { wan Internet dhcp  lan 10.9.0.0/16  join Corp as 10.255.0.9 via HQ }\n`);
    try {
        await diagram.select('router:HQ');
        await diagram.press('F2');
        await diagram.page.locator('.label-edit input').fill('Head');
        await diagram.press('Enter');
        await eventually('the remark', () => diagram.message(), text => /more\.dmvpn imports this file and still says HQ/.test(text));
    } finally {
        rmSync(other);
    }
});

test('a name that somebody has is refused with a reason', async () => {
    await diagram.select('router:HQ');
    await diagram.press('F2');
    await diagram.page.locator('.label-edit input').fill('Branch');
    await diagram.press('Enter');
    await eventually('a reason', () => diagram.page.locator('body').innerText(), text => /called Branch/.test(text));
    assert.equal(served.text, MODEL);
});

test('a name that was refused is not given when somebody goes on elsewhere and it has become free', async () => {
    await diagram.select('router:HQ');
    await diagram.press('F2');
    await diagram.page.locator('.label-edit input').fill('Branch');
    await diagram.press('Enter');
    await eventually('a reason', () => diagram.page.locator('body').innerText(), text => /called Branch/.test(text));
    await diagram.page.locator('#sprotty .sprotty-graph').focus();
    const without = MODEL.slice(0, MODEL.indexOf('spoke Branch'));
    served.write(without);
    await eventually('no spoke', () => diagram.ids('.spoke'), ids => ids.length === 0);
    await eventually('no field', () => diagram.page.locator('.label-edit input').isVisible(), visible => !visible);
    assert.equal(served.text, without);
});

test('a name that somebody takes while it is typed is not given twice, and the reason is said', async () => {
    await diagram.select('router:HQ');
    await diagram.press('F2');
    await diagram.page.keyboard.press('Control+a');
    await diagram.page.keyboard.type('Depot');
    const taken = MODEL.replace('spoke Branch', 'spoke Depot');
    served.write(taken);
    await diagram.page.waitForSelector('[id="sprotty_router:Depot"]', { state: 'attached' });
    await diagram.press('Enter');
    await eventually('a reason', () => diagram.page.locator('body').innerText(), text => /called Depot/.test(text));
    assert.equal(served.text, taken);
});

test('what is deleted is gone with its lines; undo and redo go back and forth', async () => {
    await diagram.select('router:Branch');
    await diagram.press('Delete');
    await eventually('no spoke', () => served.text, now => !now.includes('spoke Branch'));
    await eventually('no line', () => diagram.ids('.sprotty-edge'), ids => ids.length === 1);
    await diagram.page.getByRole('button', { name: 'Undo' }).click();
    await eventually('the spoke again', () => served.text, now => now === MODEL);
    await diagram.page.getByRole('button', { name: 'Redo' }).click();
    await eventually('no spoke again', () => served.text, now => !now.includes('spoke Branch'));
    await eventually('no line again', () => diagram.ids('.sprotty-edge'), ids => ids.length === 1);
});

test('a node that is dragged keeps its place, the text stays, and arranging forgets it', async () => {
    await diagram.select('router:Branch');
    const start = await diagram.box('router:Branch');
    await diagram.page.mouse.move(start.x + start.width / 2, start.y + start.height * 0.75);
    await diagram.page.mouse.down();
    await diagram.page.mouse.move(start.x + start.width / 2 + 60, start.y + start.height * 0.75 + 20, { steps: 4 });
    await diagram.page.mouse.move(start.x + start.width / 2 + 160, start.y + start.height * 0.75 + 40, { steps: 4 });
    await diagram.page.mouse.up();
    await eventually('its place', () => served.placesText, places => /^router:Branch -?\d+ -?\d+$/m.test(places));
    await eventually('the node there', () => diagram.box('router:Branch'), box => box.x > start.x + 100);
    assert.equal(served.text, MODEL);
    await diagram.press('Control+Shift+l');
    await eventually('no places', () => served.placesText, places => places === '');
    await eventually('the node back', () => diagram.box('router:Branch'), box => Math.abs(box.x - start.x) < 2);
});

test('broken text: the diagram stays, says so, and is not edited until the text is mended', async () => {
    served.write(MODEL.replace('cloud Corp {', 'cloud Corp {{{'));
    await eventually('the reason', () => diagram.page.locator('#stale').innerText(), text => /broken in line \d+/.test(text));
    assert.equal((await diagram.ids('.sprotty-node')).length, 5);
    const broken = served.text;
    await diagram.select('router:Branch');
    await diagram.press('Delete');
    await eventually('a refusal', () => diagram.message(), text => /cannot be edited now/.test(text));
    assert.equal(served.text, broken);
    served.write(MODEL);
    await eventually('no reason any more', () => diagram.page.locator('#stale').isHidden(), hidden => hidden);
});

test('what is written to the file is shown, and two pages show the same', async () => {
    const other = await Diagram.open(browser, served.address);
    served.write(MODEL.replace('spoke Branch', 'spoke Depot'));
    for (const each of [diagram, other]) {
        await eventually('the other spoke', () => each.ids('.spoke'), ids => ids[0] === 'router:Depot');
    }
    await other.select('router:Depot');
    await other.press('Delete');
    await eventually('no spoke', () => diagram.ids('.spoke'), ids => ids.length === 0);
    assert.deepEqual(other.errors, []);
    await other.close();
});

test('search selects what it finds, and the focus goes back to the diagram', async () => {
    await diagram.select('router:HQ');
    await diagram.press('Control+f');
    await diagram.page.keyboard.type('bran');
    await diagram.press('Enter');
    await diagram.selected('router:Branch');
    assert.ok(await diagram.page.evaluate(() => document.activeElement.classList.contains('sprotty-graph')));
});

const picture = () => diagram.page.evaluate(() => document.querySelector('#sprotty .sprotty-graph > g').getAttribute('transform'));

test('what search finds out of sight comes into sight, and the picture stands still when it is in sight', async () => {
    const before = await picture();
    await find('hq');
    await diagram.selected('router:HQ');
    await diagram.settled();
    assert.equal(await picture(), before);
    const canvas = await diagram.page.locator('#sprotty').boundingBox();
    await diagram.press('Escape');
    await diagram.page.mouse.move(canvas.x + 20, canvas.y + canvas.height / 2);
    await diagram.page.mouse.down();
    await diagram.page.mouse.move(canvas.x + 3000, canvas.y + canvas.height / 2, { steps: 5 });
    await diagram.page.mouse.up();
    await eventually('the picture elsewhere', picture, now => now !== before);
    await find('bran');
    await diagram.selected('router:Branch');
    await eventually('the spoke in sight', () => diagram.box('router:Branch'),
        box => box !== null && box.x > canvas.x && box.x + box.width < canvas.x + canvas.width);
});

async function find(name) {
    await diagram.press('Control+f');
    await diagram.page.keyboard.type(name);
    await diagram.press('Enter');
}

test('the end of a line is taken elsewhere with the keyboard', async () => {
    await find('branch attached internet');
    await diagram.selected('wan:router:Branch>transport:Internet');
    await diagram.press('c');
    await diagram.page.keyboard.type('mpls');
    await diagram.press('Enter');
    await eventually('the other transport', () => served.text, now => /spoke Branch \{ wan MPLS dhcp/.test(now));
    await eventually('the other line', () => diagram.ids('.sprotty-edge.wan'), ids => ids.includes('wan:router:Branch>transport:MPLS'));
});

test('Alt and an arrow select the next node there', async () => {
    await diagram.select('router:HQ');
    await diagram.press('Alt+ArrowUp');
    await diagram.selected('cloud:Corp');
});

test('the context menu works with the keyboard', async () => {
    await diagram.select('router:Branch');
    await diagram.press('Shift+F10');
    await diagram.press('ArrowDown');
    await diagram.press('Enter');
    await eventually('no spoke', () => served.text, now => !now.includes('spoke Branch'));
});

test('layers and single clouds are hidden and shown', async () => {
    const tunnel = diagram.element('tunnel:router:Branch>router:HQ@Corp');
    await diagram.page.getByRole('button', { name: 'Layers and filters' }).click();
    await diagram.page.locator('[data-layer=overlay]').uncheck();
    assert.ok(!(await tunnel.isVisible()));
    await diagram.page.locator('[data-layer=overlay]').check();
    assert.ok(await tunnel.isVisible());
    await diagram.page.locator('[data-layer="transport:Internet"]').uncheck();
    assert.ok(!(await diagram.element('wan:router:HQ>transport:Internet').isVisible()));
    await diagram.page.locator('[data-layer="transport:Internet"]').check();
    await diagram.press('Escape');
    assert.ok(!(await diagram.page.locator('#layers').isVisible()));
});

test('a simulation runs: packets move, the tunnel comes up, time goes back, and the end leaves no trace', async () => {
    const packets = () => diagram.page.locator('#sprotty .packet').count();
    const tunnel = () => diagram.element('tunnel:router:Branch>router:HQ@Corp').getAttribute('class');
    const time = value => diagram.page.locator('#run input[type=range]').evaluate((slider, to) => {
        slider.value = to;
        slider.dispatchEvent(new Event('input'));
    }, String(value));
    await diagram.select('router:HQ');
    await diagram.press('s');
    await diagram.page.locator('#run').waitFor();
    await diagram.page.getByRole('button', { name: 'Next message' }).click();
    await eventually('a packet', packets, count => count > 0);
    await time(10_000);
    await eventually('a tunnel that is up', tunnel, classes => /state-up/.test(classes));
    assert.match(await diagram.page.locator('#sprotty .run-badge').first().textContent(), /NHRP 1/);
    await time(0);
    await eventually('no tunnel yet', tunnel, classes => /state-down/.test(classes));
    await diagram.press('Escape');
    await diagram.page.locator('#run').waitFor({ state: 'hidden' });
    assert.equal(await packets(), 0);
    assert.doesNotMatch(await tunnel(), /state-/);
});

test('everything of the page is called something', async () => {
    const nameless = await diagram.page.$$eval('button, input', found =>
        found.filter(one => !(one.getAttribute('aria-label') || one.textContent.trim() || one.labels?.length)).map(one => one.outerHTML));
    assert.deepEqual(nameless, []);
});
