// A diagram that is too large to be drawn anew in each frame.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { largeModel } from './large-model.mjs';
import { close, eventually, open } from './served-diagram.mjs';

let served, browser, diagram;

before(async () => {
    [served, browser, diagram] = await open(largeModel(160));
});

after(() => close(served, browser));

const glides = () => diagram.page.evaluate(() => document.getElementById('sprotty').style.transform !== '');
const drawn = () => diagram.page.evaluate(() => document.querySelector('#sprotty .sprotty-graph > g').getAttribute('transform'));

/** Makes the picture glide, and compares where a node is then with where it is drawn afterwards. */
async function glide(input) {
    const before = await drawn();
    // Looked at within the same task: a slow machine might draw between two questions.
    await diagram.page.evaluate(() => {
        window.glided = undefined;
        const picture = document.getElementById('sprotty');
        new MutationObserver((_changes, observer) => {
            if (picture.style.transform === '') {
                observer.disconnect();
            } else {
                const box = document.querySelector('#sprotty [id="sprotty_router:HQ"] > .card').getBoundingClientRect();
                window.glided = { x: box.x, y: box.y, width: box.width };
            }
        }).observe(picture, { attributes: true, attributeFilter: ['style'] });
    });
    await input();
    await eventually('another drawing', drawn, now => now !== before);
    assert.equal(await glides(), false);
    const glided = await diagram.page.evaluate(() => window.glided);
    const box = await diagram.box('router:HQ');
    ['x', 'y', 'width'].forEach(side => assert.ok(Math.abs(glided[side] - box[side]) < 1.5, `${side}: ${glided[side]}, then ${box[side]}`));
    assert.deepEqual(diagram.errors, []);
}

test('the picture of a large diagram glides while the wheel turns, and is drawn there when it rests', async () => {
    await diagram.page.mouse.move(640, 500);
    await glide(() => diagram.page.mouse.wheel(0, -120));
});

test('it glides while the paper is dragged, and is drawn when the mouse is let go', async () => {
    await diagram.showAll();
    const free = await diagram.freePlace();
    await diagram.page.mouse.move(free.x, free.y);
    await diagram.page.mouse.down();
    await glide(async () => {
        await diagram.page.mouse.move(free.x + 40, free.y - 30, { steps: 3 });
        await diagram.page.mouse.up();
    });
});

test('turns of the wheel that come while a drawing is on its way are not lost', async () => {
    await diagram.showAll();
    const zoom = async () => Number(/scale\(([\d.]+)\)/.exec(await drawn())[1]);
    const before = await zoom();
    await diagram.page.mouse.move(640, 500);
    for (let turn = 0; turn < 14; turn++) {
        await diagram.page.mouse.wheel(0, -15);
        // About as long as the picture rests before it is drawn anew: some drawings fall between two turns.
        await new Promise(resolve => setTimeout(resolve, 90 + 20 * (turn % 5)));
    }
    const wanted = before * Math.exp(14 * 15 * 0.005);
    await eventually('the zoom of all turns', zoom, now => Math.abs(now / wanted - 1) < 1e-6);
});
