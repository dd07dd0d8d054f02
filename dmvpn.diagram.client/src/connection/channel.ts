/** Carries texts in both directions, in order, between the diagram and its server. */
export interface Channel {
    send(text: string): void;
    /** Who hears the texts of the server; those that came before are told first. */
    onText(listener: (text: string) => void): void;
    /** Who hears that nothing will come any more, with the reason for people. */
    onClosed(listener: (reason: string) => void): void;
}
