import {
    AbstractMessageReader,
    AbstractMessageWriter,
    createMessageConnection,
    DataCallback,
    Disposable,
    Message,
    MessageConnection
} from 'vscode-jsonrpc';
import { Channel } from './channel';

class ChannelReader extends AbstractMessageReader {
    constructor(private readonly channel: Channel) {
        super();
    }

    listen(callback: DataCallback): Disposable {
        this.channel.onText(text => callback(JSON.parse(text) as Message));
        this.channel.onClosed(() => this.fireClose());
        return Disposable.create(() => undefined);
    }
}

class ChannelWriter extends AbstractMessageWriter {
    constructor(private readonly channel: Channel) {
        super();
    }

    async write(message: Message): Promise<void> {
        this.channel.send(JSON.stringify(message));
    }

    end(): void {
        // the channel lives as long as the page
    }
}

/** A connection that speaks JSON-RPC over a channel. */
export function connectionOver(channel: Channel): MessageConnection {
    return createMessageConnection(new ChannelReader(channel), new ChannelWriter(channel));
}
