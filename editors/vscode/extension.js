'use strict';

const { workspace } = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

function activate() {
  const command = workspace.getConfiguration('dmvpn').get('command', 'dmvpn');
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
