import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { notationCss } from '../build/notation-css.mjs';

test('every rule of pictures holds for the diagram of a page, dark ones by the theme', () => {
    const css = notationCss('.paper{fill:#fff}.a,.tunnel.c0{stroke:red}@media (prefers-color-scheme:dark){\n.a{stroke:blue}\n}\n');
    assert.equal(css, '#sprotty .a, #sprotty .tunnel.c0 .line { stroke:red }\n'
        + ':root[data-theme=dark] #sprotty .a { stroke:blue }\n'
        + '@media (prefers-color-scheme: dark) {\n:root[data-theme=system] #sprotty .a { stroke:blue }\n}\n');
});

test('the style sheet of pictures can be read', () => {
    const file = join('..', 'dmvpn.diagram', 'src', 'main', 'resources', 'dmvpn', 'diagram', 'svg', 'diagram.css');
    assert.match(notationCss(readFileSync(file, 'utf8')), /:root\[data-theme=dark\] #sprotty \.hub \.card/);
});
