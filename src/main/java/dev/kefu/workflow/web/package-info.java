/** Who gets in by HTTP, and how refusals leave: login, the acting person, problems, and the web applications' mending. */
package dev.kefu.workflow.web;
