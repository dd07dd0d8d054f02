import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWorkbenchKey, Key } from '../src/ui/workbench-keys';

function key(text: string, isTrusted = true): Key {
    const parts = text.split('+');
    const has = (modifier: string): boolean => parts.includes(modifier);
    return { code: parts[parts.length - 1], ctrlKey: has('Ctrl'), metaKey: has('Meta'), altKey: has('Alt'), shiftKey: has('Shift'), isTrusted };
}

test('keys with modifiers and function keys are the workbench\'s, but for those of the page', () => {
    for (const each of ['Ctrl+KeyS', 'Ctrl+KeyZ', 'Ctrl+KeyY', 'Ctrl+KeyC', 'Ctrl+Shift+KeyL', 'Alt+ArrowLeft', 'Alt+Shift+KeyG', 'F1', 'F12',
        'Meta+KeyS', 'F10', 'Ctrl+Shift+KeyF']) {
        assert.equal(isWorkbenchKey(key(each), false), true, each);
    }
    for (const each of ['Ctrl+KeyF', 'Ctrl+KeyA', 'F2', 'Shift+F10', 'Delete', 'KeyS', 'Shift+KeyS', 'Escape', 'ArrowLeft', 'Ctrl+ControlLeft',
        'Alt+AltLeft']) {
        assert.equal(isWorkbenchKey(key(each), false), false, each);
    }
});

test('a field keeps the keys that edit its text', () => {
    for (const each of ['Ctrl+KeyZ', 'Ctrl+KeyC', 'Ctrl+KeyV', 'Ctrl+ArrowLeft', 'Ctrl+Shift+End', 'Ctrl+Backspace', 'KeyS']) {
        assert.equal(isWorkbenchKey(key(each), true), false, each);
    }
    for (const each of ['Ctrl+KeyS', 'Ctrl+Digit3', 'F12', 'Alt+Shift+KeyG']) {
        assert.equal(isWorkbenchKey(key(each), true), true, each);
    }
});

test('what the workbench presses itself is the page\'s', () => {
    assert.equal(isWorkbenchKey(key('Ctrl+Shift+KeyL', false), false), false);
});
