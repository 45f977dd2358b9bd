/** Who may try a password how often, and how passwords are kept. Internal. */
package dev.kefu.workflow.login;
