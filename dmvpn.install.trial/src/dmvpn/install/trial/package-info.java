/** Tests of the workbench, run where a person would work: in a platform that the feature was installed into. */
package dmvpn.install.trial;
