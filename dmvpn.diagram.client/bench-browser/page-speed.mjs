// What a person waits for in the page of a diagram, against the real `dmvpn serve` in Chromium: ./dmvpn bench --page
// Frames are counted where the browser asks for them; a machine without a graphics card draws by its processor.
import { largeModel } from '../test-browser/large-model.mjs';
import { Diagram, eventually, launchBrowser, Served } from '../test-browser/served-diagram.mjs';

const ROUNDS = 15;
const STEPS_OF_A_MOVE = 90;
const MILLISECONDS_BETWEEN_LETTERS = 80;
const MILLISECONDS_OF_A_FRAME = 1000 / 60;

const browser = await launchBrowser();

function median(values) {
    return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
}

/** What each round answers: how many milliseconds it took. Nobody counts the first. */
async function rounds(round) {
    const taken = [];
    for (let each = 0; each <= ROUNDS; each++) {
        taken.push(await round(each));
    }
    return taken.slice(1);
}

function tell(what, taken) {
    const [least, most] = [Math.min(...taken), Math.max(...taken)].map(Math.round);
    console.log(`${what}: ${Math.round(median(taken))} ms (${least} .. ${most})`);
}

/** Milliseconds between frames while an input is repeated. */
async function frames(page, input) {
    await page.evaluate(() => {
        window.frameTimes = [];
        const note = time => {
            window.frameTimes.push(time);
            window.frameRequest = requestAnimationFrame(note);
        };
        window.frameRequest = requestAnimationFrame(note);
    });
    for (let step = 0; step < STEPS_OF_A_MOVE; step++) {
        const begun = performance.now();
        await input(step);
        await new Promise(resolve => setTimeout(resolve, Math.max(0, MILLISECONDS_OF_A_FRAME - (performance.now() - begun))));
    }
    const times = await page.evaluate(() => {
        cancelAnimationFrame(window.frameRequest);
        return window.frameTimes;
    });
    return times.slice(1).map((time, index) => time - times[index]);
}

function tellFrames(what, gaps) {
    const rate = 1000 * gaps.length / gaps.reduce((sum, gap) => sum + gap, 0);
    console.log(`${what}: ${rate.toFixed(1)} frames a second (between two: ${Math.round(median(gaps))} ms, at most ${Math.round(Math.max(...gaps))})`);
}

/** Opens, edits, and sees edits of the text, with 200 routers. */
async function waits() {
    const routers = 200;
    const served = await Served.start(largeModel(routers - 1));
    try {
        tell(`open ${routers} routers, until all are drawn`, await rounds(async () => {
            const begun = performance.now();
            const diagram = await Diagram.open(browser, served.address);
            const taken = performance.now() - begun;
            await diagram.close();
            return taken;
        }));
        const diagram = await Diagram.open(browser, served.address);
        tell('a new name in the diagram, until it is in the file', await rounds(round => rename(diagram, served, round)));
        const text = served.text;
        tell('a new name in the file, until it is drawn', await rounds(async round => {
            const begun = performance.now();
            served.write(text.replace('spoke Branch0 ', `spoke Renamed${round} `));
            await diagram.page.waitForSelector(`[id="sprotty_router:Renamed${round}"]`, { state: 'attached' });
            return performance.now() - begun;
        }));
    } finally {
        await served.stop();
    }
}

/** Renames a router, letter by letter as people type, and takes it back; only the time from Enter on counts. */
async function rename(diagram, served, round) {
    await diagram.select('router:Branch1');
    await diagram.press('F2');
    await diagram.page.keyboard.press('Control+a');
    await diagram.page.keyboard.type(`Depot${round}`, { delay: MILLISECONDS_BETWEEN_LETTERS });
    const begun = performance.now();
    await diagram.press('Enter');
    await eventually('the new name', () => served.text, text => text.includes(`spoke Depot${round} `), { pause: 2 });
    const taken = performance.now() - begun;
    await diagram.page.waitForSelector(`[id="sprotty_router:Depot${round}"]`, { state: 'attached' });
    await diagram.page.keyboard.press('Control+z');
    await diagram.page.waitForSelector('[id="sprotty_router:Branch1"]', { state: 'attached' });
    return taken;
}

/** Pans and zooms over 500 routers. */
async function moves() {
    const routers = 500;
    const served = await Served.start(largeModel(routers - 1));
    try {
        const diagram = await Diagram.open(browser, served.address);
        const page = diagram.page;
        await diagram.showAll();
        await page.mouse.move(640, 500);
        tellFrames(`zoom in on ${routers} routers`, await frames(page, () => page.mouse.wheel(0, -8)));
        await diagram.settled();
        tellFrames('zoom out', await frames(page, () => page.mouse.wheel(0, 8)));
        await diagram.settled();
        const free = await diagram.freePlace();
        await page.mouse.move(free.x, free.y);
        await page.mouse.down();
        tellFrames('pan', await frames(page, step =>
            page.mouse.move(free.x + 3 * Math.min(step, STEPS_OF_A_MOVE - step), free.y - Math.min(step, STEPS_OF_A_MOVE - step))));
        await page.mouse.up();
    } finally {
        await served.stop();
    }
}

try {
    await waits();
    await moves();
} finally {
    await browser.close();
}
