/** An HTML element with its class, attributes and children, in one expression. */
export function element<K extends keyof HTMLElementTagNameMap>(
    tag: K, attributes: Readonly<Record<string, string>> = {}, ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    made.append(...children);
    return made;
}

/** A button with a codicon; its label is what screen readers and tooltips say. */
export function iconButton(icon: string, label: string, action: () => void): HTMLButtonElement {
    const made = element('button', { type: 'button', class: 'icon-button', title: label, 'aria-label': label },
        element('span', { class: `codicon codicon-${icon}`, 'aria-hidden': 'true' }));
    made.addEventListener('click', action);
    return made;
}
