import assert from 'node:assert/strict';
import { test } from 'node:test';
import { revealing } from '../src/diagram/sight';

const CANVAS = { width: 1000, height: 500 };
const seen = (x: number, y: number, zoom: number): { scroll: { x: number; y: number }; zoom: number } => ({ scroll: { x, y }, zoom });

test('what is in sight stays where it is', () => {
    assert.equal(revealing({ x: 10, y: 10, width: 100, height: 50 }, seen(0, 0, 1), CANVAS), undefined);
    assert.equal(revealing({ x: 1800, y: 900, width: 100, height: 50 }, seen(0, 0, 0.5), CANVAS), undefined);
});

test('what is out of sight comes to the middle, as large as it was', () => {
    assert.deepEqual(revealing({ x: 2000, y: 0, width: 100, height: 50 }, seen(0, 0, 2), CANVAS), seen(1800, -100, 2));
    assert.deepEqual(revealing({ x: 0, y: 480, width: 100, height: 50 }, seen(0, 0, 1), CANVAS), seen(-450, 255, 1));
});

test('of what is larger than the picture the middle is enough', () => {
    assert.equal(revealing({ x: -500, y: 10, width: 2000, height: 50 }, seen(0, 0, 1), CANVAS), undefined);
    assert.notEqual(revealing({ x: 900, y: 10, width: 2000, height: 50 }, seen(0, 0, 1), CANVAS), undefined);
});
