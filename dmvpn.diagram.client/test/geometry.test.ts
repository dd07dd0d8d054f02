import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attachmentLine, cloudOutline, glideBetween, pathOf, pointOn, Sight, slotOffset, tunnelLine } from '../src/diagram/geometry';

const hub = { x: 0, y: 0, width: 184, height: 98 };
const spoke = { x: 300, y: 400, width: 184, height: 98 };
const band = { x: -200, y: 200, width: 900, height: 56 };

test('a tunnel leaves the client on the side of the server and ends at the nearer edge of it', () => {
    const up = tunnelLine(spoke, hub, 0);
    assert.equal(up.start.y, spoke.y);
    assert.equal(up.end.y, hub.y + hub.height);
    const down = tunnelLine(hub, spoke, 0);
    assert.equal(down.start.y, hub.y + hub.height);
    assert.equal(down.end.y, spoke.y);
});

test('a tunnel between neighbours in a row goes above both', () => {
    const line = tunnelLine({ ...hub, x: 300 }, hub, 0);
    assert.ok(line.controls && line.controls.every(point => point.y < 0));
});

test('an attachment is straight down wherever the band has room, and never leaves the band', () => {
    const line = attachmentLine(hub, band, 0);
    assert.equal(line.start.x, line.end.x);
    assert.equal(line.end.y, band.y);
    const far = attachmentLine({ ...spoke, x: 5000 }, band, 0);
    assert.ok(far.end.x <= band.x + band.width);
    assert.equal(far.end.y, band.y + band.height);
});

test('several lines of one router do not lie upon each other', () => {
    const offsets = [0, 1, 2, 3, 4].map(slotOffset);
    assert.equal(new Set(offsets).size, offsets.length);
});

test('a packet starts where the line starts and arrives where it ends', () => {
    for (const line of [attachmentLine(hub, band, 0), tunnelLine(spoke, hub, 0)]) {
        assert.deepEqual(pointOn(line, 0), line.start);
        assert.deepEqual(pointOn(line, 1), line.end);
    }
});

test('path data has a curve where the line has controls', () => {
    assert.match(pathOf(tunnelLine(spoke, hub, 0)), /^M[-\d.,]+C[-\d.,]+ [-\d.,]+ [-\d.,]+$/);
    assert.match(pathOf(attachmentLine(hub, band, 0)), /^M[-\d.,]+L[-\d.,]+$/);
    assert.match(cloudOutline(236, 68), /^M.*z$/);
});

const onScreen = (point: { x: number; y: number }, viewport: Sight): { x: number; y: number } =>
    ({ x: viewport.zoom * (point.x - viewport.scroll.x), y: viewport.zoom * (point.y - viewport.scroll.y) });

test('a picture that glides shows each point where the drawing will show it', () => {
    const drawn = { scroll: { x: -120, y: 35 }, zoom: 0.4 };
    for (const wanted of [{ scroll: { x: -120, y: 35 }, zoom: 0.4 }, { scroll: { x: 10, y: -70 }, zoom: 0.4 },
        { scroll: { x: -300, y: 12.5 }, zoom: 1.1 }, { scroll: { x: 44, y: 1000 }, zoom: 0.05 }]) {
        const glide = glideBetween(drawn, wanted);
        for (const point of [{ x: 0, y: 0 }, { x: 250, y: -40 }, { x: -999, y: 3 }]) {
            const before = onScreen(point, drawn);
            const after = onScreen(point, wanted);
            assert.ok(Math.abs(glide.scale * before.x + glide.x - after.x) < 1e-9, `${JSON.stringify(point)} to ${JSON.stringify(wanted)}`);
            assert.ok(Math.abs(glide.scale * before.y + glide.y - after.y) < 1e-9, `${JSON.stringify(point)} to ${JSON.stringify(wanted)}`);
        }
    }
});
