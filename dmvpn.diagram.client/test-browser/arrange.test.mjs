// A selected part of the served diagram that is arranged by what connects it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { close, eventually, open } from './served-diagram.mjs';

const MODEL = `network Demo
transport Internet { latency 10ms  dhcp 198.18.0.0/16 }
cloud Corp { overlay 10.255.0.0/24  phase 3  network-id 100  tunnel-key 100  registration no-unique }
hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254  lan 10.1.0.0/16  join Corp as 10.255.0.1 }
spoke West { wan Internet dhcp  lan 10.2.1.0/24  join Corp as 10.255.0.2 via HQ }
spoke East { wan Internet dhcp  lan 10.2.2.0/24  join Corp as 10.255.0.3 via HQ }
`;

let served, browser, diagram;

before(async () => {
    [served, browser, diagram] = await open(MODEL);
});

after(() => close(served, browser));

test('what is selected is arranged, its places are kept, and one undo takes all back', async () => {
    await diagram.select('router:HQ');
    await diagram.press('Control+a');
    await diagram.press('Shift+L');
    await eventually('the places of all routers and clouds', () => served.placesText,
        text => ['router:HQ ', 'router:West ', 'router:East ', 'cloud:Corp '].every(name => text.includes(name)));
    assert.doesNotMatch(served.placesText, /transport:/);
    await diagram.settled();
    const [hub, west, east] = await Promise.all(['router:HQ', 'router:West', 'router:East'].map(id => diagram.box(id)));
    assert.ok(hub.y + hub.height <= west.y && west.y === east.y, JSON.stringify([hub, west, east]));
    await diagram.press('Control+z');
    await eventually('no places', () => served.placesText, text => text === '');
    assert.equal(served.text, MODEL);
});

test('one element alone is not arranged, and the reason is said', async () => {
    await diagram.calm();
    await diagram.select('router:HQ');
    await diagram.press('Shift+L');
    await eventually('the reason', () => diagram.message(), text => /at least two/.test(text));
    assert.equal(served.placesText, '');
});
