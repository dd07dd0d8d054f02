/** The models that a client has in sight: open documents, the files of its folders, and which file needs which. */
package dmvpn.dsl.ide.workspace;
