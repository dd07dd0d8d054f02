// What the menu of an element offers besides edits, in a real browser against the real `dmvpn serve`.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { close, eventually, open } from './served-diagram.mjs';

const SOUND = `network Demo
transport Internet { latency 10ms  dhcp 198.18.0.0/16 }
cloud Corp { overlay 10.255.0.0/24  phase 3  network-id 100  tunnel-key 100  registration no-unique }
hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254  lan 10.1.0.0/16  join Corp as 10.255.0.1 }
spoke Branch { wan Internet dhcp  lan 10.2.0.0/16  join Corp as 10.255.0.2 via HQ }
`;
const BROKEN = SOUND.replace('via HQ', 'via HX');

let served, browser, diagram;

before(async () => {
    [served, browser, diagram] = await open(BROKEN);
});

after(() => close(served, browser));

beforeEach(async () => {
    served.reset(BROKEN);
    await eventually('the sign of a problem', () => sign().count(), count => count === 1);
    await diagram.calm();
});

afterEach(() => assert.deepEqual(diagram.errors.splice(0), []));

const sign = () => diagram.element('router:Branch').locator('.problem-sign');
const menu = () => diagram.page.locator('.context-menu');
const fix = () => menu().getByRole('menuitem', { name: "Change to 'HQ'" });

test('a click on the sign of a problem offers what mends it, and the fix is one step of the history', async () => {
    await sign().click();
    await fix().waitFor();
    assert.match(await menu().innerText(), /No router is called 'HX'.*\[L-LINK\]/);
    await diagram.selected('router:Branch');
    await fix().click();
    await eventually('the mended text', () => served.text, now => now === SOUND);
    await eventually('no sign any more', () => sign().count(), count => count === 0);
    await diagram.press('Control+z');
    await eventually('the old text', () => served.text, now => now === BROKEN);
});

test('the menu of an element with a problem begins with its fixes, with the keyboard alone', async () => {
    await diagram.select('router:Branch');
    await diagram.press('Shift+F10');
    await fix().waitFor();
    await eventually('the first row has the focus', () => diagram.page.evaluate(() => document.activeElement.dataset.id), id => id === 'fix');
    while (!(await fix().evaluate(row => row === document.activeElement))) {
        await diagram.press('ArrowDown');
    }
    await diagram.press('Enter');
    await eventually('the mended text', () => served.text, now => now === SOUND);
});

test('a right click offers the same, and an element without a problem has no fixes', async () => {
    const hub = await diagram.box('router:HQ');
    await diagram.page.mouse.click(hub.x + hub.width / 2, hub.y + hub.height * 0.75, { button: 'right' });
    await menu().waitFor();
    assert.equal(await menu().locator('[data-id=fix]').count(), 0);
    await diagram.press('Escape');
    const spoke = await diagram.box('router:Branch');
    await diagram.page.mouse.click(spoke.x + spoke.width / 2, spoke.y + spoke.height * 0.75, { button: 'right' });
    await fix().waitFor();
    await diagram.press('Escape');
    await menu().waitFor({ state: 'detached' });
});

test('a fix that fits no more is refused with a reason', async () => {
    await sign().click();
    await fix().waitFor();
    served.write(SOUND);
    await eventually('no sign any more', () => sign().count(), count => count === 0);
    await fix().click();
    await eventually('a reason', () => diagram.message(), text => /does not fit any more/.test(text));
    assert.equal(served.text, SOUND);
});

async function sound() {
    served.write(SOUND);
    await eventually('no sign any more', () => sign().count(), count => count === 0);
}

async function choose(label) {
    await diagram.press('Shift+F10');
    await menu().getByRole('menuitem', { name: label }).click();
}

const panel = () => diagram.page.locator('#text-panel');

test('the configuration of a router is read beside the diagram, another router chosen, copied, and closed', async () => {
    await sound();
    await diagram.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await diagram.select('router:Branch');
    await choose('Show configuration');
    await eventually('the configuration', () => panel().locator('pre').textContent(), text => /hostname Branch/.test(text));
    await panel().getByLabel('Router').selectOption('HQ');
    const text = await eventually('the other configuration', () => panel().locator('pre').textContent(), shown => /hostname HQ/.test(shown));
    await panel().getByRole('button', { name: 'Copy' }).click();
    assert.equal(await eventually('the copied text', () => diagram.page.evaluate(() => navigator.clipboard.readText()), copied => copied !== ''), text);
    await diagram.selected('router:Branch');
    await panel().locator('pre').focus();
    await diagram.press('Escape');
    await panel().waitFor({ state: 'hidden' });
    assert.ok(await diagram.page.evaluate(() => document.activeElement.classList.contains('sprotty-graph')));
});

test('all configurations are exported as one archive from the menu of the diagram', async () => {
    await sound();
    await choose('Export configurations');
    await eventually('the files', () => panel().locator('pre').textContent(), text => text === 'HQ.cfg\nBranch.cfg\n');
    const [kept] = await Promise.all([diagram.page.waitForEvent('download'), panel().getByRole('button', { name: 'Download' }).click()]);
    assert.equal(kept.suggestedFilename(), 'net-configurations.zip');
    await panel().getByRole('button', { name: 'Close' }).click();
});

test('the text of an element is shown with its line', async () => {
    await sound();
    await diagram.select('cloud:Corp');
    await choose('Show text');
    await eventually('its text', () => panel().innerText(), text => /net\.dmvpn, line 3/.test(text) && /cloud Corp \{ overlay/.test(text));
    await panel().getByRole('button', { name: 'Close' }).click();
});

test('of a model with errors there is no configuration, and the reason is said', async () => {
    await diagram.select('router:HQ');
    await choose('Show configuration');
    await eventually('a reason', () => diagram.message(), text => /There is no configuration now: the model has/.test(text));
    assert.ok(!(await panel().isVisible()));
});
