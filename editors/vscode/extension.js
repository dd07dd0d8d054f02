'use strict';

const { debug, workspace, DebugAdapterExecutable } = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

function activate(context) {
  const command = workspace.getConfiguration('dmvpn').get('command', 'dmvpn');
  context.subscriptions.push(
    debug.registerDebugAdapterDescriptorFactory('dmvpn', {
      createDebugAdapterDescriptor: () => new DebugAdapterExecutable(command, ['dap']),
    }),
    debug.registerDebugConfigurationProvider('dmvpn', {
      // Started by a key, without a launch configuration: the model in the editor.
      resolveDebugConfiguration: (folder, wanted) => wanted.type
        ? wanted
        : { type: 'dmvpn', request: 'launch', name: 'Debug this model', program: '${file}', stopOnEntry: true },
    }),
  );
  const server = { command, args: ['lsp'] };
  client = new LanguageClient('dmvpn', 'DMVPN', { run: server, debug: server }, {
    documentSelector: [{ language: 'dmvpn' }],
    synchronize: { fileEvents: [workspace.createFileSystemWatcher('**/*.dmvpn'), workspace.createFileSystemWatcher('**/dmvpn.rules')] },
  });
  return client.start();
}

function deactivate() {
  return client ? client.stop() : undefined;
}

module.exports = { activate, deactivate };
