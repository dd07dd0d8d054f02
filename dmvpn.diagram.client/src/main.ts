import 'reflect-metadata';
import { BaseJsonrpcGLSPClient, DiagramLoader, GLSPClient } from '@eclipse-glsp/client';
import { Bridge, BridgeChannel } from './connection/bridge-channel';
import { Channel } from './connection/channel';
import { HttpChannel } from './connection/http-channel';
import { connectionOver } from './connection/json-rpc';
import { createDiagram } from './diagram/module';
// Made of the style sheet of pictures by the build.
import '../target/notation.css';
import './style/diagram.css';
import './style/page.css';
import { Page } from './ui/page';
import { leaveKeysToWorkbench } from './ui/workbench-keys';

async function main(): Promise<void> {
    // Several pages of one server are told apart by this.
    const client = `page-${crypto.randomUUID()}`;
    const embedded = location.protocol === 'file:' || new URLSearchParams(location.search).has('embedded');
    document.body.classList.toggle('embedded', embedded);
    leaveKeysToWorkbench();
    const channel: Channel = embedded ? await BridgeChannel.open(window as unknown as Bridge) : new HttpChannel(client);
    const glspClient: GLSPClient = new BaseJsonrpcGLSPClient({ id: 'dmvpn', connectionProvider: () => connectionOver(channel) });
    const container = createDiagram({
        clientId: 'sprotty', diagramType: 'dmvpn-topology', glspClientProvider: async () => glspClient, sourceUri: 'model'
    });
    const page = new Page(container);
    channel.onClosed(reason => page.end(reason));
    await container.get(DiagramLoader).load({ enableNotifications: false });
    await page.start();
    document.body.classList.add('ready');
}

void main();
