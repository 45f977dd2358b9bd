/** What may be deployed: every model, table and form is read before the engine gets it, whichever way it came. */
package dev.kefu.workflow.gate;
