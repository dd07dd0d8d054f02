import { DownloadAction } from '../commands';
import { element } from './element';

const MILLISECONDS_UNTIL_KEPT = 60_000;

/** Has the browser keep a file, where it keeps what is downloaded. */
export function download(file: DownloadAction): void {
    const bytes = Uint8Array.from(atob(file.content), letter => letter.charCodeAt(0));
    const address = URL.createObjectURL(new Blob([bytes]));
    element('a', { href: address, download: file.name }).click();
    setTimeout(() => URL.revokeObjectURL(address), MILLISECONDS_UNTIL_KEPT);
}
