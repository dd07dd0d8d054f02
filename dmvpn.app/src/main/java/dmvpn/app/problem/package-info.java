/** What is wrong with models, in the form of the command line. */
package dmvpn.app.problem;
