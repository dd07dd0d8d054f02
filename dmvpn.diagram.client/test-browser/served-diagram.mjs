// A model that is served by the real command, and a page that shows it in Chromium.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

export const DEADLINE = 30_000;
const DEADLINE_OF_START = 90_000;
const MILLISECONDS_BETWEEN_LOOKS = 25;
const MILLISECONDS_BETWEEN_CLICKS = 2_000;
const CHROMIUM = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'];

/** Waits for a condition, and says what was there instead when it does not come. */
export async function eventually(what, look, isRight, { deadline = DEADLINE, pause = MILLISECONDS_BETWEEN_LOOKS } = {}) {
    const end = Date.now() + deadline;
    let seen;
    do {
        seen = await look();
        if (isRight(seen)) {
            return seen;
        }
        await new Promise(resolve => setTimeout(resolve, pause));
    } while (Date.now() < end);
    throw new Error(`${what}: not within ${deadline} ms; there was\n${typeof seen === 'string' ? seen : JSON.stringify(seen)}`);
}

/** `dmvpn serve` of a model in a folder of its own. DMVPN_SERVE is the command, as a JSON array. */
export class Served {
    static async start(text) {
        const served = new Served(text);
        served.address = await eventually('the address of dmvpn serve', () => served.output,
            output => /^http:\S+$/m.test(output) || served.process.exitCode !== null, { deadline: DEADLINE_OF_START });
        served.address = /^http:\S+$/m.exec(served.output)?.[0];
        if (!served.address) {
            throw new Error(`dmvpn serve ended: ${served.output}`);
        }
        return served;
    }

    constructor(text) {
        this.folder = mkdtempSync(join(tmpdir(), 'dmvpn-serve-'));
        this.file = join(this.folder, 'net.dmvpn');
        this.places = join(this.folder, 'net.dmvpn-layout');
        writeFileSync(this.file, text);
        this.output = '';
        const [command, ...args] = JSON.parse(process.env.DMVPN_SERVE ?? '["../dmvpn", "serve"]');
        this.process = spawn(command, [...args, this.file, '--no-open'], { stdio: ['ignore', 'pipe', 'pipe'] });
        [this.process.stdout, this.process.stderr].forEach(stream => stream.on('data', data => this.output += data));
    }

    get text() {
        return readFileSync(this.file, 'utf8');
    }

    get placesText() {
        // Looking whether it is there and reading it would be two steps, and the server may delete it between them.
        try {
            return readFileSync(this.places, 'utf8');
        } catch (error) {
            if (error.code === 'ENOENT') {
                return '';
            }
            throw error;
        }
    }

    /** Writes the model as an editor does: another file takes its name. */
    write(text) {
        writeFileSync(`${this.file}.new`, text);
        renameSync(`${this.file}.new`, this.file);
    }

    reset(text) {
        rmSync(this.places, { force: true });
        this.write(text);
    }

    async stop() {
        const ended = new Promise(resolve => this.process.on('exit', (code, signal) => resolve({ code, signal })));
        this.process.kill('SIGTERM');
        const end = await ended;
        rmSync(this.folder, { recursive: true, force: true });
        return end;
    }
}

export function launchBrowser() {
    return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: CHROMIUM });
}

/** A page with a diagram. */
export class Diagram {
    static async open(browser, address) {
        const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
        page.setDefaultTimeout(DEADLINE);
        const diagram = new Diagram(page);
        page.on('pageerror', error => diagram.errors.push(error.message));
        await page.goto(address);
        await page.waitForSelector('body.ready');
        await diagram.settled();
        return diagram;
    }

    constructor(page) {
        this.page = page;
        this.errors = [];
    }

    async titled(network) {
        await eventually(`the model ${network}`, () => this.page.title(), title => title === `${network} - DMVPN`);
    }

    element(id) {
        return this.page.locator(`#sprotty [id="sprotty_${id}"]`);
    }

    /** The card of a node, or what else fills it: where one can click. */
    shape(id) {
        return this.element(id).locator('> .card, > .band, > .outline').first();
    }

    async ids(selector) {
        return this.page.locator(`#sprotty :is(${selector})`).evaluateAll(found => found.map(one => one.id.replace('sprotty_', '')).sort());
    }

    /** Two pictures in a row are the same: nothing moves any more. */
    async settled() {
        let before = '';
        await eventually('the picture stands still', async () => {
            await this.page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
            // A picture that glides is not where it is drawn, and nothing on it can be pointed at.
            const now = await this.page.evaluate(() => document.getElementById('sprotty').classList.contains('gliding') ? ''
                : document.querySelector('#sprotty .sprotty-graph > g')?.getAttribute('transform') ?? '');
            const same = now !== '' && now === before;
            before = now;
            return same;
        }, same => same);
    }

    async box(id) {
        return this.shape(id).boundingBox();
    }

    async click(id) {
        const box = await this.box(id);
        await this.page.mouse.click(box.x + box.width / 2, box.y + box.height * 0.75);
    }

    async select(id) {
        // A drawing that comes between looking for the place and clicking takes the element from under the pointer, or out of sight.
        let clicked = 0;
        await eventually(`${id} is selected`, async () => {
            if (Date.now() - clicked > MILLISECONDS_BETWEEN_CLICKS) {
                if (clicked > 0) {
                    await this.showAll();
                }
                await this.click(id);
                clicked = Date.now();
            }
            return this.ids('.selected');
        }, ids => ids.includes(id));
    }

    /** Everything that is drawn now is in sight. */
    async showAll() {
        await this.page.locator('#sprotty .sprotty-graph').focus();
        await this.press('0');
        await this.settled();
    }

    async selected(id) {
        await eventually(`${id} is selected`, () => this.ids('.selected'), ids => ids.includes(id));
    }

    /** Nothing is selected or open, and everything is in sight. */
    async calm() {
        await this.page.locator('#messages button').evaluateAll(messages => messages.forEach(message => message.remove()));
        await this.page.locator('#sprotty .sprotty-graph').focus();
        await this.press('Escape');
        await this.press('Escape');
        await this.showAll();
        await eventually('nothing is selected', () => this.ids('.selected'), ids => ids.length === 0);
    }

    async press(keys) {
        await this.page.keyboard.press(keys);
    }

    /** A place on the paper, where nothing is drawn. */
    async freePlace() {
        return this.page.evaluate(() => {
            for (let y = window.innerHeight - 20; y > 100; y -= 7) {
                for (let x = 300; x < window.innerWidth - 280; x += 7) {
                    if (document.elementFromPoint(x, y)?.classList.contains('sprotty-graph')) {
                        return { x, y };
                    }
                }
            }
            throw new Error('The whole page is full');
        });
    }

    async palette(type) {
        await this.page.locator(`#palette button[data-type="${type}"]`).click();
    }

    async message() {
        return this.page.locator('#messages').innerText();
    }

    async close() {
        await this.page.close();
    }
}

/** A served model, a browser and a page with the diagram: what a file of tests begins with. */
export async function open(model) {
    const [served, browser] = await Promise.all([Served.start(model), launchBrowser()]);
    return [served, browser, await Diagram.open(browser, served.address)];
}

/** What a file of tests ends with: whatever was done, the server has not broken. Also of what never began. */
export async function close(served, browser) {
    await browser?.close();
    await served?.stop();
    assert.ok(!served?.output.includes('Exception'), served?.output);
}
