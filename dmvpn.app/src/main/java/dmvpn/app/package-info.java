/** What a person asks for, as services that every face uses: command line, language server, IDE and diagram. */
package dmvpn.app;
