// Simulations in the served diagram: scenarios, packets and their headers, ways of packets, all with the keyboard too.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { close, Diagram, eventually, launchBrowser, Served } from './served-diagram.mjs';

const MODEL = `network Demo
transport Internet { latency 10ms  dhcp 198.18.0.0/16 }
crypto Suite { ike v2  encryption aes-gcm-256  prf sha384  group 20  esp aes-gcm-256  mode transport  psk secret "x" }
cloud Corp {
  overlay 10.255.0.0/24  phase 3
  network-id 100  tunnel-key 100  registration no-unique  bandwidth 100Mbps
  crypto Suite
  routing eigrp 100 { summary 10.0.0.0/8 from hubs  stub spokes }
}
hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254  lan 10.1.0.0/16  join Corp as 10.255.0.1 }
spoke West { wan Internet dhcp  lan 10.2.1.0/24  join Corp as 10.255.0.2 via HQ }
spoke East { site Munich  wan Internet dhcp  lan 10.2.2.0/24  join Corp as 10.255.0.3 via HQ }
host Pc { behind West  address 10.2.1.10 }
scenario Quiet { seed 1  duration 30s }
scenario Talk { seed 1  duration 70s  at 60s ping every 1s from West.lan to East.lan }
`;

let served, browser, diagram;

before(async () => {
    [served, browser] = await Promise.all([Served.start(MODEL), launchBrowser()]);
});

beforeEach(async () => {
    await diagram?.close();
    diagram = await Diagram.open(browser, served.address);
});

after(() => close(served, browser));

const event = () => diagram.page.locator('#run .event').textContent();
const way = () => diagram.page.locator('#path').textContent();
const isShown = selector => diagram.page.locator(selector).isVisible();

async function simulate(scenario) {
    await diagram.select('router:HQ');
    await diagram.press('Escape');
    await diagram.press('s');
    await diagram.page.locator('.chooser').waitFor();
    await diagram.page.keyboard.type(scenario);
    await diagram.press('Enter');
    await diagram.page.locator('#run').waitFor();
    await diagram.page.locator('#sprotty .sprotty-graph').focus();
}

async function goTo(share) {
    await diagram.page.locator('#run input[type=range]').evaluate((slider, to) => {
        slider.value = to;
        slider.dispatchEvent(new Event('input'));
    }, String(share * 10_000));
}

/** Both routers, as the mouse selects them. */
async function selectBoth() {
    await diagram.select('router:West');
    await diagram.page.keyboard.down('Control');
    await diagram.click('router:East');
    await diagram.page.keyboard.up('Control');
    await eventually('both are selected', () => diagram.ids('.selected'), ids => ids.includes('router:West') && ids.includes('router:East'));
}

test('of several scenarios one is chosen by its name', async () => {
    await diagram.select('router:HQ');
    await diagram.press('s');
    await eventually('both scenarios', () => diagram.page.locator('.chooser li .label').allTextContents(), names => names.length === 2);
    assert.deepEqual(await diagram.page.locator('.chooser li .label').allTextContents(), ['Quiet', 'Talk']);
    await diagram.page.keyboard.type('talk');
    await diagram.press('Enter');
    await diagram.page.locator('#run').waitFor();
    await goTo(1);
    await eventually('the end of the scenario', () => diagram.page.locator('#run output').textContent(), text => text === '70.000 s');
});

test('the keyboard goes from message to message, marks what is current, and looks into the packet', async () => {
    await simulate('quiet');
    await diagram.press('n');
    const first = await eventually('a message', event, text => text !== '');
    await eventually('its packet', () => diagram.page.locator('#sprotty .packet.in-hand').count(), count => count === 1);
    assert.equal(await diagram.page.locator('#sprotty .run-place').count(), 1);
    await diagram.press('n');
    await eventually('another message', event, text => text !== first);
    await diagram.press('Shift+N');
    await eventually('the first message again', event, text => text === first);
    await diagram.press('i');
    await diagram.page.locator('#packet').waitFor();
    const layers = await diagram.page.locator('#packet > details > summary').allTextContents();
    assert.deepEqual(layers.slice(0, 2), ['IPv4', 'UDP']);
    assert.match(layers.at(-1), /IKE/);
    await diagram.press('Enter');
    await eventually('its fields', () => diagram.page.locator('#packet > details[open] .field').count(), count => count > 0);
    await diagram.press('Escape');
    await eventually('no packet any more', () => isShown('#packet'), shown => !shown);
    assert.ok(await isShown('#run'), 'the simulation is still shown');
});

test('a packet that is clicked says what it is, and the cursor is where it is', async () => {
    await simulate('quiet');
    await diagram.press('n');
    await eventually('a packet', () => diagram.page.locator('#sprotty .packet').count(), count => count > 0);
    const label = await diagram.page.locator('#sprotty .packet title').first().textContent();
    await diagram.page.locator('#sprotty .packet').first().click();
    await diagram.page.locator('#packet').waitFor();
    assert.match(await diagram.page.locator('#packet h2').textContent(), /sent by/);
    assert.equal(await event(), label);
    assert.deepEqual(await diagram.ids('.selected'), [], 'the diagram has no part in it');
});

test('before any run the way is that of the network once it has settled', async () => {
    await selectBoth();
    await diagram.press('p');
    await eventually('the way', way, text => /West to East once the network has settled/.test(text));
    assert.match(await way(), /arrives through HQ/);
    assert.equal(await diagram.page.locator('#dmvpn-path .path-overlay').count(), 2);
    assert.equal(await diagram.page.locator('#dmvpn-path .path-underlay').count(), 4);
    assert.deepEqual(await diagram.page.locator('#dmvpn-path .path-number text').allTextContents(), ['1', '2']);
    await diagram.press('Escape');
    await diagram.press('Escape');
    await eventually('no way any more', () => isShown('#path'), shown => !shown);
    assert.equal(await diagram.page.locator('#dmvpn-path *').count(), 0);
});

test('the way is in the menu of a router, which asks for the other end', async () => {
    await diagram.select('router:West');
    await diagram.press('Shift+F10');
    await diagram.page.locator('.context-menu button[data-id=path]').click();
    await diagram.page.locator('.chooser').waitFor();
    await diagram.page.keyboard.type('hq');
    await diagram.press('Enter');
    await eventually('the way', way, text => /West to HQ .*arrives directly/s.test(text));
});

test('the way may be that between a host and a site', async () => {
    await diagram.select('router:HQ');
    await diagram.press('Escape');
    await diagram.press('p');
    await diagram.page.keyboard.type('pc host');
    await diagram.press('Enter');
    await diagram.page.keyboard.type('munich');
    await diagram.press('Enter');
    await eventually('the way', way, text => /West to East .*arrives through HQ/s.test(text));
});

test('the way follows the time cursor: at first it stops, then it goes through the hub, at last directly', async () => {
    await simulate('talk');
    await diagram.press('p');
    await diagram.page.locator('.chooser').waitFor();
    await diagram.page.keyboard.type('west');
    await diagram.press('Enter');
    await diagram.page.keyboard.type('east');
    await diagram.press('Enter');
    await eventually('a way that stops', way, text => /stops at West/.test(text));
    assert.equal(await diagram.page.locator('#dmvpn-path .path-stop').count(), 1);
    await goTo(0.7);
    await eventually('the way through the hub', way, text => /in Talk at .*arrives through HQ/s.test(text));
    await goTo(1);
    await eventually('the direct way', way, text => /arrives directly/.test(text));
    assert.equal(await diagram.page.locator('#dmvpn-path .path-overlay').count(), 1);
    await eventually('the tunnel between the spokes', () => diagram.page.locator('#sprotty .run-tunnel').count(), count => count === 1);
    await goTo(0);
    await eventually('a way that stops again', way, text => /stops at West/.test(text));
});

test('a ping goes through the hub at first, and directly later', async () => {
    await simulate('talk');
    await goTo(60.005 / 70);
    const seen = () => diagram.page.locator('#sprotty .packet title').allTextContents();
    await eventually('the ping on its way to the hub', seen, titles => titles.some(title => /ICMP West to HQ: Echo Request/.test(title)));
    await goTo(60.015 / 70);
    await eventually('the ping on its way from the hub', seen, titles => titles.some(title => /ICMP HQ to East: Echo Request/.test(title)));
});

test('of a simulation that takes a while it is said how far it is, and Escape stops it', async () => {
    served.write(MODEL.slice(0, MODEL.indexOf('scenario')).replace('network Demo', 'network Long') + 'scenario Long { duration 60d }\n');
    await diagram.titled('Long');
    await diagram.calm();
    await diagram.press('s');
    await eventually('word how far it is', () => diagram.page.locator('#run-progress').isVisible(), visible => visible);
    assert.match(await diagram.page.locator('#run-progress').innerText(), /Simulated \d+ of 5184000 s/);
    await diagram.page.locator('#sprotty .sprotty-graph').focus();
    await diagram.press('Escape');
    await diagram.page.locator('#run-progress').waitFor({ state: 'hidden' });
    await eventually('word of the end', () => diagram.message(), text => /simulation was stopped/.test(text));
    assert.ok(await diagram.page.locator('#run').isHidden());
});
