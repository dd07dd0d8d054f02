import { Channel } from './channel';

/** The two functions by which a page in the IDE and the IDE call each other. */
export interface Bridge {
    /** Defined by the IDE. */
    dmvpnSend?: (text: string) => void;
    /** Defined by the page. */
    dmvpnReceive?: (text: string) => void;
}

const MILLISECONDS_BETWEEN_LOOKS = 20;

/** The channel inside of the IDE. Its function is there only some time after the page's scripts have run. */
export class BridgeChannel implements Channel {
    private readonly early: string[] = [];
    private listener?: (text: string) => void;

    private constructor(private readonly bridge: Bridge) {
        bridge.dmvpnReceive = text => {
            if (this.listener) {
                this.listener(text);
            } else {
                this.early.push(text);
            }
        };
    }

    static open(bridge: Bridge): Promise<BridgeChannel> {
        return new Promise(resolve => {
            const timer = setInterval(() => {
                if (bridge.dmvpnSend) {
                    clearInterval(timer);
                    resolve(new BridgeChannel(bridge));
                }
            }, MILLISECONDS_BETWEEN_LOOKS);
        });
    }

    send(text: string): void {
        this.bridge.dmvpnSend?.(text);
    }

    onText(listener: (text: string) => void): void {
        this.listener = listener;
        this.early.splice(0).forEach(listener);
    }

    onClosed(): void {
        // the page goes with the IDE
    }
}
