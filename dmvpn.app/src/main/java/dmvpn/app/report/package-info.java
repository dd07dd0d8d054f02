/** Reports: all that is to be said of a model in one page that can be read, printed and passed on without the product. */
package dmvpn.app.report;
