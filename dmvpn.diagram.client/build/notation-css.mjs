// The colours of the notation are those of pictures: one style sheet, here under the diagram of a page and its themes.

/** Lines are groups on a page, so that they can be grasped; what a picture styles is the path in them. */
const LINE = /^\.(wan|tunnel|relation|link)\b/;

function scoped(rules, scope) {
    return [...rules.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selectors, body]) => {
        const all = selectors.split(',').map(selector => selector.trim()).filter(selector => selector !== '.paper')
            .map(selector => `${scope} ${selector}${LINE.test(selector) ? ' .line' : ''}`);
        return all.length > 0 ? `${all.join(', ')} { ${body} }\n` : '';
    }).join('');
}

/** @param picture the style sheet of pictures: rules for light paper, then those for dark in a media query */
export function notationCss(picture) {
    const [light, dark] = picture.split('@media (prefers-color-scheme:dark){');
    if (dark === undefined) {
        throw new Error('the style sheet of pictures has no dark colours');
    }
    const darkRules = dark.trim().replace(/\}$/, '');
    return scoped(light, '#sprotty') + scoped(darkRules, ':root[data-theme=dark] #sprotty')
        + `@media (prefers-color-scheme: dark) {\n${scoped(darkRules, ':root[data-theme=system] #sprotty')}}\n`;
}
