/** Keys with Ctrl that the page has also where it is part of an editor. */
const OF_THE_PAGE = ['KeyA', 'KeyF'];
/** Keys with Ctrl or Alt that edit the text of a field. */
const OF_A_FIELD = ['KeyA', 'KeyC', 'KeyV', 'KeyX', 'KeyY', 'KeyZ', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End',
    'Backspace', 'Delete', 'Insert'];
const FUNCTION_KEY = /^F\d{1,2}$/;
const RENAME = 'F2';
const MENU = 'F10';

/** What there is to know of a key. */
export type Key = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isTrusted'>;

/**
 * Whether a key is the workbench's, in a page that is part of an editor there: it has had the key before the page gets it, and
 * what it wants of the page comes as a key that nobody has pressed.
 */
export function isWorkbenchKey(key: Key, typing: boolean): boolean {
    if (!key.isTrusted) {
        return false;
    }
    if (FUNCTION_KEY.test(key.code)) {
        return key.code !== RENAME && !(key.code === MENU && key.shiftKey);
    }
    if (!key.ctrlKey && !key.metaKey && !key.altKey || isModifier(key.code)) {
        return false;
    }
    return typing ? !OF_A_FIELD.includes(key.code) : key.altKey || key.shiftKey || !OF_THE_PAGE.includes(key.code);
}

function isModifier(code: string): boolean {
    return /^(Control|Alt|Shift|Meta)/.test(code);
}

/** True while the page is part of an editor and a key is the workbench's. */
export function isLeftToWorkbench(event: KeyboardEvent): boolean {
    return document.body.classList.contains('embedded')
        && isWorkbenchKey(event, event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement);
}

/** The engine gives back what a page does not consume, and the workbench would do it again. */
export function leaveKeysToWorkbench(): void {
    document.addEventListener('keydown', event => {
        if (isLeftToWorkbench(event)) {
            event.preventDefault();
        }
    });
}
