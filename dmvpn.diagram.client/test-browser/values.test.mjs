// Values that are changed where the diagram shows them, in a real browser against the real `dmvpn serve`.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { close, eventually, open } from './served-diagram.mjs';

const MODEL = `network Demo
transport Internet { latency 10ms  dhcp 198.18.0.0/16 }
transport MPLS { latency 20ms }
cloud Corp { overlay 10.255.0.0/24  phase 3  network-id 100  tunnel-key 100  registration no-unique }
hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254  wan MPLS 100.64.0.1/24  lan 10.1.0.0/16  join Corp as 10.255.0.1 }
// One branch for now.
spoke Branch { wan Internet dhcp  lan 10.2.0.0/16  join Corp as 10.255.0.2 via HQ }
`;

let served, browser, diagram;

before(async () => {
    [served, browser, diagram] = await open(MODEL);
});

after(() => close(served, browser));

beforeEach(async () => {
    served.reset(MODEL);
    await eventually('the values of the model', () => diagram.element('router:Branch').textContent(),
        text => text.includes('10.255.0.2') && text.includes('10.2.0.0/16') && text.includes('DHCP'));
    await diagram.calm();
});

afterEach(() => assert.deepEqual(diagram.errors.splice(0), []));

const field = () => diagram.page.locator('.label-edit input');

async function doubleClick(label) {
    const box = await diagram.element(label).boundingBox();
    await diagram.page.mouse.dblclick(box.x + 8, box.y + box.height / 2);
    await field().waitFor();
}

/** The change has come to the page, and what was changed is selected there. */
async function drawn(id, value) {
    await eventually(`${value} on ${id}`, () => diagram.element(id).textContent(), text => text.includes(value));
    await diagram.selected(id);
}

test('a double click on an address changes it in the text, and undo returns every byte', async () => {
    await doubleClick('router:Branch/tunnel_address');
    assert.equal(await field().inputValue(), '10.255.0.2');
    await field().fill('10.255.0.77');
    await diagram.press('Enter');
    await eventually('the new address', () => served.text, now => now === MODEL.replace('10.255.0.2 via', '10.255.0.77 via'));
    await diagram.selected('router:Branch');
    await diagram.press('Control+z');
    await eventually('the old text', () => served.text, now => now === MODEL);
});

test('a leased address becomes a fixed one, a local network another', async () => {
    await doubleClick('router:Branch/wan_address');
    await field().fill('203.0.113.9/24');
    await diagram.press('Enter');
    await eventually('the address', () => served.text, now => /spoke Branch \{ wan Internet 203\.0\.113\.9\/24 /.test(now));
    await drawn('router:Branch', '203.0.113.9/24');
    await doubleClick('router:Branch/local_network');
    await field().fill('10.9.0.0/16');
    await diagram.press('Enter');
    await eventually('the network', () => served.text, now => now.includes('lan 10.9.0.0/16'));
    await drawn('router:Branch', '10.9.0.0/16');
});

test('the phase and the subnet of a cloud are changed on its lines', async () => {
    await doubleClick('cloud:Corp/phase');
    await field().fill('2');
    await diagram.press('Enter');
    await eventually('the phase', () => served.text, now => now === MODEL.replace('phase 3', 'phase 2'));
    await drawn('cloud:Corp', 'Phase 2');
    await doubleClick('cloud:Corp/overlay');
    await field().fill('10.254.0.0/24');
    await diagram.press('Enter');
    await eventually('the subnet', () => served.text, now => now.includes('overlay 10.254.0.0/24'));
    await drawn('cloud:Corp', '10.254.0.0/24');
});

test('what is no address is refused while it is typed, is not entered, and Escape leaves all as it was', async () => {
    await doubleClick('router:Branch/tunnel_address');
    await field().fill('');
    await field().pressSequentially('10.300');
    await eventually('the reason', () => diagram.page.locator('.label-edit .reason').innerText(), text => /'10\.300' is not an address/.test(text));
    await diagram.press('Enter');
    assert.ok(await field().isVisible());
    await field().press('Escape');
    await field().waitFor({ state: 'hidden' });
    assert.equal(served.text, MODEL);
});

test('a line that stands for several addresses is not changed', async () => {
    assert.match(await diagram.element('router:HQ').textContent(), /203\.0\.113\.1\/24 \+1/);
    assert.equal(await diagram.element('router:HQ/wan_address').count(), 0);
});

test('with the keyboard: A, the value, Enter', async () => {
    await diagram.select('router:HQ');
    await diagram.press('a');
    await diagram.page.keyboard.type('local');
    await diagram.press('Enter');
    await field().waitFor();
    assert.equal(await field().getAttribute('aria-label'), 'Local network');
    await field().fill('10.8.0.0/16');
    await diagram.press('Enter');
    await eventually('the network', () => served.text, now => now.includes('lan 10.8.0.0/16'));
    await drawn('router:HQ', '10.8.0.0/16');
    assert.ok(await diagram.page.evaluate(() => document.activeElement.classList.contains('sprotty-graph')));
});
